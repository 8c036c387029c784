import AWSModel

/// Works out what protection costs a month, from what was read of sizes and traffic and a list of prices.
package struct CostEstimator: Sendable {
    let inventory: Inventory
    let prices: PriceList

    package init(_ inventory: Inventory, prices: PriceList) {
        self.inventory = inventory
        self.prices = prices
    }

    /// Nil where it was not read.
    func usage(of bucket: String) -> BucketUsage? { inventory.usage?[bucket] }

    /// Replicas of a bucket, by the rules for one destination.
    func replication(of bucket: Bucket, by rules: DestinationRules, to target: Region?) -> MonthlyCost {
        guard let home = bucket.region.value, let target else {
            return MonthlyCost([MonthlyCost.Part(.other, .unknown("the regions of both sides were not read"))])
        }
        var cost = ReplicationCost(rules, of: usage(of: bucket.name), from: home, to: target)
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
