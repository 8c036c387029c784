import AWSModel

/// Works out what protection costs a month, from what was read of sizes and traffic and a list of prices.
package struct CostEstimator: Sendable {
    let inventory: Inventory
    let prices: PriceList
    /// The buckets that replicate to a bucket, by its name.
    private let sources: [String: [String]]

    package init(_ inventory: Inventory, prices: PriceList) {
        self.init(inventory, prices: prices, sources: ReplicatedBuckets(inventory).sources)
    }

    init(_ inventory: Inventory, prices: PriceList, sources: [String: [String]]) {
        self.inventory = inventory
        self.prices = prices
        self.sources = sources
    }

    /// Nil where it was not read.
    func usage(of bucket: String) -> BucketUsage? { inventory.usage?[bucket] }

    /// Replicas of a bucket, by the rules for one destination.
    func replication(of bucket: Bucket, by rules: DestinationRules, to target: Region?) -> MonthlyCost {
        guard let home = bucket.region.value, let target else {
            return MonthlyCost([MonthlyCost.Part(.other, .unknown("the regions of both sides were not read"))])
        }
        var cost = ReplicationCost(rules, of: usage(of: bucket.name), from: home, to: target)
        // What a replica holds is told best by itself, where nothing else is in it.
        let isOnlyReplica = sources[rules.destination] == [bucket.name] && sources[bucket.name] == nil
        let deletes = (bucket.lifecycle.value?.rules ?? []).contains(where: \.deletes)
        if isOnlyReplica, let bytes = usage(of: rules.destination)?.bytes.value {
            let (replica, own) = (StoredBytes(bytes), usage(of: bucket.name)?.bytes.value.map { StoredBytes($0).whole })
            if let own, replica.whole > own, !deletes {
                cost.sizeDoubt = "its destination holds more than the bucket, and what of it are replicas is not known"
            } else {
                cost.replica = replica
            }
        } else if (bucket.lifecycle.value?.rules ?? []).contains(where: \.deletes) {
            cost.sizeDoubt = "the bucket's lifecycle deletes what its replica keeps, whose size was not read"
        }
        // Lifecycles do not replicate (1.8): what the bucket moves to another class stays where it was in the replica.
        if !bucket.lifecycle.isRead {
            cost.classDoubt = "the bucket's lifecycle was not read"
        } else if (bucket.lifecycle.value?.rules ?? []).contains(where: { $0.isEnabled && !$0.transitions.isEmpty }) {
            cost.classDoubt = "the bucket's lifecycle moves objects, and replicas stay where they are"
        }
        return cost.monthly(prices)
    }

    /// The recovery points of a resource in a vault.
    ///
    /// - Parameter point: the newest; nil where one is only planned.
    func backup(
        of type: ResourceType, named name: String, in home: Region?, kept point: RecoveryPoint?, in region: Region
    ) -> MonthlyCost {
        let origin = point?.sourceVaultARN.flatMap { ARN($0)?.region } ?? home
        return BackupCost(
            type: type.backupName, region: region, source: origin == region ? nil : origin,
            used: UsedBytes(type == .s3Bucket ? usage(of: name) : nil), point: point
        ).monthly(prices)
    }
}

extension LifecycleRule {
    /// Whether it ends versions, current ones or others.
    fileprivate var deletes: Bool {
        isEnabled && (expirationDays != nil || expirationDate != nil || noncurrentExpirationDays != nil)
    }
}

extension ResourceType {
    /// What AWS Backup calls it.
    var backupName: String {
        switch self {
        case .s3Bucket: "S3"
        case .rdsInstance, .rdsCluster: "RDS"
        case .auroraCluster: "Aurora"
        case .dynamoDBTable: "DynamoDB"
        case .ebsVolume: "EBS"
        case .efsFileSystem: "EFS"
        case .other(let name): name
        }
    }
}
