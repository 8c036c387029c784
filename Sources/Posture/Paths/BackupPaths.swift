import AWSModel
import Foundation

/// The recovery points of a resource that survive the loss of its region, and the copies that are planned.
struct BackupPaths {
    let resource: AccountResource
    let home: Region
    let account: AccountView
    private let coverage: BackupCoverage
    private let rules: [PlannedRule]
    private var found = SurvivingPaths()
    /// Vaults for which a path or its absence is settled, so that no copy is merely planned there.
    private var settled: Set<String> = []

    static func find(_ resource: AccountResource, home: Region, in account: AccountView) -> SurvivingPaths {
        var search = BackupPaths(resource: resource, home: home, account: account)
        search.examineCopies()
        search.examinePlans()
        search.examineUnreadVaults()
        search.examineUnreadPlans()
        if search.found.paths.isEmpty, search.found.deadEnds.isEmpty {
            search.found.deadEnds.append("no backup copy outside \(home)")
        }
        return search.found
    }

    private init(resource: AccountResource, home: Region, account: AccountView) {
        self.resource = resource
        self.home = home
        self.account = account
        coverage = account.coverage(of: resource)
        let regionRules = account.plans(in: home)?.rules ?? []
        rules = coverage.rules.map { regionRules[$0] }
    }

    // MARK: Recovery points

    private mutating func examineCopies() {
        for copy in account.vaults.copies(of: resource.arn) {
            let place = account.vaults.places[copy.place]
            // A recovery point of the same region is no path.
            guard place.region != home else { continue }
            if let gap = copy.newest.gap {
                settled.insert(place.vault.arn.text)
                found.unread.append(
                    UnreadFact(
                        "newest recovery point in vault \(place.vault.name) of \(place.region) unread: \(gap)",
                        ceiling: renewable(place.vault.arn.text) ? .protected : .atRisk))
            } else if let point = copy.newest.value {
                examine(point, in: place)
            }
        }
    }

    private mutating func examine(_ point: RecoveryPoint, in place: VaultIndex.Place) {
        guard !isGone(point) else { return }
        settled.insert(place.vault.arn.text)
        var facts = PathFacts()
        judgeStatus(point, &facts)
        judgeVault(point, place, &facts)
        judgeJob(point, &facts)
        let age = point.createdAt.map { Duration(from: $0, to: account.now) }
        judgeAge(age, vault: place.vault.arn.text, &facts)
        let isCopied = point.status == .known(.completed) || point.status == .known(.available)
        let proven = isCopied && account.restores.isProven(resource, point: point, in: place.region)
        found.paths.append(
            RecoveryPath(
                mechanism: .backupCopy, region: place.region, account: place.vault.arn.account,
                target: point.arn.text, scope: facts.scope, healthy: facts.isHealthy,
                assurance: proven ? .proven : (isCopied ? .observed : .configured),
                recoveryPoint: age.map { Estimate(duration: $0, basis: .measured) },
                recoveryTime: recoveryTime, reasons: facts.reasons))
        guard facts.faults.isEmpty, facts.partial.isEmpty else { return }
        found.unread += facts.unread.map { UnreadFact($0, ceiling: .protected) }
    }

    /// Past its retention, or being deleted: restorable perhaps, but not to be counted on (2.13).
    private func isGone(_ point: RecoveryPoint) -> Bool {
        if point.status == .known(.expired) || point.status == .known(.deleting) { return true }
        return point.calculatedLifecycle?.deleteAt.map { $0 <= account.now } ?? false
    }

    private func judgeStatus(_ point: RecoveryPoint, _ facts: inout PathFacts) {
        switch point.status {
        case .known(.completed), .known(.available), .known(.expired), .known(.deleting): break
        case .known(.partial): facts.partial.append("newest copy is partial")
        case .known(.stopped): facts.faults.append("its continuous backup has stopped")
        case .known(.creating): facts.faults.append("its first copy is still being made")
        case .other(let text): facts.unread.append("recovery point is in state \(text), which is not known")
        case nil: facts.unread.append("state of the recovery point is not known")
        }
    }

    private func judgeVault(_ point: RecoveryPoint, _ place: VaultIndex.Place, _ facts: inout PathFacts) {
        switch place.vault.state {
        case nil, .known(.available): break
        case .known(let state): facts.faults.append("vault \(place.vault.name) is \(state.rawValue)")
        case .other(let text): facts.faults.append("vault \(place.vault.name) is in state \(text)")
        }
        for name in Set([place.vault.encryptionKeyARN, point.encryptionKeyARN].compactMap { $0 }).sorted() {
            let reading = account.inventory.keys[KeyReference(name: name, region: place.region)]
            if reading?.isAbsent == true {
                facts.faults.append("key \(name) of vault \(place.vault.name) does not exist")
            } else if let fault = reading?.value?.fault {
                facts.faults.append("key of vault \(place.vault.name) \(fault)")
            }
        }
    }

    /// A job may complete and yet have backed up nothing, or not all (2.8, 2.14). A copy keeps its source's creation
    /// date (2.2), so the job that made it is the one of that time.
    private func judgeJob(_ point: RecoveryPoint, _ facts: inout PathFacts) {
        guard let made = point.createdAt else { return }
        for job in account.troubledJobs(of: resource.arn) where job.madeRecoveryPoint(at: made) {
            let message = job.statusMessage ?? "completed with issues"
            if job.backedUpNothing {
                facts.faults.append("its backup says: \(message)")
            } else if job.isAboutContinuousBackup {
                facts.notes.append("its backup says: \(message)")
            } else {
                facts.partial.append("its backup says: \(message)")
            }
            return
        }
    }

