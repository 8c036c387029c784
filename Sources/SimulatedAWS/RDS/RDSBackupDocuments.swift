import AWSCore
import AWSModel
import Foundation

/// Automated backups as RDS's XML tells them.
enum RDSBackupDocuments {
    /// The automated backups that an instance has in its own region; nil when they are off.
    static func ofInstance(_ instance: SimulatedDBInstance, at now: Date) -> [XMLElement]? {
        guard let latest = instance.latestRestorableTime(at: now), instance.clusterIdentifier == nil else {
            return nil
        }
        let earliest = now.addingTimeInterval(Double(instance.backupRetentionDays) * -86_400)
        return document(
            of: instance, arn: ownARN(instance), status: "active",
            window: min(latest, max(instance.createdAt, earliest))...latest, keyARN: instance.keyARN,
            retentionDays: instance.backupRetentionDays)
    }

    /// Those that a region holds for an instance of another; `Region` is the source's (3.1).
    static func replicated(_ replication: SimulatedBackupReplication, at now: Date) -> [XMLElement] {
        document(
            of: replication.source, arn: replication.arn.text, status: replication.status,
            window: replication.restoreWindow(at: now), keyARN: replication.keyARN,
            retentionDays: replication.retentionDays)
    }

    static func ownARN(_ instance: SimulatedDBInstance) -> String {
        "arn:\(instance.arn.partition):rds:\(instance.region):\(instance.arn.account?.digits ?? ""):auto-backup:ab-"
            + instance.resourceID.dropFirst("db-".count).lowercased()
    }

    private static func document(
        of instance: SimulatedDBInstance, arn: String, status: String, window: ClosedRange<Date>, keyARN: String?,
        retentionDays: Int
    ) -> [XMLElement] {
        let children: [XMLElement] = [
            .leaf("DBInstanceArn", instance.arn.text), .leaf("DbiResourceId", instance.resourceID),
            .leaf("DBInstanceIdentifier", instance.identifier), .leaf("Region", instance.region.name),
            .leaf("DBInstanceAutomatedBackupsArn", arn), .leaf("Status", status), restoreWindow(window),
            .leaf("Engine", instance.engine), .leaf("EngineVersion", instance.engineVersion),
            .leaf("AllocatedStorage", "\(instance.allocatedStorage)"),
            RDSDocuments.time("InstanceCreateTime", instance.createdAt),
            .leaf("MasterUsername", instance.masterUsername), .leaf("Encrypted", "\(keyARN != nil)"),
            .leaf("BackupRetentionPeriod", "\(retentionDays)"), .leaf("BackupTarget", "region"),
        ]
        return children + RDSDocuments.optional("KmsKeyId", keyARN)
    }

    static func ofCluster(_ cluster: SimulatedDBCluster, at now: Date) -> [XMLElement] {
        let arn =
            "arn:\(cluster.arn.partition):rds:\(cluster.region):\(cluster.arn.account?.digits ?? "")"
            + ":cluster-auto-backup:ab-" + cluster.resourceID.dropFirst("cluster-".count).lowercased()
        let children: [XMLElement] = [
            .leaf("DBClusterArn", cluster.arn.text), .leaf("DbClusterResourceId", cluster.resourceID),
            .leaf("DBClusterIdentifier", cluster.identifier), .leaf("Region", cluster.region.name),
            .leaf("DBClusterAutomatedBackupsArn", arn), .leaf("Status", "active"),
            restoreWindow(cluster.restorableRange(at: now)), .leaf("Engine", cluster.engine),
            .leaf("EngineVersion", cluster.engineVersion), .leaf("EngineMode", "provisioned"),
            RDSDocuments.time("ClusterCreateTime", cluster.createdAt),
            .leaf("StorageEncrypted", "\(cluster.keyARN != nil)"),
            .leaf("BackupRetentionPeriod", "\(cluster.backupRetentionDays)"),
        ]
        return children + RDSDocuments.optional("KmsKeyId", cluster.keyARN)
    }

    private static func restoreWindow(_ range: ClosedRange<Date>) -> XMLElement {
        .node(
            "RestoreWindow",
            [
                RDSDocuments.time("EarliestTime", range.lowerBound),
                RDSDocuments.time("LatestTime", range.upperBound),
            ])
    }
}
