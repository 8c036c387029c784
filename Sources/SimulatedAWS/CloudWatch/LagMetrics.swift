import AWSModel
import Foundation

/// How far replicas are behind, by the minute, where the account was told a lag; one without has no data.
enum LagMetrics {
    static func minutes(
        _ query: MetricQuery, in region: Region, of account: SimulatedAccount, from start: Date, to end: Date
    ) -> [Int: Double]? {
        guard let lag = lag(query, in: region, of: account) else { return nil }
        let first = Int((start.timeIntervalSince1970 / 60).rounded(.down))
        let last = Int((min(end, account.now).timeIntervalSince1970 / 60).rounded(.up)) - 1
        guard first <= last else { return [:] }
        return Dictionary(uniqueKeysWithValues: (first...last).map { ($0, lag) })
    }

    /// In the unit of the metric: seconds of replicas of RDS, milliseconds of the others.
    private static func lag(_ query: MetricQuery, in region: Region, of account: SimulatedAccount) -> Double? {
        switch (query.namespace, query.name, query.dimensions.count) {
        case ("AWS/RDS", "ReplicaLag", 1):
            let replica = query.dimensions["DBInstanceIdentifier"].flatMap { account.databases.instances[region]?[$0] }
            return replica?.sourceARN == nil ? nil : replica?.lagSeconds
        case ("AWS/RDS", "AuroraBinlogReplicaLag", 1):
            let replica = query.dimensions["DBClusterIdentifier"].flatMap { account.databases.clusters[region]?[$0] }
            return replica?.sourceARN == nil ? nil : replica?.lagSeconds
        case ("AWS/RDS", "AuroraGlobalDBRPOLag", 1), ("AWS/RDS", "AuroraGlobalDBReplicationLag", 1):
            guard let name = query.dimensions["DBClusterIdentifier"],
                let cluster = account.databases.clusters[region]?[name], let lag = cluster.lagSeconds,
                let global = account.databases.globalCluster(of: cluster)
            else { return nil }
            return global.members.contains { $0.cluster == cluster.arn && !$0.isWriter } ? lag * 1000 : nil
        case ("AWS/DynamoDB", "ReplicationLatency", 2):
            guard let name = query.dimensions["TableName"], let receiver = query.dimensions["ReceivingRegion"],
                account.tables[name, region] != nil
            else { return nil }
            return account.tables[name, Region(receiver)]?.lagSeconds.map { $0 * 1000 }
        default: return nil
        }
    }
}
