import AWSModel
import Foundation

/// What a bucket's own versions and locks are worth (5.1, notes 9 and 10).
struct VersionPaths {
    /// A mistake is taken to be noticed within a week: what is kept for less is at risk.
    static let noticeDays = 7
    /// How much of that week must be left of what is kept for the week: a daily backup of seven days has six.
    static let leastReach = Duration.days(5)

    let bucket: Bucket
    let home: Region
    let threat: Threat
    let account: AccountView
    private var found = SurvivingPaths()

    static func find(_ bucket: Bucket, home: Region, threat: Threat, in account: AccountView) -> SurvivingPaths {
        var search = VersionPaths(bucket: bucket, home: home, threat: threat, account: account)
        switch threat {
        case .accidentalDeletion, .corruption:
            search.examineVersions()
            search.examineLock()
        case .versionPurge, .maliciousAdmin: search.examineLock()
        case .regionOutage, .accountLoss, .keyLoss: break
        }
        return search.found
    }

    private init(bucket: Bucket, home: Region, threat: Threat, account: AccountView) {
        self.bucket = bucket
        self.home = home
        self.threat = threat
        self.account = account
    }

    // MARK: Versions

    private mutating func examineVersions() {
        if let gap = bucket.versioning.gap {
            found.unread.append(UnreadFact("versioning unread: \(gap)", ceiling: .protected))
            return
        }
        guard let status = bucket.versioning.value?.status else {
            found.deadEnds.append("its versioning is not enabled")
            return
        }
        var facts = PathFacts()
        if status != .known(.enabled) {
            facts.partial.append("versioning is \(status.wire): what is written since is not kept")
        }
        judgeNoncurrent(&facts)
        judgeKey(&facts)
        append(.s3Versioning, noncurrentRetention, facts)
    }

    private var noncurrentRetention: Retention? {
        guard let lifecycle = bucket.lifecycle.isRead ? bucket.lifecycle : nil else { return nil }
        return lifecycle.value?.noncurrentDays(after: threat).map { .lasting(.days($0)) } ?? .forever
    }

    private func judgeNoncurrent(_ facts: inout PathFacts) {
        if let gap = bucket.lifecycle.gap {
            facts.unread.append("lifecycle unread: \(gap)")
        } else if let days = bucket.lifecycle.value?.noncurrentDays(after: threat) {
            let text = "its lifecycle deletes noncurrent versions after \(days) days"
            if days < Self.noticeDays { facts.faults.append(text) } else { facts.notes.append(text) }
        }
    }

    // MARK: Object Lock

    private mutating func examineLock() {
        if let gap = bucket.objectLock.gap {
            found.unread.append(UnreadFact("Object Lock unread: \(gap)", ceiling: .protected))
            return
        }
        guard let lock = bucket.objectLock.value, lock.enabled else {
            if threat == .versionPurge || threat == .maliciousAdmin { found.deadEnds.append("no Object Lock") }
            return
        }
        guard let mode = lock.defaultMode, let days = lock.defaultDays else {
            found.unread.append(
                UnreadFact("which objects are locked is not read: Object Lock has no default", ceiling: .protected))
            return
        }
        var facts = PathFacts()
        judgeMode(mode, &facts)
        judgeRetention(days, &facts)
        judgeReplicas(&facts)
        judgeKey(&facts)
        if let sample = sampled {
            sample.judge(&facts)
        } else {
            facts.notes.append("objects older than the default lock are not proven to be locked")
        }
        // A lifecycle deletes no version before its lock ends.
        let locked = Retention.lasting(.days(days))
        let kept = noncurrentRetention.map { Retention.longer($0, locked) } ?? .atLeast(.days(days))
        append(.s3ObjectLock, kept, facts)
    }

    /// What nothing can decrypt is kept in vain.
    private func judgeKey(_ facts: inout PathFacts) {
        if let gap = bucket.encryption.gap { facts.unread.append("the bucket's default key unread: \(gap)") }
        guard let name = bucket.encryption.value.flatMap({ $0.isKMS ? $0.kmsKeyID : nil }) else { return }
        switch account.state(ofKey: name, in: home) {
        case .usable: break
        case .broken(let fault): facts.faults.append("the bucket's default key \(fault)")
        case .unread(let gap): facts.unread.append("state of the bucket's default key unread: \(gap)")
        }
    }

