import AWSModel

/// What the plans would make where nothing usable lies yet.
extension BackupPaths {
    /// Whether some rule renews a vault's recovery points of the resource, or may.
    func renewable(_ vault: String) -> Bool {
        let place = account.vaults.place(ofVault: vault)
        return rules.contains { rule in
            place.map { rule.renews($0) } ?? (rule.copies + rule.copiesBeside).contains { $0.vaultARN == vault }
        } || coverage.unread.contains { place?.region == home || $0.mayRenew(vault) }
    }

    mutating func examinePlans() {
        var planned: [String] = []
        for rule in rules {
            // What is copied within the region goes with it.
            for target in rule.copies + (threat == .regionOutage ? [] : rule.copiesBeside)
            where !settled.contains(target.vaultARN) && !planned.contains(target.vaultARN) {
                planned.append(target.vaultARN)
                examine(target, of: rule)
            }
        }
        if threat != .regionOutage { examineLocalPlans() }
    }

    /// A rule whose vault of the home region holds nothing of the resource yet.
    mutating func examineLocalPlans() {
        for rule in rules {
            guard let place = account.vaults.place(ofVaultNamed: rule.rule.targetVault, in: home),
                !settled.contains(place.vault.arn.text)
            else { continue }
            settled.append(place.vault.arn.text)
            if case .never = rule.period {
                found.deadEnds.append("\(rule.label) never runs")
            } else if case .lost(let why) = account.vaultHolds(place, against: threat) {
                found.deadEnds.append(why)
            } else if threat == .keyLoss, case .customer = key, !BackupFeatures.isFullyManaged(resource.type) {
                found.deadEnds.append("what is backed up to vault \(place.vault.name) is under the same key")
            } else if place.gap == nil {
                found.paths.append(
                    RecoveryPath(
                        mechanism: .backup, region: home, account: place.vault.arn.account,
                        target: place.vault.arn.text, scope: .whole, healthy: false, assurance: .configured,
                        recoveryTime: recoveryTime(from: nil, in: home),
                        reasons: ["no usable backup is in vault \(place.vault.name) yet"]))
            }
        }
    }

    private var key: ResourceKey { account.key(of: resource) }

    mutating func examine(_ target: PlannedRule.CopyTarget, of rule: PlannedRule) {
        if case .never = rule.period {
            found.deadEnds.append("\(rule.label) never runs")
            return
        }
        if let place = account.vaults.place(ofVault: target.vaultARN) {
            if case .lost(let why) = account.vaultHolds(place, against: threat) {
                found.deadEnds.append(why)
                return
            }
        } else if threat == .accountLoss, let owner = target.account, owner == account.caller {
            found.deadEnds.append("vault \(target.vaultName) goes with the account")
            return
        }
        guard !account.isSwitchedOff(target.region) else {
            found.deadEnds.append("\(rule.label) copies to \(target.region), a region that is not enabled")
            return
        }
        switch copying {
        case .possible: break
        case .impossible(let why):
            found.deadEnds.append(why)
            return
        case .unknown(let why):
            found.unread.append(UnreadFact(why, ceiling: .atRisk))
            return
        }
        if let owner = target.account, let caller = account.caller, owner != caller, case .managed = key,
            !BackupFeatures.isFullyManaged(resource.type), resource.type != .dynamoDBTable
        {
            found.deadEnds.append("what is under a key that AWS manages cannot be copied to account \(owner)")
            return
        }
        var reason: String
        var isKnown = false
        switch account.vaults.presence(of: target, caller: account.caller) {
        case .looked:
            reason = "no usable copy is in vault \(target.vaultName) of \(target.region) yet"
            if case .notYet(let first) = rule.period { reason += ", its schedule begins on \(first.day)" }
            isKnown = true
        case .otherAccount(let owner):
            reason = "vault \(target.vaultName) of account \(owner) cannot be looked into"
            isKnown = !subject.everBackedUp
        case .missing:
            found.deadEnds.append("\(rule.label) copies to vault \(target.vaultName), which does not exist")
            return
        case .ownerUnread:
            reason = "whether a copy is in vault \(target.vaultName) is not known: whose account this is was not read"
            isKnown = !subject.everBackedUp
        case .unread(let gap):
            reason = "whether a copy is in vault \(target.vaultName) is not known: \(gap)"
            // Told below, with all else that is not known of the vault or its region.
            isKnown = true
        case .regionUnread:
            reason = "backup vaults of \(target.region) unread: not read"
            isKnown = !subject.everBackedUp
        }
        // A vault that cannot be looked into may hold a fresh copy.
        if !isKnown { found.unread.append(UnreadFact(reason, ceiling: .protected)) }
        found.paths.append(
            RecoveryPath(
                mechanism: .backupCopy, region: target.region, account: target.account, target: target.vaultARN,
                scope: .whole, healthy: false, assurance: .configured,
                recoveryTime: recoveryTime(from: nil, in: target.region), retention: target.retention,
                reasons: [reason]))
    }
}
