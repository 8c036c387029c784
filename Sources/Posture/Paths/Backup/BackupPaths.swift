import AWSModel
import Foundation

/// The recovery points of a resource that survive a threat, and those that are planned.
struct BackupPaths {
    let subject: BackupSubject
    let threat: Threat
    let account: AccountView
    var found = SurvivingPaths()
    /// Vaults for which a path or its absence is settled, so that no copy is merely planned there.
    var settled: [String] = []

    static func find(_ subject: BackupSubject, threat: Threat, in account: AccountView) -> SurvivingPaths {
        var search = BackupPaths(subject: subject, threat: threat, account: account)
        search.examineCopies()
        search.examinePlans()
        search.examineUnreadVaults()
        search.examineUnreadPlans()
        if search.found.paths.isEmpty, search.found.deadEnds.isEmpty {
            search.found.deadEnds.append(search.nothing)
        }
        return search.found
    }

    private init(subject: BackupSubject, threat: Threat, account: AccountView) {
        self.subject = subject
        self.threat = threat
        self.account = account
        found.deadEnds = subject.idleness
    }

    var resource: AccountResource { subject.resource }
    var home: Region { subject.home }
    var objective: Objective { subject.objective }
    var coverage: BackupCoverage { subject.coverage }
    var rules: [PlannedRule] { subject.rules }
    var copying: BackupFeatures.Copying { subject.copying }

    var nothing: String {
        switch threat {
        case .regionOutage: "no backup copy outside \(home)"
        case .accidentalDeletion, .versionPurge, .corruption: "no backup"
        case .maliciousAdmin: "no backup in a locked vault or another account"
        case .accountLoss: "no backup in another account"
        case .keyLoss: "no backup under another key"
        }
    }

    /// The home region's recovery points are gone with it, and survive all else.
    func survives(_ region: Region) -> Bool { threat != .regionOutage || region != home }

    // MARK: Recovery points

    mutating func examineCopies() {
        for copy in subject.copies {
            let place = account.vaults.places[copy.place]
            guard survives(place.region) else { continue }
            let holding = account.vaultHolds(place, against: threat)
            if case .lost(let why) = holding {
                settled.append(place.vault.arn.text)
                found.deadEnds.append(why)
            } else if let gap = copy.newest.gap {
                settled.append(place.vault.arn.text)
                found.unread.append(
                    UnreadFact(
                        "newest recovery point in vault \(place.vault.name) of \(place.region) unread: \(gap)",
                        ceiling: renewable(place.vault.arn.text) ? .protected : .atRisk))
            } else if let point = copy.newest.value {
                examine(point, in: place, holding)
            }
        }
    }

    mutating func examine(_ point: RecoveryPoint, in place: VaultIndex.Place, _ holding: VaultHold) {
        guard !point.isGone(at: account.now) else { return }
        settled.append(place.vault.arn.text)
        var facts = PathFacts()
        if threat == .keyLoss {
            switch account.relation(of: point, in: place, to: resource) {
            case .other: break
            case .unknown: facts.unread.append("the key of the backup in vault \(place.vault.name) is not known")
            case .same:
                examineOlder(in: place)
                return
            }
        }
        if case .weak(let why) = holding { facts.faults.append(why) }
        if case .held(let note?) = holding { facts.notes.append(note) }
        if case .unknown(let why) = holding { facts.unread.append(why) }
        judgeStatus(point, &facts)
        judgeVault(point, place, &facts)
        judgeJob(point, &facts)
        judgeName(point, &facts)
        judgeSource(&facts)
        let age = age(of: point, &facts)
        if let age { judgeAge(age, of: point, in: place, &facts) }
        judgeNotice(point, in: place, &facts)
        let isCopied = point.status == .known(.completed) || point.status == .known(.available)
        let proven = isCopied && account.restores.isProven(resource, point: point, in: place.region)
        found.paths.append(
            RecoveryPath(
                mechanism: mechanism(in: place, holding), region: place.region,
                account: place.vault.arn.account, target: point.arn.text, scope: facts.scope, healthy: facts.isHealthy,
                assurance: proven ? .proven : (isCopied ? .observed : .configured),
                recoveryPoint: age.map { Estimate(duration: $0, basis: point.isLive ? .configured : .measured) },
                recoveryTime: recoveryTime(from: point, in: place.region),
                retention: retention(of: point, in: place), reasons: facts.reasons))
        guard facts.faults.isEmpty, facts.partial.isEmpty else { return }
        found.unread += facts.unread.map { UnreadFact($0, ceiling: .protected) }
    }

