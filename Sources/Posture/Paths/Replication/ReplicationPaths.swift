import AWSModel

/// The replicas of a bucket that survive a threat (1.1-1.17).
struct ReplicationPaths {
    let subject: ReplicationSubject
    let threat: Threat
    let account: AccountView
    private var found = SurvivingPaths()

    /// One path for each destination: for an outage, in another region.
    static func find(_ subject: ReplicationSubject, threat: Threat, in account: AccountView) -> SurvivingPaths {
        var search = ReplicationPaths(subject: subject, threat: threat, account: account)
        search.run()
        return search.found
    }

    private init(subject: ReplicationSubject, threat: Threat, account: AccountView) {
        self.subject = subject
        self.threat = threat
        self.account = account
    }

    var bucket: Bucket { subject.bucket }
    var home: Region { subject.home }

    private mutating func run() {
        if let gap = bucket.replication.gap {
            found.unread.append(UnreadFact("replication unread: \(gap)", ceiling: .protected))
            return
        }
        guard let configuration = bucket.replication.value, !configuration.rules.isEmpty else {
            found.deadEnds.append("no replication rule" + (account.replicaWords(bucket.name) ?? ""))
            return
        }
        for rule in configuration.rules {
            guard case .other(let status) = rule.status else { continue }
            found.unread.append(
                UnreadFact("whether rule \(rule.label) replicates is not known: it is \(status)", ceiling: .protected))
        }
        if subject.destinations.isEmpty, found.unread.isEmpty {
            found.deadEnds.append("every replication rule is disabled")
        }
        for destination in subject.destinations { examine(destination, role: configuration.role) }
    }

    private mutating func examine(_ target: ReplicationSubject.Destination, role: String) {
        let rules = target.rules
        let name = rules.destination
        guard !account.isForeign(rules) else {
            found.deadEnds.append(
                "destination \(name) is in partition \(rules.partition ?? ""), where nothing replicates to")
            return
        }
        guard let destination = target.bucket else {
            found.unread.append(UnreadFact("destination \(name) unread: not read", ceiling: .protected))
            return
        }
        if destination.region.isAbsent {
            found.deadEnds.append("destination \(name) does not exist")
            return
        }
        guard let region = destination.region.value else {
            let gap = destination.region.gap ?? "not read"
            found.unread.append(UnreadFact("region of destination \(name) unread: \(gap)", ceiling: .protected))
            return
        }
        guard region != home || threat != .regionOutage else {
            found.deadEnds.append("replicates to \(name) in the same region")
            return
        }
        if let unread = unreadLock(rules, destination) {
            found.unread.append(unread)
            return
        }
        if let why = lossTogether(rules, destination, in: region) {
            found.deadEnds.append(why)
            return
        }
        append(path(target, to: destination, in: region, role: role), to: destination)
    }

    private mutating func append(_ candidate: (RecoveryPath, PathFacts), to destination: DestinationBucket) {
        let (path, facts) = candidate
        found.paths.append(path)
        // What a 403 hides of a destination leaves the path standing, not healthy (design, section 3). A fault that
        // was read decides whatever is unread beside it.
        guard facts.faults.isEmpty, facts.partial.isEmpty, !destination.accessDenied else { return }
        found.unread += facts.unread.map { UnreadFact($0, ceiling: .protected) }
    }

    private func path(
        _ target: ReplicationSubject.Destination, to destination: DestinationBucket, in region: Region, role: String
    ) -> (RecoveryPath, PathFacts) {
        var facts = PathFacts()
        let (rules, evidence) = (target.rules, target.evidence)
        let crossAccount = account.isCrossAccount(rules)
        judgeScope(rules, &facts)
        judgeReplicas(to: rules, &facts)
        judgeThreat(rules, destination, &facts)
        judgeVersioning(destination, &facts)
        judgeEncryption(rules, region: region, crossAccount: crossAccount ?? false, &facts)
        if threat != .keyLoss { judgeSourceKey(isAtWork: evidence.isAtWork, &facts) }
        judgeObjectLock(destination, &facts)
        judgeLifecycle(destination, &facts)
        judgeRole(role, target.role, isAtWork: evidence.isAtWork, &facts)
        if account.isSwitchedOff(region) { facts.faults.append("region \(region) is not enabled") }
        if crossAccount != false { facts.notes.append("bucket policy and Requester Pays of the destination not read") }
        if let failure = evidence.failure { facts.faults.append(failure) }
        evidence.sample?.judge(&facts)
        if let gap = account.inventory.objectSamples?[bucket.name]?.gap {
            facts.notes.append("objects not sampled: \(gap)")
        }
        if let gap = evidence.unread { facts.unread.append("replication metrics unread: \(gap)") }
        let path = RecoveryPath(
            mechanism: .s3Replication, region: region, account: account.owner(of: rules),
            target: ARN.bucket(destination.name, partition: account.inventory.partition).text, scope: facts.scope,
            healthy: facts.isHealthy, assurance: evidence.isObserved ? .observed : .configured,
            recoveryPoint: facts.faults.isEmpty && !leavesOutWhatIsNew(rules, region, crossAccount)
                ? Self.recoveryPoint(rules, evidence) : nil,
            recoveryTime: recoveryTime(rules, destination), retention: Self.retention(in: destination),
            reasons: facts.reasons)
        return (path, facts)
    }

