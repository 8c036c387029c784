import AWSModel
import Foundation

/// The recovery points of a resource that survive a threat, and those that are planned.
struct BackupPaths {
    let resource: AccountResource
    let home: Region
    let threat: Threat
    let account: AccountView
    private let objective: Objective
    private let coverage: BackupCoverage
    private let rules: [PlannedRule]
    private var found = SurvivingPaths()
    /// Vaults for which a path or its absence is settled, so that no copy is merely planned there.
    private var settled: Set<String> = []

    /// - Parameter objective: what is asked, where it is asked of another resource that the recovery points hold too.
    static func find(
        _ resource: AccountResource, home: Region, threat: Threat = .regionOutage, in account: AccountView,
        objective: Objective? = nil
    ) -> SurvivingPaths {
        var search = BackupPaths(
            resource: resource, home: home, threat: threat, account: account,
            objective: objective ?? account.objective(of: resource))
        search.examineCopies()
        search.examinePlans()
        search.examineUnreadVaults()
        search.examineUnreadPlans()
        if search.found.paths.isEmpty, search.found.deadEnds.isEmpty {
            search.found.deadEnds.append(search.nothing)
        }
        return search.found
    }

    private init(
        resource: AccountResource, home: Region, threat: Threat, account: AccountView, objective: Objective
    ) {
        self.resource = resource
        self.home = home
        self.threat = threat
        self.account = account
        self.objective = objective
        coverage = account.coverage(of: resource)
        let regionRules = account.plans(in: home)?.rules ?? []
        // A rule without a vault makes nothing, and one that always yields to another neither (2.4).
        let selecting = coverage.rules.map { regionRules[$0] }
        rules = selecting.filter { account.idleness(of: $0) == nil }
        found.deadEnds = selecting.compactMap(account.idleness)
    }

    private var nothing: String {
        switch threat {
        case .regionOutage: "no backup copy outside \(home)"
        case .accidentalDeletion, .versionPurge, .corruption: "no backup"
        case .maliciousAdmin: "no backup in a locked vault or another account"
        case .accountLoss: "no backup in another account"
        case .keyLoss: "no backup under another key"
        }
    }

    /// The home region's recovery points are gone with it, and survive all else.
    private func survives(_ region: Region) -> Bool { threat != .regionOutage || region != home }

    // MARK: Recovery points

    private mutating func examineCopies() {
        for copy in account.vaults.copies(of: resource.arn) {
            let place = account.vaults.places[copy.place]
            guard survives(place.region) else { continue }
            let holding = account.vaultHolds(place.vault, against: threat)
            if case .lost(let why) = holding {
                settled.insert(place.vault.arn.text)
                found.deadEnds.append(why)
            } else if let gap = copy.newest.gap {
                settled.insert(place.vault.arn.text)
                found.unread.append(
                    UnreadFact(
                        "newest recovery point in vault \(place.vault.name) of \(place.region) unread: \(gap)",
                        ceiling: renewable(place.vault.arn.text) ? .protected : .atRisk))
            } else if let point = copy.newest.value {
                examine(point, in: place, holding)
            }
        }
    }