    /// Where the newest of a vault is under the lost key: an older one may be a copy under the vault's own, and only the
    /// newest was read. Any plan that copies into it may have selected the resource once.
    private mutating func examineOlder(in place: VaultIndex.Place) {
        let vault = place.vault
        let copied =
            (account.plans(in: home)?.rules ?? []).contains { $0.copiesBeside(into: vault.arn.text) }
            || coverage.unread.contains { $0.mayRenew(vault.arn.text) }
        guard copied, !BackupFeatures.isFullyManaged(resource.type),
            account.isKey(vault.encryptionKeyARN, thatOf: resource) != true
        else {
            found.deadEnds.append("its backup in vault \(vault.name) is under the same key")
            return
        }
        found.unread.append(
            UnreadFact(
                "its newest backup in vault \(vault.name) is under the same key, and whether an older copy is under "
                    + "the vault's is not read", ceiling: .protected))
    }

    /// The rules whose recovery points come to a vault: not those that its lock refuses, for their jobs fail (2.9).
    func renewing(_ place: VaultIndex.Place) -> [PlannedRule] {
        rules.filter { $0.renews(place) && !$0.isRefused(by: place) }
    }

    /// Against an administrator it is the lock that holds, where the vault has one.
    func mechanism(in place: VaultIndex.Place, _ holding: VaultHold) -> RecoveryPath.Mechanism {
        let isLocked = place.vault.locked == true || place.vault.type == .known(.airGapped)
        if threat == .maliciousAdmin, isLocked, case .held = holding { return .vaultLock }
        return place.region == home ? .backup : .backupCopy
    }

    func recoveryTime(from point: RecoveryPoint?, in region: Region) -> Estimate {
        if point?.storageClass == "COLD" { return RecoveryTimes.cold(resource.type) }
        return account.restores.duration(of: resource, in: region) ?? RecoveryTimes.restore(of: resource.type)
    }

    /// Whether a backup of it failed, later than a moment and into a vault where these are given.
    func hasFailedJobs(since moment: Date = .distantPast, into vault: String? = nil) -> Bool {
        account.troubledJobs(of: resource.arn).contains { job in
            [.known(.failed), .known(.expired), .known(.aborted)].contains(job.state)
                && job.createdAt.map { $0 > moment } ?? true
                && (vault == nil || job.vaultName == nil || job.vaultName == vault)
        }
    }

    /// The newest one's own, or that of a rule which renews it: of several the longest, for its recovery points reach
    /// back farthest. What a rule would keep that runs more rarely than mistakes are noticed is not there by then, and
    /// counts only where nothing else tells. Nil when it is not known.
    func retention(of point: RecoveryPoint, in place: VaultIndex.Place) -> Retention? {
        let vault = place.vault.arn.text
        let renewing = renewing(place).filter { $0.gap != nil }
        let frequent = reaching(renewing, in: place).filter {
            $0.gap.map { $0 <= .days(VersionPaths.noticeDays) } ?? false
        }
        let counted = frequent.isEmpty && point.retention == nil ? renewing : frequent
        let known = [point.retention].compactMap { $0 } + counted.map { $0.retention(in: vault) }
        guard let first = known.first else { return nil }
        let longest = known.dropFirst().reduce(first, Retention.longer)
        // What other rules are to keep is not seen, and jobs that failed speak against its being there.
        if hasFailedJobs(), case .lasting(let own)? = point.retention, longest != .lasting(own) { return .atLeast(own) }
        guard case .lasting(let span) = longest,
            coverage.unread.contains(where: { place.region == home || $0.mayRenew(vault) })
        else {
            return longest
        }
        return .atLeast(span)
    }
}
