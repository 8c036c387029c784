import AWSCore
import AWSModel
package import Foundation

/// A snapshot of an instance or a cluster: RDS's own, made each day in the backup window, AWS Backup's, or one that was
/// made or copied by hand.
package struct RDSSnapshot: Sendable {
    let identifier: String
    package let arn: String
    let databaseIdentifier: String
    let engine: String
    let createdAt: Date
    /// `automated`, `awsbackup` or `manual`.
    let type: String
    let allocatedStorage: Int
    package let keyARN: String?
    let tags: [String: String]
    /// `available`, `creating` or `failed`.
    package var status = "available"
    /// Set on a copy from another region.
    let sourceRegion: Region?
    /// The snapshot that it was copied from.
    var sourceARN: String?
    /// The point in time of its data, of which a copy's own date tells nothing.
    package internal(set) var takenAt: Date?
    package internal(set) var database: Database?

    /// What a snapshot keeps of its database besides the name.
    package struct Database: Sendable {
        package let resourceID: String
        let createdAt: Date
    }

    /// What `DescribeDBSnapshots` lists of a region, oldest first.
    static func ofInstances(in region: Region, of account: SimulatedAccount) -> [RDSSnapshot] {
        let own = account.databases.sortedInstances(in: region).filter { $0.clusterIdentifier == nil }
            .flatMap { instance in
                days(instance.backupRetentionDays, since: instance.createdAt, until: account.now).map { day in
                    RDSSnapshot(
                        prefix: "snapshot", database: instance.arn, name: instance.identifier, instance.engine, day,
                        gibibytes: instance.allocatedStorage, instance.keyARN)
                }
            }
        return own + byHand(":snapshot:", in: region, of: account)
            + fromBackup(":snapshot:awsbackup:", in: region, of: account)
    }

    /// What `DescribeDBClusterSnapshots` lists of a region, oldest first.
    static func ofClusters(in region: Region, of account: SimulatedAccount) -> [RDSSnapshot] {
        let own = account.databases.sortedClusters(in: region).flatMap { cluster in
            days(cluster.backupRetentionDays, since: cluster.createdAt, until: account.now).map { day in
                RDSSnapshot(
                    prefix: "cluster-snapshot", database: cluster.arn, name: cluster.identifier, cluster.engine, day,
                    gibibytes: 1, cluster.keyARN)
            }
        }
        return own + byHand(":cluster-snapshot:", in: region, of: account)
            + fromBackup(":cluster-snapshot:awsbackup:", in: region, of: account)
    }

    private static func byHand(_ mark: String, in region: Region, of account: SimulatedAccount) -> [RDSSnapshot] {
        (account.databases.snapshots[region] ?? [:]).values.filter { $0.arn.contains(mark) }
            .sorted { ($0.createdAt, $0.arn) < ($1.createdAt, $1.arn) }
    }

    /// The recovery points that AWS Backup keeps as snapshots of RDS (2.15).
    private static func fromBackup(_ mark: String, in region: Region, of account: SimulatedAccount) -> [RDSSnapshot] {
        account.backup.state(region).vaults.values.flatMap(\.points.values)
            .filter { $0.arn.contains(mark) }.sorted { ($0.createdAt, $0.arn) < ($1.createdAt, $1.arn) }
            .compactMap { RDSSnapshot($0, of: account) }
    }

    private init?(_ point: SimulatedRecoveryPoint, of account: SimulatedAccount) {
        guard let arn = ARN(point.arn), let database = ARN(point.resourceARN) else { return nil }
        identifier = arn.resource.split(separator: ":").dropFirst().joined(separator: ":")
        self.arn = point.arn
        databaseIdentifier = database.resource.split(separator: ":").last.map(String.init) ?? ""
        let name = databaseIdentifier
        engine =
            database.region.flatMap {
                account.databases.instances[$0]?[name]?.engine ?? account.databases.clusters[$0]?[name]?.engine
            } ?? "postgres"
        createdAt = point.createdAt
        type = "awsbackup"
        allocatedStorage = Int(point.size.bytes / 1_073_741_824) + 1
        keyARN = point.keyARN
        tags = point.tags
        sourceRegion = database.region == arn.region ? nil : database.region
    }

    /// One that is made by hand now.
    init(_ instance: SimulatedDBInstance, _ identifier: String, tags: [String: String], at now: Date) {
        self.init(
            instance.arn, "snapshot", identifier, instance.engine, gibibytes: instance.allocatedStorage,
            instance.keyARN, tags, at: now)
        database = Database(resourceID: instance.resourceID, createdAt: instance.createdAt)
    }

    init(_ cluster: SimulatedDBCluster, _ identifier: String, tags: [String: String], at now: Date) {
        self.init(
            cluster.arn, "cluster-snapshot", identifier, cluster.engine, gibibytes: 1, cluster.keyARN, tags, at: now)
        database = Database(resourceID: cluster.resourceID, createdAt: cluster.createdAt)
    }

    private init(
        _ database: ARN, _ kind: String, _ identifier: String, _ engine: String, gibibytes: Int, _ keyARN: String?,
        _ tags: [String: String], at now: Date
    ) {
        self.identifier = identifier
        arn =
            ARN(
                partition: database.partition, service: "rds", region: database.region, account: database.account,
                resource: "\(kind):\(identifier)"
            ).text
        databaseIdentifier = database.resource.split(separator: ":").last.map(String.init) ?? ""
        self.engine = engine
        createdAt = now
        takenAt = now
        type = "manual"
        allocatedStorage = gibibytes
        self.keyARN = keyARN
        self.tags = tags
        sourceRegion = nil
    }

    /// A copy of it that is made by hand now, in its own region or another.
    init(
        copying source: RDSSnapshot, to region: Region, _ identifier: String, keyARN: String?, tags: [String: String],
        account: AccountID, at now: Date
    ) {
        let origin = ARN(source.arn)
        let isCluster = source.arn.contains(":cluster-snapshot:")
        self.identifier = identifier
        arn =
            ARN(
                partition: region.partition, service: "rds", region: region, account: account,
                resource: "\(isCluster ? "cluster-snapshot" : "snapshot"):\(identifier)"
            ).text
        databaseIdentifier = source.databaseIdentifier
        engine = source.engine
        createdAt = now
        takenAt = source.takenAt ?? source.createdAt
        type = "manual"
        allocatedStorage = source.allocatedStorage
        self.keyARN = keyARN
        self.tags = tags
        let isFar = origin?.region != region
        sourceRegion = isFar ? origin?.region : nil
        // Of a snapshot of an instance it is told across regions only.
        sourceARN = isFar || isCluster ? source.arn : nil
        database = source.database
    }

    private init(
        prefix: String, database: ARN, name: String, _ engine: String, _ day: Date, gibibytes: Int, _ keyARN: String?
    ) {
        let stamp = WireTime.isoSeconds(day).prefix(16).map { $0 == "T" || $0 == ":" ? "-" : $0 }
        identifier = "rds:\(name)-" + String(stamp)
        arn =
            "arn:\(database.partition):rds:\(database.region?.name ?? ""):\(database.account?.digits ?? "")"
            + ":\(prefix):\(identifier)"
        databaseIdentifier = name
        self.engine = engine
        createdAt = day
        type = "automated"
        allocatedStorage = gibibytes
        self.keyARN = keyARN
        tags = [:]
        sourceRegion = nil
    }

    /// The moments of the daily snapshots that are still kept: ten past five.
    private static func days(_ count: Int, since: Date, until now: Date) -> [Date] {
        let today = (now.timeIntervalSince1970 / 86_400).rounded(.down) * 86_400 + 18_600
        return (0...count).reversed().map { Date(timeIntervalSince1970: today - Double($0) * 86_400) }
            .filter { $0 > since && $0 <= now && $0 > now.addingTimeInterval(Double(count) * -86_400) }
    }

    /// - Parameter kind: `DBSnapshot` or `DBClusterSnapshot`.
    func document(_ kind: String) -> [XMLElement] {
        let isCluster = kind == "DBClusterSnapshot"
        var children: [XMLElement] = [
            .leaf(kind + "Identifier", identifier), .leaf(kind + "Arn", arn),
            .leaf(isCluster ? "DBClusterIdentifier" : "DBInstanceIdentifier", databaseIdentifier),
            .leaf("Engine", engine), .leaf("SnapshotType", type), .leaf("Status", status),
            .leaf("AllocatedStorage", "\(allocatedStorage)"),
            .leaf("PercentProgress", status == "available" ? "100" : "0"),
            RDSDocuments.time("SnapshotCreateTime", createdAt),
            .leaf(isCluster ? "StorageEncrypted" : "Encrypted", "\(keyARN != nil)"), RDSDocuments.tags(tags),
        ]
        if !isCluster {
            children.append(RDSDocuments.time("OriginalSnapshotCreateTime", takenAt ?? createdAt))
            children += RDSDocuments.optional("SourceRegion", sourceRegion?.name)
        }
        children += RDSDocuments.optional(
            isCluster ? "SourceDBClusterSnapshotArn" : "SourceDBSnapshotIdentifier", sourceARN)
        if let database {
            children.append(.leaf(isCluster ? "DbClusterResourceId" : "DbiResourceId", database.resourceID))
            children.append(
                RDSDocuments.time(isCluster ? "ClusterCreateTime" : "InstanceCreateTime", database.createdAt))
        }
        return children + RDSDocuments.optional("KmsKeyId", keyARN)
    }
}
