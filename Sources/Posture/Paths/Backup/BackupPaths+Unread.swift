import AWSModel

/// What may hide a copy, or a plan for one.
extension BackupPaths {
    /// A copy may lie in a vault that was not looked into, provided that a plan may copy there or that the resource ever
    /// had a backup in its own region, which AWS lists (2.13).
    mutating func examineUnreadVaults() {
        var dark = UnreadRegions()
        var hidden = UnreadRegions()
        // Nothing of this account survives its loss, whatever its vaults hold.
        guard threat != .accountLoss else { return }
        for (region, gap) in account.vaults.unlistedRegions where survives(region) {
            let renewed =
                rules.contains { region == home || $0.copies.contains { $0.region == region } }
                || coverage.unread.contains { region == home || $0.mayCopy(to: region) }
            if renewed { dark.add(region, gap) } else if subject.everBackedUp { hidden.add(region, gap) }
        }
        if let words = dark.words { found.unread.append(UnreadFact(words, ceiling: .protected)) }
        if let words = hidden.words { found.unread.append(UnreadFact(words, ceiling: .atRisk)) }
        for index in account.vaults.unread {
            let place = account.vaults.places[index]
            guard survives(place.region), let gap = place.gap else { continue }
            if case .lost = account.vaultHolds(place, against: threat) { continue }
            let renewed = renewable(place.vault.arn.text)
            guard renewed || subject.everBackedUp else { continue }
            found.unread.append(
                UnreadFact(
                    "contents of vault \(place.vault.name) in \(place.region) unread: \(gap)",
                    ceiling: renewed ? .protected : .atRisk))
        }
    }

    /// A plan that may copy is a path at best at risk: a copy that had been made would have been seen in its vault, unless
    /// that is another account's.
    mutating func examineUnreadPlans() {
        if threat == .regionOutage, case .impossible = copying { return }
        for gap in coverage.unread where threat != .regionOutage || gap.mayCopy {
            let isHidden = subject.everBackedUp && gap.mayCopy(besides: account.caller)
            found.unread.append(UnreadFact(gap.text, ceiling: isHidden ? .protected : .atRisk))
        }
    }
}

/// The regions whose vaults were not listed, for one clause: one by its name and cause, more by their number.
private struct UnreadRegions {
    private var regions: [Region] = []
    private var gap = ""

    mutating func add(_ region: Region, _ cause: String) {
        if regions.isEmpty { gap = cause }
        regions.append(region)
    }

    var words: String? {
        guard let first = regions.first else { return nil }
        if regions.count == 1 { return "backup vaults of \(first) unread: \(gap)" }
        let more = regions.count > 3 ? ", ..." : ""
        let named = regions.prefix(3).map(\.name).joined(separator: ", ")
        return "AWS Backup was not read in \(regions.count) regions (\(named)\(more)): \(gap)"
    }
}
