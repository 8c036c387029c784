import AWSModel

extension AccountDrawing {
    /// Gives a bucket rules, and the account the buckets that they name.
    mutating func replicate(_ index: Int, in account: inout DrawnAccount) {
        let source = account.buckets[index]
        guard source.versioning == .enabled else { return }
        var destinations: [DrawnBucket?] = []
        for number in 0..<dice.pick(1, 1, 1, 2) {
            destinations.append(destination("\(source.name)-dr\(number)", of: source))
        }
        account.buckets += destinations.compactMap { $0 }
        let targets = destinations.enumerated().map { number, bucket in
            (name: bucket?.name ?? "\(source.name)-dr\(number)", region: bucket?.region ?? "us-west-2")
        }
        var rules: [ReplicationRule] = []
        if dice.chance(20), let target = targets.first {
            rules = firstVersion(of: source, to: target)
        } else {
            for number in 0..<dice.pick(1, 1, 1, 2, 3) {
                guard let target = number < targets.count ? targets[number] : dice.pick(targets) else { continue }
                rules.append(secondVersion(number, of: source, to: target))
            }
        }
        account.buckets[index].rules = rules
        account.buckets[index].rulesFrom = dice.pick(0, 0, 0, 1, 2)
        account.buckets[index].role = dice.pick(
            .complete, .complete, .complete, .complete, .complete, .complete, .complete, .withoutDelete, .reader,
            .missing)
        if !rules.allSatisfy(\.destination.metricsEnabled) { account.buckets[index].lag = 15 }
    }

    /// Nil is a bucket that was never there.
    private mutating func destination(_ name: String, of source: DrawnBucket) -> DrawnBucket? {
        if dice.chance(5) { return nil }
        var bucket = DrawnBucket(name: name, region: region())
        if bucket.region == source.region, dice.chance(70) {
            bucket.region = dice.pick(DrawnAccount.regions.filter { $0 != source.region }) ?? bucket.region
        }
        bucket.versioning = dice.chance(90) ? .enabled : dice.pick(nil, .suspended)
        if dice.chance(6) { bucket.owner = DrawnAccount.stranger }
        if dice.chance(15), bucket.versioning == .enabled || source.lock != nil {
            bucket.lock = DrawnLock(mode: dice.pick(nil, nil, .compliance), days: dice.pick(1, 30))
        }
        if source.lock != nil, dice.chance(60) { bucket.lock = bucket.lock ?? DrawnLock(mode: nil) }
        if bucket.lock != nil { bucket.versioning = .enabled }
        if dice.chance(12) {
            bucket.lifecycle = DrawnLifecycle(
                prefix: dice.pick("", "", "a/"), current: dice.pick(nil, 1, 3), noncurrent: dice.pick(nil, 1, 3))
        }
        return bucket
    }

    private mutating func firstVersion(
        of source: DrawnBucket, to target: (name: String, region: Region)
    ) -> [ReplicationRule] {
        let prefixes: [String?] = dice.pick([nil], [""], [""], ["a/"], ["a/", "b/"])
        return prefixes.enumerated().map { number, prefix in
            var rule = ReplicationRule(
                id: "v1-\(number)", status: .known(dice.chance(90) ? .enabled : .disabled), legacyPrefix: prefix,
                destination: ReplicationDestination(bucket: "arn:aws:s3:::" + target.name))
            select(&rule, of: source, in: target.region)
            return rule
        }
    }

    private mutating func secondVersion(
        _ number: Int, of source: DrawnBucket, to target: (name: String, region: Region)
    ) -> ReplicationRule {
        let tag = Tag(key: "team", value: "x")
        let filter: ReplicationFilter = dice.pick(
            ReplicationFilter(), ReplicationFilter(), ReplicationFilter(), ReplicationFilter(prefix: ""),
            ReplicationFilter(prefix: "a/"), ReplicationFilter(tags: [tag]),
            ReplicationFilter(prefix: "a/", tags: [tag]))
        var rule = ReplicationRule(
            id: "v2-\(number)", priority: dice.pick(number, 10 - number),
            status: .known(dice.chance(90) ? .enabled : .disabled), filter: filter,
            destination: ReplicationDestination(bucket: "arn:aws:s3:::" + target.name),
            deleteMarkerReplication: .known(filter.tags.isEmpty && dice.chance(50) ? .enabled : .disabled))
        select(&rule, of: source, in: target.region)
        if dice.chance(40) {
            rule.destination.metricsEnabled = true
            if dice.chance(50) { rule.destination.replicationTimeMinutes = 15 }
        }
        return rule
    }

    /// Opts in to KMS, oftener where the bucket needs it, with a key that is right or not.
    private mutating func select(_ rule: inout ReplicationRule, of source: DrawnBucket, in region: Region) {
        guard dice.chance(source.defaultKey == nil ? 20 : 75) else { return }
        rule.kmsEncryptedObjects = .known(.enabled)
        rule.destination.replicaKMSKeyID = dice.pick(
            DrawnKey.placeholder("good", region), DrawnKey.placeholder("good", region),
            DrawnKey.placeholder("spare", region), DrawnKey.placeholder("good", source.region),
            DrawnKey.placeholder("off", region), DrawnKey.placeholder("dying", region),
            "arn:aws:kms:\(region):\(DrawnAccount.id):alias/good", "arn:aws:kms:\(region):\(DrawnAccount.id):key/none")
    }
}