    /// A recovery point counts while it is no older than the objective, or else than its rule lets it grow, and while a
    /// rule renews it (design, section 3).
    private func judgeAge(_ age: Duration?, vault: String, _ facts: inout PathFacts) {
        guard let age else {
            facts.unread.append("age of the recovery point is not known")
            return
        }
        let renewing = rules.filter { rule in rule.copies.contains { $0.vaultARN == vault } }
        var limits: [Duration] = []
        var notUnderstood: String?
        for rule in renewing {
            switch rule.period {
            case .atMost(let limit): limits.append(limit)
            case .never: break
            case .notUnderstood(let text): notUnderstood = notUnderstood ?? text
            }
        }
        if let limit = limits.min() {
            if account.objectives.recoveryPoint == nil, age > limit {
                facts.faults.append("newest copy is \(age.words) old, its schedule renews it within \(limit.words)")
            }
        } else if let notUnderstood {
            facts.unread.append("schedule \(notUnderstood) is not understood")
        } else if let gap = coverage.unread.first(where: { $0.mayRenew(vault) }) {
            facts.unread.append(gap.text)
        } else if renewing.isEmpty {
            facts.faults.append("newest copy is \(age.words) old and no schedule renews it")
        } else {
            facts.faults.append("newest copy is \(age.words) old and its schedule never runs again")
        }
    }

    private var recoveryTime: Estimate {
        account.restores.duration(of: resource) ?? RecoveryTimes.restore(of: resource.type)
    }

    // MARK: Plans

    /// Whether some rule renews a vault's recovery points of the resource, or may.
    private func renewable(_ vault: String) -> Bool {
        rules.contains { $0.copies.contains { $0.vaultARN == vault } }
            || coverage.unread.contains { $0.mayRenew(vault) }
    }

    private mutating func examinePlans() {
        var failing: Set<String> = []
        for rule in rules {
            for target in rule.copies
            where !settled.contains(target.vaultARN) && failing.insert(target.vaultARN).inserted {
                examine(target, of: rule)
            }
        }
    }

    private mutating func examine(_ target: PlannedRule.CopyTarget, of rule: PlannedRule) {
        if case .never = rule.period {
            found.deadEnds.append("\(rule.label) never runs")
            return
        }
        switch BackupFeatures.crossRegionCopies(of: resource, settings: account.settings(in: home)) {
        case .possible: break
        case .impossible(let why):
            found.deadEnds.append(why)
            return
        case .unknown(let why):
            found.unread.append(UnreadFact(why, ceiling: .atRisk))
            return
        }
        let reason: String
        switch account.vaults.presence(of: target, caller: account.caller) {
        case .looked: reason = "no usable copy is in vault \(target.vaultName) of \(target.region) yet"
        case .otherAccount(let owner): reason = "vault \(target.vaultName) of account \(owner) cannot be looked into"
        case .missing:
            found.deadEnds.append("\(rule.label) copies to vault \(target.vaultName), which does not exist")
            return
        case .unread(let gap):
            reason = "whether a copy is in vault \(target.vaultName) is not known: \(gap)"
        case .regionUnread:
            reason = "backup vaults of \(target.region) unread: not read"
            if account.mayHaveBackup(resource) { found.unread.append(UnreadFact(reason, ceiling: .protected)) }
        }
        found.paths.append(
            RecoveryPath(
                mechanism: .backupCopy, region: target.region, account: target.account, target: target.vaultARN,
                scope: .whole, healthy: false, assurance: .configured, recoveryTime: recoveryTime, reasons: [reason]))
    }

    // MARK: What was not read

    /// A copy may lie in a vault that was not looked into, provided that a plan may copy there or that the resource ever
    /// had a backup in its own region, which AWS lists (2.13).
    private mutating func examineUnreadVaults() {
        let everBackedUp = account.mayHaveBackup(resource)
        for (region, gap) in account.vaults.unlisted.sorted(by: { $0.key < $1.key }) where region != home {
            let renewed =
                rules.contains { $0.copies.contains { $0.region == region } }
                || coverage.unread.contains { $0.mayCopy(to: region) }
            guard renewed || everBackedUp else { continue }
            found.unread.append(
                UnreadFact("backup vaults of \(region) unread: \(gap)", ceiling: renewed ? .protected : .atRisk))
        }
        for index in account.vaults.unread {
            let place = account.vaults.places[index]
            guard place.region != home, let gap = place.gap else { continue }
            let renewed = renewable(place.vault.arn.text)
            guard renewed || everBackedUp else { continue }
            found.unread.append(
                UnreadFact(
                    "contents of vault \(place.vault.name) in \(place.region) unread: \(gap)",
                    ceiling: renewed ? .protected : .atRisk))
        }
    }

    /// A plan that may copy is a path at best at risk: a copy that had been made would have been seen in its vault.
    private mutating func examineUnreadPlans() {
        if case .impossible = BackupFeatures.crossRegionCopies(of: resource, settings: account.settings(in: home)) {
            return
        }
        for gap in coverage.unread where gap.mayCopy {
            found.unread.append(UnreadFact(gap.text, ceiling: .atRisk))
        }
    }
}