    private mutating func examine(_ point: RecoveryPoint, in place: VaultIndex.Place, _ holding: VaultHold) {
        guard !isGone(point) else { return }
        settled.insert(place.vault.arn.text)
        var facts = PathFacts()
        if threat == .keyLoss {
            switch account.relation(of: point, in: place, to: resource) {
            case .other: break
            case .unknown: facts.unread.append("the key of the backup in vault \(place.vault.name) is not known")
            case .same:
                found.deadEnds.append("its backup in vault \(place.vault.name) is under the same key")
                return
            }
        }
        if case .weak(let why) = holding { facts.faults.append(why) }
        if case .held(let note?) = holding { facts.notes.append(note) }
        judgeStatus(point, &facts)
        judgeVault(point, place, &facts)
        judgeJob(point, &facts)
        judgeSource(&facts)
        let age = age(of: point, &facts)
        if let age { judgeAge(age, in: place, &facts) }
        let isCopied = point.status == .known(.completed) || point.status == .known(.available)
        let proven = isCopied && account.restores.isProven(resource, point: point, in: place.region)
        found.paths.append(
            RecoveryPath(
                mechanism: mechanism(in: place.region, holding), region: place.region,
                account: place.vault.arn.account, target: point.arn.text, scope: facts.scope, healthy: facts.isHealthy,
                assurance: proven ? .proven : (isCopied ? .observed : .configured),
                recoveryPoint: age.map { Estimate(duration: $0, basis: point.isLive ? .typical : .measured) },
                recoveryTime: recoveryTime(from: point, in: place.region),
                retention: retention(of: point, in: place), reasons: facts.reasons))
        guard facts.faults.isEmpty, facts.partial.isEmpty else { return }
        found.unread += facts.unread.map { UnreadFact($0, ceiling: .protected) }
    }

    private func mechanism(in region: Region, _ holding: VaultHold) -> RecoveryPath.Mechanism {
        if threat == .maliciousAdmin, case .held = holding { return .vaultLock }
        return region == home ? .backup : .backupCopy
    }

    /// Past its retention, or being deleted: restorable perhaps, but not to be counted on (2.13).
    private func isGone(_ point: RecoveryPoint) -> Bool {
        if point.status == .known(.expired) || point.status == .known(.deleting) { return true }
        // A live continuous backup rolls on: its days say how far it reaches back, not when it ends (2.3, 2.13).
        if point.isLive { return false }
        return point.deletedAt.map { $0 <= account.now } ?? false
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
        var unread: String?
        for name in Set([place.vault.encryptionKeyARN, point.encryptionKeyARN].compactMap { $0 }).sorted() {
            let reference = KeyReference(name: name, region: ARN(name)?.region ?? place.region)
            let reading = account.inventory.keys[reference]
            if reading?.isAbsent == true {
                facts.faults.append("key \(name) of vault \(place.vault.name) does not exist")
            } else if let fault = reading?.value?.fault {
                facts.faults.append("key of vault \(place.vault.name) \(fault)")
            } else if reading?.value == nil {
                unread = unread ?? reading?.gap ?? "not read"
            }
        }
        if let unread { facts.unread.append("key of vault \(place.vault.name) unread: \(unread)") }
    }

    /// Backups of a bucket need its versioning (2.8).
    private func judgeSource(_ facts: inout PathFacts) {
        guard let versioning = account.bucket(resource)?.versioning else { return }
        if let gap = versioning.gap {
            facts.unread.append("versioning of the bucket unread: \(gap)")
        } else if versioning.value?.isEnabled != true {
            facts.faults.append(
                "versioning of the bucket is \(versioning.value?.status?.wire ?? "not enabled"), and backups need it")
        }
    }

    /// Clocks differ by minutes at most: the date of a recovery point from later on is not understood.
    private func age(of point: RecoveryPoint, _ facts: inout PathFacts) -> Duration? {
        guard let made = point.createdAt else {
            facts.unread.append("age of the recovery point is not known")
            return nil
        }
        guard made <= account.now.addingTimeInterval(900) else {
            facts.unread.append("age of the recovery point is not known: it is dated \(made.formatted(.iso8601))")
            return nil
        }
        let age = Duration(from: made, to: account.now)
        return point.isLive ? min(age, .minutes(15)) : age
    }

