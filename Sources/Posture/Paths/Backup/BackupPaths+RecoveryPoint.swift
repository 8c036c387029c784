import AWSModel
import Foundation

/// What a recovery point is worth by itself: its state, vault, key, age and what renews it.
extension BackupPaths {
    func judgeStatus(_ point: RecoveryPoint, _ facts: inout PathFacts) {
        switch point.status {
        case .known(.completed), .known(.available), .known(.expired), .known(.deleting): break
        case .known(.partial): facts.partial.append("newest copy is partial")
        case .known(.stopped): facts.faults.append("its continuous backup has stopped")
        case .known(.creating): facts.faults.append("its first copy is still being made")
        case .other(let text): facts.unread.append("recovery point is in state \(text), which is not known")
        case nil: facts.unread.append("state of the recovery point is not known")
        }
    }

    func judgeVault(_ point: RecoveryPoint, _ place: VaultIndex.Place, _ facts: inout PathFacts) {
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
    func judgeSource(_ facts: inout PathFacts) {
        guard let versioning = account.bucket(resource)?.versioning else { return }
        if let gap = versioning.gap {
            facts.unread.append("versioning of the bucket unread: \(gap)")
        } else if versioning.value?.isEnabled != true {
            facts.faults.append(
                "versioning of the bucket is \(versioning.value?.status?.wire ?? "not enabled"), and backups need it")
        }
        judgeArchive(&facts)
    }

    /// What is archived is in no backup (2.8).
    private func judgeArchive(_ facts: inout PathFacts) {
        guard let lifecycle = account.bucket(resource)?.lifecycle else { return }
        if let gap = lifecycle.gap {
            facts.unread.append("lifecycle of the bucket unread: \(gap)")
        } else if let storageClass = lifecycle.value?.archiveOfCurrent {
            facts.partial.append("its lifecycle moves objects to \(storageClass), which backups leave out")
        }
    }

    /// Clocks differ by minutes at most: the date of a recovery point from later on is not understood.
    func age(of point: RecoveryPoint, _ facts: inout PathFacts) -> Duration? {
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
    func judgeJob(_ point: RecoveryPoint, _ facts: inout PathFacts) {
        guard let made = point.createdAt else { return }
        if let region = resource.region, let jobs = account.backup(in: region)?.troubledJobs, let gap = jobs.gap {
            facts.unread.append("backup jobs of \(region) unread: \(gap)")
        }
        if point.isLive, let doubt = liveDoubt(since: made, into: point.vaultName) {
            facts.unread.append("whether its continuous backup goes on is not known: \(doubt)")
        }
        if let region = resource.region, let since = account.backup(in: region)?.completedJobsSince, made < since,
            !point.isLive
        {
            facts.unread.append("how the job ended that made it is not known: there were too many after it")
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
        // Of older jobs AWS Backup tells nothing (2.13), and one that backs up not all of a bucket completes (2.8). What is
        // continuous goes on since.
        if account.bucket(resource) != nil, !point.isLive, Duration(from: made, to: account.now) > .days(Self.jobDays) {
            facts.unread.append("how the job ended that made it is not known after \(Self.jobDays) days")
        }
    }

    /// What speaks against a continuous backup that AWS Backup calls available: jobs, or that no plan makes it any more.
    private func liveDoubt(since made: Date, into vault: String?) -> String? {
        if hasFailedJobs(since: made, into: vault) { return "backup jobs after its first failed" }
        let isPlanned = !coverage.unread.isEmpty || rules.contains { $0.rule.enableContinuousBackup == true }
        return isPlanned ? nil : "no rule that selects it is continuous"
    }

    /// What was backed up before the resource was made is of an earlier one of its name: an ARN with an id of its own has
    /// none, and a bucket's date moves.
    func judgeName(_ point: RecoveryPoint, _ facts: inout PathFacts) {
        guard let made = point.createdAt, let begun = account.creation(of: resource), made < begun, !point.isLive else {
            return
        }
        facts.faults.append("its newest recovery point is of an earlier one of that name, made before \(begun.day)")
    }

    /// For so long AWS Backup lists jobs (2.13).
    private static let jobDays = 30

    /// A recovery point counts while it is no older than the objective, or else than its rule lets it grow, and while a
    /// rule renews it (design, section 3).
    func judgeAge(_ age: Duration, of point: RecoveryPoint, in place: VaultIndex.Place, _ facts: inout PathFacts) {
        let isLive = point.isLive
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
        let renewing = renewing(place)
        judgeContinuity(renewing, isLive: isLive, &facts)
        judgeKeys(renewing, besides: place, &facts)
        var limits: [Duration] = []
        var notUnderstood: String?
        var first: Date?
        // What is deleted before the next is there bounds no age where another rule keeps longer.
        let lasting = renewing.filter { !$0.leavesHoles(in: vault) }
        for rule in lasting.contains(where: { $0.gap != nil }) ? lasting : renewing {
            switch rule.period {
            case .atMost(let limit): limits.append(limit)
            case .notYet(let run): first = min(first ?? run, run)
            case .never: break
            case .notUnderstood(let text): notUnderstood = notUnderstood ?? text
            }
        }
        if let limit = limits.min() {
            if !objective.boundsAge, age > limit {
                let (old, due) = Duration.words(age, against: limit)
                facts.faults.append("\(what) is \(old) old, its schedule renews it within \(due)")
            } else if !objective.boundsAge, let gap = staleIfSelected(age, in: place) {
                facts.unread.append(gap)
            }
            judgeRetention(renewing, newest: point, in: place, &facts)
        } else if let notUnderstood {
            facts.unread.append("schedule \(notUnderstood) is not understood")
        } else if let gap = coverage.unread.first(where: { place.region == home || $0.mayRenew(vault) }) {
            facts.unread.append(gap.text)
        } else if renewing.isEmpty, let refused = rules.first(where: { $0.renews(place) }) {
            facts.faults.append("the lock of vault \(place.vault.name) refuses what \(refused.label) would put there")
        } else if renewing.isEmpty {
            facts.faults.append("\(what) is \(age.words) old and no schedule renews it")
        } else if let first {
            facts.faults.append("\(what) is \(age.words) old and its schedule begins on \(first.day)")
        } else {
            facts.faults.append("\(what) is \(age.words) old and its schedule never runs again")
        }
    }

    /// A plan of which it is not known whether it selects the resource, and by whose schedule its newest is too old.
    private func staleIfSelected(_ age: Duration, in place: VaultIndex.Place) -> String? {
        let known = account.plans(in: home)?.rules ?? []
        return coverage.unread.first { gap in
            (gap.rules ?? []).contains { index in
                guard known[index].idleness == nil, known[index].renews(place), !known[index].isRefused(by: place),
                    case .atMost(let limit) = known[index].period
                else { return false }
                return age > limit
            }
        }?.text
    }

    /// Where every rule that runs deletes its copies before it makes the next, there is none for a while.
    /// So also where the newest is one of those, and what keeps longer has made nothing yet.
    func judgeRetention(
        _ renewing: [PlannedRule], newest point: RecoveryPoint, in place: VaultIndex.Place, _ facts: inout PathFacts
    ) {
        let vault = place.vault.arn.text
        let running = renewing.filter { $0.gap != nil }
        let brief = running.filter { $0.leavesHoles(in: vault) }
        let isBrief = brief.contains { point.retention != nil && $0.retention(in: vault) == point.retention }
        let lasting = running.filter { !$0.leavesHoles(in: vault) && (!isBrief || $0.hasRun(by: account.now)) }
        guard !running.isEmpty, lasting.isEmpty else { return }
        let what = place.region == home ? "backups" : "copies"
        facts.faults.append("its \(what) are deleted before the schedule renews them")
    }

    /// A mistake is noticed within a week: what is kept for as long, and ends much sooner than that from now, brings
    /// nothing back by then. Of the vault only the newest is known, and what its rules keep for certain.
    func judgeNotice(_ point: RecoveryPoint, in place: VaultIndex.Place, _ facts: inout PathFacts) {
        guard threat.isNoticedLate, !point.isLive, let end = point.deletedAt, end > account.now else { return }
        let left = Duration(from: account.now, to: end)
        guard left < VersionPaths.leastReach, case .lasting(let kept)? = point.retention,
            kept >= .days(VersionPaths.noticeDays)
        else { return }
        if !reaching(renewing(place), in: place).contains(where: { $0.gap != nil }) {
            facts.faults.append("it is deleted in \(left.words), before a mistake is noticed for certain")
        }
    }

    /// The rules whose recovery points from before a mistake are in a vault when that is noticed, as far as is known: not
    /// those that have not run yet, nor, of several that are continuous, those that find another's (2.3).
    func reaching(_ rules: [PlannedRule], in place: VaultIndex.Place) -> [PlannedRule] {
        let continuous = self.rules.filter { $0.rule.enableContinuousBackup == true }.count
        return rules.filter { rule in
            rule.reachesBack(in: place.vault.arn.text) && rule.hasRun(by: account.now)
                && (rule.rule.enableContinuousBackup != true || continuous < 2)
        }
    }

    /// What is encrypted under a key that does not work is backed up no more; of a bucket that is told by its jobs, for each
    /// object has a key of its own. What is fully managed is under its vault's key, and under one that does not work
    /// nothing is backed up or copied (2.11).
    private func judgeKeys(
        _ renewing: [PlannedRule], besides place: VaultIndex.Place, _ facts: inout PathFacts
    ) {
        guard !renewing.isEmpty else { return }
        if threat != .keyLoss, resource.type != .s3Bucket { judgeOwnKey(&facts) }
        // A table is, where it can be copied at all (2.6).
        guard BackupFeatures.isFullyManaged(resource.type) || resource.type == .dynamoDBTable && copying == .possible
        else { return }
        var broken: String?
        var unread: String?
        for rule in renewing {
            guard let vault = account.vaults.place(ofVaultNamed: rule.rule.targetVault, in: home)?.vault,
                vault.arn != place.vault.arn, let key = vault.encryptionKeyARN
            else { return }
            switch account.state(ofKey: key, in: home) {
            case .usable: return
            case .broken(let why): broken = "key of vault \(vault.name), from which it is copied, \(why)"
            case .unread(let gap): unread = "key of vault \(vault.name), from which it is copied, unread: \(gap)"
            }
        }
        if let unread { facts.unread.append(unread) } else if let broken { facts.faults.append(broken) }
    }

    private func judgeOwnKey(_ facts: inout PathFacts) {
        switch account.key(of: resource) {
        case .none, .managed: return
        // Of what Lifeboat does not judge by itself no key is read.
        case .unread(let gap):
            if case .other = resource.type { return }
            facts.unread.append("whether its own key works is not known: \(gap)")
        case .customer(let name):
            switch account.state(ofKey: name, in: home) {
            case .usable: return
            case .broken(let why): facts.faults.append("its own key \(why), so nothing renews it")
            case .unread(let gap): facts.unread.append("state of its own key unread: \(gap)")
            }
        }
    }

    /// Continuous backups of a bucket track it by EventBridge; without, they stop with no alert (2.8).
    ///
    /// - Parameter isLive: the recovery point itself is continuous, whatever else is renewed beside it.
    func judgeContinuity(_ renewing: [PlannedRule], isLive: Bool, _ facts: inout PathFacts) {
        let isContinuous =
            isLive || (!renewing.isEmpty && renewing.allSatisfy { $0.rule.enableContinuousBackup == true })
        guard let notification = account.bucket(resource)?.notification, isContinuous else { return }
        if let gap = notification.gap {
            facts.unread.append("EventBridge notifications of the bucket unread: \(gap)")
        } else if notification.value?.eventBridge != true {
            facts.faults.append("its backup is continuous, and the bucket's EventBridge notifications are off")
        }
    }
}

extension LifecycleConfiguration {
    /// The class of archives that it moves current versions to; nil where it moves them to none.
    fileprivate var archiveOfCurrent: String? {
        rules.lazy.filter(\.isEnabled).flatMap(\.transitions)
            .first { !$0.noncurrent && ["GLACIER", "DEEP_ARCHIVE"].contains($0.storageClass) }?.storageClass
    }
}