    /// Whether what is written now does not arrive, for a rule cannot replicate what the bucket's default key encrypts: how
    /// far back a replica then is nobody knows.
    private func leavesOutWhatIsNew(_ rules: DestinationRules, _ region: Region, _ crossAccount: Bool?) -> Bool {
        guard bucket.encryption.value?.isKMS == true else { return false }
        return rules.inForce.contains { rule in
            guard rule.selectsKMSObjects else { return true }
            let key = ReplicaKey(of: rule, destinationRegion: region, crossAccount: crossAccount ?? false, in: account)
            if case .wrongRegion = key { return true }
            return false
        }
    }

    /// Measured only where every rule in force was: the latency of one says nothing of another's objects, but that
    /// they are not known to be faster.
    private static func recoveryPoint(_ rules: DestinationRules, _ evidence: ReplicationEvidence) -> Estimate {
        var seen: Duration?
        if let latency = evidence.maximumLatency, latency.isFinite, latency >= 0 {
            seen = .seconds(Int64(min(latency, 1e12).rounded(.up)))
        }
        if let seen, evidence.measuresEveryRule { return Estimate(duration: seen, basis: .measured) }
        if let bound = rules.replicationTime {
            return Estimate(duration: max(bound, seen ?? bound), basis: .configured)
        }
        return Estimate(duration: max(.minutes(15), seen ?? .zero), basis: .typical)
    }

    /// Deletions of versions never replicate (1.7): what was deleted or overwritten stays as a noncurrent version, until
    /// the destination's own lifecycle ends it.
    private static func retention(in destination: DestinationBucket) -> Retention? {
        guard destination.lifecycle.isRead else { return nil }
        let rules = (destination.lifecycle.value?.rules ?? []).filter(\.isEnabled)
        return rules.compactMap(\.noncurrentExpirationDays).min().map { .lasting(.days($0)) } ?? .forever
    }

    /// The slowest storage class decides, be it of the rules in force or where the destination moves replicas.
    private func recoveryTime(_ rules: DestinationRules, _ destination: DestinationBucket) -> Estimate {
        let classes = rules.inForce.map(\.destination.storageClass) + [destination.lifecycle.value?.archive]
        return classes.map(RecoveryTimes.repointing(to:)).reduce(RecoveryTimes.repointing, Estimate.longer)
    }
}

extension ReplicationPaths {
    private func judgeScope(_ rules: DestinationRules, _ facts: inout PathFacts) {
        guard rules.whole == nil else { return }
        let scopes = rules.inForce.map(\.scopeWords)
        let listed =
            scopes.prefix(3).joined(separator: ", ") + (scopes.count > 3 ? " and \(scopes.count - 3) more" : "")
        facts.partial.append(scopes.count == 1 ? "rule covers \(listed) only" : "rules cover \(listed) only")
    }

    /// What came to the bucket as a replica does not go on from it (1.8), unless its source takes it to the same place.
    private func judgeReplicas(to rules: DestinationRules, _ facts: inout PathFacts) {
        for name in account.sources[bucket.name] ?? [] where name != rules.destination {
            let source = account.bucket(named: name)
            // Where the source's region is not lost, they are still there.
            if threat == .regionOutage, let region = source?.region.value, region != home { continue }
            let others = source?.replication.value.map(DestinationRules.all) ?? []
            guard !others.contains(where: { $0.destination == rules.destination && $0.whole != nil }) else { continue }
            facts.partial.append("replicas of \(name) do not go on from here")
        }
        if let unread = account.unreadReplication(besides: bucket.name), unread != rules.destination {
            facts.notes.append("whether replicas of others are in it is not known: replication of \(unread) unread")
        }
    }

    /// Both sides must have versioning Enabled (1.14).
    private func judgeVersioning(_ destination: DestinationBucket, _ facts: inout PathFacts) {
        judge(bucket.versioning, "the bucket", &facts)
        judge(destination.versioning, "destination \(destination.name)", &facts)
    }

    private func judge(_ versioning: Reading<BucketVersioning>, _ whose: String, _ facts: inout PathFacts) {
        if let gap = versioning.gap {
            facts.unread.append("versioning of \(whose) unread: \(gap)")
        } else if versioning.value?.isEnabled != true {
            facts.faults.append("versioning of \(whose) is \(versioning.value?.status?.wire ?? "not enabled")")
        }
    }

