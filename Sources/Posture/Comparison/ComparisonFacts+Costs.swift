import AWSModel

extension ComparisonFacts {
    /// What one of the two costs, or would cost where there is none of it.
    struct Bill {
        var cost: MonthlyCost
        var isProjected = false

        /// "$12.34 a month", "would be at least $1.20 a month; not known: transfer: no request metrics"
        var words: String {
            let gaps = cost.gaps.map { "; not known: \($0)" } ?? ""
            guard cost.isKnown else { return "not known\(cost.gaps.map { ": \($0)" } ?? "")" }
            return "\(isProjected ? "none; would be " : "")\(cost.words)\(gaps)"
        }
    }

    /// Of all replicas together; nil where there is none, and none to compare with.
    var replicationBill: Bill? {
        guard let bucket, let rules else { return nil }
        let costs = destinations(of: rules).map { destination in
            estimator.replication(of: bucket, by: destination, to: region(of: destination.destination))
        }
        if let first = costs.first { return Bill(cost: costs.dropFirst().reduce(first, +)) }
        guard let home = bucket.region.value, let target = copies.lazy.map(\.region).first(where: { $0 != home }) else {
            return nil
        }
        let used = UsedBytes(estimator.usage(of: bucket.name))
        return Bill(
            cost: ReplicationCost(used: used, home: home, target: target).monthly(estimator.prices), isProjected: true)
    }

    /// Of all recovery points together; nil where there is none, and none to compare with.
    var backupBill: Bill? {
        let costs = points.compactMap { held -> MonthlyCost? in
            guard let point = held.newest.value, point.isUsable else { return nil }
            return cost(of: point, in: held.region)
        }
        if let first = costs.first { return Bill(cost: costs.dropFirst().reduce(first, +)) }
        guard isBucket, hasBackup == false, let home = resource.region,
            let target = replicas.lazy.map(\.region).first(where: { $0 != home })
        else { return nil }
        // As much as the replica gives: a backup, and its copy in the same region as the replica.
        return Bill(cost: cost(of: nil, in: home) + cost(of: nil, in: target), isProjected: true)
    }

    private func cost(of point: RecoveryPoint?, in region: Region) -> MonthlyCost {
        estimator.backup(
            of: resource.type, named: resource.name, in: resource.region, kept: point, in: region)
    }

    private func destinations(of rules: [ReplicationRule]) -> [DestinationRules] {
        DestinationRules.all(of: ReplicationConfiguration(role: "", rules: rules))
    }

    private func region(of destination: String) -> Region? {
        let resolved = estimator.inventory.destinations[destination]?.region
        if resolved?.isAbsent == true { return nil }
        return resolved?.value ?? estimator.inventory.buckets.first { $0.name == destination }?.region.value
    }

    var cost: Row {
        let (left, right) = (replicationBill, backupBill)
        return Row(
            aspect: "Costs", replication: replicationGap ?? left?.words ?? "nothing ($0): no replica",
            backup: right?.words
                ?? (hasBackup == nil
                    ? unreadVaults.map { "unread: \($0)" } ?? "not known" : "nothing ($0): no recovery point"),
            nuance: Self.nuance(left?.cost, right?.cost),
            cover: costCover(left?.cost, right?.cost))
    }

    /// Of one alone it is that one, for the other costs nothing and gives nothing.
    private func costCover(_ replication: MonthlyCost?, _ backup: MonthlyCost?) -> Comparison.Cover {
        let hasNoReplica = replication == nil && (!isBucket || rules != nil)
        let hasNoBackup = backup == nil && hasBackup == false
        return switch (hasNoReplica, hasNoBackup) {
        case (true, true): .neither
        case (true, false): backup == nil ? .unknown : .backup
        case (false, true): replication == nil ? .unknown : .replication
        case (false, false): Self.cheaper(replication, backup)
        }
    }

    /// The one that is cheaper for certain: all of it is known, and what is known of the other is more.
    private static func cheaper(_ replication: MonthlyCost?, _ backup: MonthlyCost?) -> Comparison.Cover {
        guard let replication, let backup else { return .unknown }
        if replication.isComplete, replication.known < backup.known { return .replication }
        if backup.isComplete, backup.known < replication.known { return .backup }
        return .unknown
    }

    private static func nuance(_ replication: MonthlyCost?, _ backup: MonthlyCost?) -> String {
        let prices = "list prices, before discounts; restores cost extra"
        guard let replication, let backup else { return prices }
        switch cheaper(replication, backup) {
        case .replication: return "replication is cheaper here; \(prices)"
        case .backup: return "AWS Backup is cheaper here; \(prices)"
        case .both, .neither, .unknown: return "which is cheaper here is not known; \(prices)"
        }
    }
}