    /// A job may complete and yet have backed up nothing, or not all (2.8, 2.14). A copy keeps its source's creation
    /// date (2.2), so the job that made it is the one of that time.
    private func judgeJob(_ point: RecoveryPoint, _ facts: inout PathFacts) {
        guard let made = point.createdAt else { return }
        if let region = resource.region, let jobs = account.backup(in: region)?.troubledJobs, let gap = jobs.gap {
            facts.unread.append("backup jobs of \(region) unread: \(gap)")
        }
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
    private func judgeAge(_ age: Duration, in place: VaultIndex.Place, _ facts: inout PathFacts) {
        let vault = place.vault.arn.text
        let what = place.region == home ? "newest backup" : "newest copy"
        if place.region != home {
            switch copying {
            case .possible: break
            case .impossible(let why):
                facts.faults.append("\(what) is \(age.words) old and nothing renews it: \(why)")
                return
            case .unknown(let why): facts.unread.append(why)
            }
        }
        let renewing = rules.filter { $0.renews(place) }
        judgeContinuity(renewing, &facts)
        var limits: [Duration] = []
        var notUnderstood: String?
        var first: Date?
        for rule in renewing {
            switch rule.period {
            case .atMost(let limit): limits.append(limit)
            case .notYet(let run): first = min(first ?? run, run)
            case .never: break
            case .notUnderstood(let text): notUnderstood = notUnderstood ?? text
            }
        }
        if let limit = limits.min() {
            if !objective.boundsAge, age > limit {
                facts.faults.append("\(what) is \(age.words) old, its schedule renews it within \(limit.words)")
            }
            judgeRetention(renewing, vault: vault, &facts)
        } else if let notUnderstood {
            facts.unread.append("schedule \(notUnderstood) is not understood")
        } else if let gap = coverage.unread.first(where: { place.region == home || $0.mayRenew(vault) }) {
            facts.unread.append(gap.text)
        } else if renewing.isEmpty {
            facts.faults.append("\(what) is \(age.words) old and no schedule renews it")
        } else if let first {
            facts.faults.append("\(what) is \(age.words) old and its schedule begins on \(first.day)")
        } else {
            facts.faults.append("\(what) is \(age.words) old and its schedule never runs again")
        }
    }

    /// Where every rule that runs deletes its copies before it makes the next, there is none for a while.
    private func judgeRetention(_ renewing: [PlannedRule], vault: String, _ facts: inout PathFacts) {
        let running = renewing.filter { $0.gap != nil }
        guard !running.isEmpty, running.allSatisfy({ $0.leavesHoles(in: vault) }) else { return }
        facts.faults.append("its copies are deleted before the schedule renews them")
    }

    /// Continuous backups of a bucket track it by EventBridge; without, they stop with no alert (2.8).
    private func judgeContinuity(_ renewing: [PlannedRule], _ facts: inout PathFacts) {
        guard let notification = account.bucket(resource)?.notification, !renewing.isEmpty,
            renewing.allSatisfy({ $0.rule.enableContinuousBackup == true })
        else { return }
        if let gap = notification.gap {
            facts.unread.append("EventBridge notifications of the bucket unread: \(gap)")
        } else if notification.value?.eventBridge != true {
            facts.faults.append("its backup is continuous, and the bucket's EventBridge notifications are off")
        }
    }

    private var copying: BackupFeatures.Copying {
        BackupFeatures.crossRegionCopies(of: resource, settings: account.settings(in: home))
    }

    private func recoveryTime(from point: RecoveryPoint?, in region: Region) -> Estimate {
        if point?.storageClass == "COLD" { return RecoveryTimes.cold }
        return account.restores.duration(of: resource, in: region) ?? RecoveryTimes.restore(of: resource.type)
    }

    /// The newest one's own, or that of a rule which renews it: of several the longest, for its recovery points reach
    /// back farthest. Nil when it is not known.
    private func retention(of point: RecoveryPoint, in place: VaultIndex.Place) -> Retention? {
        let vault = place.vault.arn.text
        let renewing = rules.filter { $0.gap != nil && $0.renews(place) }.map { $0.retention(in: vault) }
        let known = [point.retention].compactMap { $0 } + renewing
        guard let first = known.first else { return nil }
        let longest = known.dropFirst().reduce(first, Retention.longer)
        guard case .lasting(let span) = longest,
            coverage.unread.contains(where: { place.region == home || $0.mayRenew(vault) })
        else {
            return longest
        }
        return .atLeast(span)
    }

    // MARK: Plans

    /// Whether some rule renews a vault's recovery points of the resource, or may.
    private func renewable(_ vault: String) -> Bool {
        let place = account.vaults.place(ofVault: vault)
        return rules.contains { rule in
            place.map { rule.renews($0) } ?? rule.copies.contains { $0.vaultARN == vault }
        } || coverage.unread.contains { place?.region == home || $0.mayRenew(vault) }
    }

    private mutating func examinePlans() {
        var failing: Set<String> = []
        for rule in rules {
            for target in rule.copies
            where !settled.contains(target.vaultARN) && failing.insert(target.vaultARN).inserted {
                examine(target, of: rule)
            }
        }
        if threat != .regionOutage { examineLocalPlans() }
    }

    /// A rule whose vault of the home region holds nothing of the resource yet.
    private mutating func examineLocalPlans() {
        for rule in rules {
            guard let place = account.vaults.place(ofVaultNamed: rule.rule.targetVault, in: home),
                settled.insert(place.vault.arn.text).inserted
            else { continue }
            if case .never = rule.period {
                found.deadEnds.append("\(rule.label) never runs")
            } else if case .lost(let why) = account.vaultHolds(place.vault, against: threat) {
                found.deadEnds.append(why)
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

    private mutating func examine(_ target: PlannedRule.CopyTarget, of rule: PlannedRule) {
        if case .never = rule.period {
            found.deadEnds.append("\(rule.label) never runs")
            return
        }
        if let vault = account.vaults.place(ofVault: target.vaultARN)?.vault {
            if case .lost(let why) = account.vaultHolds(vault, against: threat) {
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
        var reason: String
        var isKnown = false
        switch account.vaults.presence(of: target, caller: account.caller) {
        case .looked:
            reason = "no usable copy is in vault \(target.vaultName) of \(target.region) yet"
            if case .notYet(let first) = rule.period { reason += ", its schedule begins on \(first.day)" }
            isKnown = true
        case .otherAccount(let owner): reason = "vault \(target.vaultName) of account \(owner) cannot be looked into"
        case .missing:
            found.deadEnds.append("\(rule.label) copies to vault \(target.vaultName), which does not exist")
            return
        case .ownerUnread:
            reason = "whether a copy is in vault \(target.vaultName) is not known: whose account this is was not read"
        case .unread(let gap):
            reason = "whether a copy is in vault \(target.vaultName) is not known: \(gap)"
            // Told below, with all else that is not known of the vault or its region.
            isKnown = true
        case .regionUnread:
            reason = "backup vaults of \(target.region) unread: not read"
            isKnown = !account.mayHaveBackup(resource)
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

    // MARK: What was not read

    /// A copy may lie in a vault that was not looked into, provided that a plan may copy there or that the resource ever
    /// had a backup in its own region, which AWS lists (2.13).
    private mutating func examineUnreadVaults() {
        let everBackedUp = account.mayHaveBackup(resource)
        var dark = UnreadRegions()
        var hidden = UnreadRegions()
        // Nothing of this account survives its loss, whatever its vaults hold.
        guard threat != .accountLoss else { return }
        for (region, gap) in account.vaults.unlistedRegions where survives(region) {
            let renewed =
                rules.contains { region == home || $0.copies.contains { $0.region == region } }
                || coverage.unread.contains { region == home || $0.mayCopy(to: region) }
            if renewed { dark.add(region, gap) } else if everBackedUp { hidden.add(region, gap) }
        }
        if let words = dark.words { found.unread.append(UnreadFact(words, ceiling: .protected)) }
        if let words = hidden.words { found.unread.append(UnreadFact(words, ceiling: .atRisk)) }
        for index in account.vaults.unread {
            let place = account.vaults.places[index]
            guard survives(place.region), let gap = place.gap else { continue }
            if case .lost = account.vaultHolds(place.vault, against: threat) { continue }
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
        if threat == .regionOutage, case .impossible = copying { return }
        for gap in coverage.unread where threat != .regionOutage || gap.mayCopy {
            found.unread.append(UnreadFact(gap.text, ceiling: .atRisk))
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