    /// A replica brings the retention of its source, where that gives one, and not the default of this bucket (1.15).
    private func judgeReplicas(_ facts: inout PathFacts) {
        if let unread = account.unreadReplication(besides: bucket.name) {
            facts.unread.append("whose replicas are in it is not known: replication of \(unread) unread")
        }
        for name in account.sources[bucket.name] ?? [] {
            guard let source = account.bucket(named: name) else { continue }
            if let gap = source.objectLock.gap {
                facts.unread.append("Object Lock of bucket \(name), whose replicas are in it, unread: \(gap)")
            }
            guard let lock = source.objectLock.value, lock.enabled, let mode = lock.defaultMode,
                let days = lock.defaultDays
            else { continue }
            var theirs = PathFacts()
            judgeMode(mode, &theirs)
            judgeRetention(days, of: source, &theirs)
            facts.partial += (theirs.faults + theirs.partial).map { "replicas of \(name) bring its lock: \($0)" }
            facts.unread += theirs.unread
        }
    }

    private func judgeMode(_ mode: Open<ObjectLockConfiguration.Mode>, _ facts: inout PathFacts) {
        switch mode {
        case .known(.compliance): return
        case .known(.governance):
            // Whoever may bypass it has to do so on purpose.
            if threat == .versionPurge || threat == .maliciousAdmin {
                facts.faults.append("Object Lock is in governance mode, which can be bypassed")
            }
        case .other(let text): facts.unread.append("Object Lock is in mode \(text)")
        }
    }

    /// A default lock ends some days after an object was written: what is older lies open, unless it was locked anew. A
    /// bucket's date says little of what is in it: it moves when its policy is edited, and a lock may come later (1.15).
    private func judgeRetention(_ days: Int, of source: Bucket? = nil, _ facts: inout PathFacts) {
        guard days >= Self.noticeDays else {
            facts.faults.append("each version is locked for \(days) days only")
            return
        }
        let bucket = source ?? bucket
        let oldest = account.now.addingTimeInterval(-Double(days) * 86_400)
        let isYoung = bucket.createdAt.map { $0 > oldest } ?? false
        guard isYoung || bucket.lifecycle.value?.endsAll(within: days) == true else {
            facts.partial.append("each version is locked for \(days) days only, older ones lie open")
            return
        }
        // What objects say of their locks is judged by itself.
        guard sampled == nil else { return }
        facts.unread.append("that nothing is older than its lock of \(days) days is not known: no object was sampled")
    }

    private var sampled: SampledLocks? {
        SampledLocks(of: bucket, bypassable: threat == .versionPurge || threat == .maliciousAdmin, in: account)
    }

    private mutating func append(
        _ mechanism: RecoveryPath.Mechanism, _ retention: Retention?, _ facts: PathFacts
    ) {
        found.paths.append(
            RecoveryPath(
                mechanism: mechanism, region: home, account: account.caller,
                target: account.arn(ofBucket: bucket.name), scope: facts.scope, healthy: facts.isHealthy,
                assurance: .configured, recoveryPoint: Estimate(duration: .zero, basis: .configured),
                recoveryTime: Estimate.longer(
                    RecoveryTimes.undelete, RecoveryTimes.repointing(to: bucket.lifecycle.value?.archive)),
                retention: retention, reasons: facts.reasons))
        guard facts.faults.isEmpty, facts.partial.isEmpty else { return }
        found.unread += facts.unread.map { UnreadFact($0, ceiling: .protected) }
    }
}

extension LifecycleConfiguration {
    /// Whether every version is meant to be gone so many days after it was written: the lock ends no later, and nothing
    /// that is still wanted outlives it.
    fileprivate func endsAll(within days: Int) -> Bool {
        let whole = rules.filter {
            $0.isEnabled && ($0.prefix ?? "").isEmpty && $0.tags.isEmpty && $0.objectSizeGreaterThan == nil
                && $0.objectSizeLessThan == nil
        }
        let current = whole.compactMap(\.expirationDays).min()
        let noncurrent = whole.filter { ($0.newerNoncurrentVersions ?? 0) == 0 }.compactMap(\.noncurrentExpirationDays)
            .min()
        guard let current, let noncurrent else { return false }
        return current + noncurrent <= days
    }
}

extension ObjectLockConfiguration {
    /// A year counts as 365 days.
    var defaultDays: Int? { defaultRetentionDays ?? defaultRetentionYears.map { min($0, 1000) * 365 } }
}