    /// Objects under KMS replicate only when the winning rule opts in and names a key of the destination's region
    /// (1.9).
    private func judgeEncryption(
        _ rules: DestinationRules, region: Region, crossAccount: Bool, _ facts: inout PathFacts
    ) {
        var allOptIn = true
        for rule in rules.inForce {
            guard rule.selectsKMSObjects else {
                if allOptIn { judgeMissingOptIn(rule, &facts) }
                allOptIn = false
                continue
            }
            switch ReplicaKey(of: rule, destinationRegion: region, crossAccount: crossAccount, in: account) {
            case .usable: break
            // Replication at work says that it could encrypt; whoever needs the replicas has to decrypt them then.
            case .stateUnread(let text), .unread(let text): facts.unread.append(text)
            case .wrongRegion(let text): facts.partial.append(text)
            case .broken(let text): facts.faults.append(text)
            }
        }
    }

    private func judgeMissingOptIn(_ rule: ReplicationRule, _ facts: inout PathFacts) {
        if let gap = bucket.encryption.gap {
            facts.unread.append("default encryption unread (\(gap)), and rule \(rule.label) leaves KMS objects out")
            return
        }
        guard let encryption = bucket.encryption.value else { return }
        switch encryption.algorithm {
        case .known(.sseS3): break
        case .known(let algorithm):
            facts.partial.append(
                "rule \(rule.label) leaves out objects encrypted with \(algorithm.rawValue), the bucket's default")
        case .other(let algorithm):
            facts.unread.append("whether objects encrypted with \(algorithm) replicate is not known")
        }
    }

    /// Objects under a key that cannot decrypt are not read, so not replicated (1.20).
    private func judgeSourceKey(isAtWork: Bool, _ facts: inout PathFacts) {
        if let gap = bucket.encryption.gap {
            facts.miss("the bucket's default key unread: \(gap)", isAtWork: isAtWork)
        }
        guard let encryption = bucket.encryption.value, encryption.isKMS, let name = encryption.kmsKeyID else { return }
        switch account.state(ofKey: name, in: home) {
        case .usable: break
        case .broken(let fault): facts.faults.append("the bucket's default key \(fault)")
        case .unread(let gap): facts.miss("state of the bucket's default key unread: \(gap)", isAtWork: isAtWork)
        }
    }

    /// A replica that expires before its source is no replica of what has expired (1.8).
    private func judgeLifecycle(_ destination: DestinationBucket, _ facts: inout PathFacts) {
        if let gap = destination.lifecycle.gap {
            facts.unread.append("lifecycle of the destination unread: \(gap)")
            return
        }
        let expiry = LifecycleComparison(source: bucket.lifecycle.value, destination: destination.lifecycle.value)
        guard let sooner = expiry.expiresSooner else { return }
        if let gap = bucket.lifecycle.gap {
            facts.unread.append("lifecycle of the bucket unread: \(gap), and destination \(destination.name) \(sooner)")
        } else {
            facts.partial.append("destination \(destination.name) \(sooner), the bucket keeps them longer")
        }
    }

    /// A locked source needs Object Lock on the destination (1.15).
    private func judgeObjectLock(_ destination: DestinationBucket, _ facts: inout PathFacts) {
        if destination.objectLock.value?.enabled == true { return }
        if let gap = bucket.objectLock.gap {
            facts.unread.append("Object Lock of the bucket unread: \(gap)")
            return
        }
        guard bucket.objectLock.value?.enabled == true else { return }
        if let gap = destination.objectLock.gap {
            facts.unread.append("Object Lock of destination \(destination.name) unread: \(gap)")
        } else {
            facts.faults.append("the bucket has Object Lock, destination \(destination.name) has not")
        }
    }

    /// A role that is gone, that S3 may not assume or that may not replicate copies nothing, unless metrics show it at
    /// work; what else its policies lack is a hint, not proof (1.17).
    private func judgeRole(
        _ role: String, _ standing: ReplicationRoleStanding?, isAtWork: Bool, _ facts: inout PathFacts
    ) {
        guard let reading = account.inventory.roles[role] else {
            facts.miss("replication role unread: not read", isAtWork: isAtWork)
            return
        }
        if reading.role.isAbsent {
            facts.faults.append("replication role \(role) does not exist")
            return
        }
        if let gap = reading.role.gap ?? reading.policies.gap {
            facts.miss("replication role unread: \(gap)", isAtWork: isAtWork)
        }
        if let fault = standing?.fault, !isAtWork {
            facts.faults.append("replication role \(role) cannot replicate: \(fault)")
        } else if let doubt = standing?.doubt, !isAtWork {
            facts.unread.append("whether replication role \(role) may use the keys is not known: \(doubt)")
        } else if let gap = standing?.gaps.first {
            facts.notes.append("replication role may not suffice: \(gap)")
        }
    }
}
