package import AWSCore
package import AWSModel

extension RDS {
    /// The database instances of a region (3.1, 3.2).
    package struct DescribeDBInstances: RDSListing {
        package static let name = "DescribeDBInstances"
        package static let call = "rds:DescribeDBInstances"
        package static let rows = (list: "DBInstances", row: "DBInstance")

        package let maxRecords: Int?
        package var nextToken: String?

        package init(maxRecords: Int? = nil, nextToken: String? = nil) {
            self.maxRecords = maxRecords
            self.nextToken = nextToken
        }

        package static func read(row: XMLElement) throws(MalformedReply) -> DBInstance {
            var statusInfos: [DBInstance.StatusInfo] = []
            for info in row.rows("StatusInfos", "DBInstanceStatusInfo") {
                statusInfos.append(
                    DBInstance.StatusInfo(
                        type: try info.requiredText("StatusType"), normal: try info.boolean("Normal"),
                        status: info.nonEmptyText("Status"), message: info.nonEmptyText("Message")))
            }
            let replicas = row.rows("ReadReplicaDBInstanceIdentifiers", "ReadReplicaDBInstanceIdentifier")
            let replicatedBackups = row.rows(
                "DBInstanceAutomatedBackupsReplications", "DBInstanceAutomatedBackupsReplication")
            return DBInstance(
                identifier: try row.requiredText("DBInstanceIdentifier"), arn: try row.requiredARN("DBInstanceArn"),
                engine: try row.requiredText("Engine"), status: row.nonEmptyText("DBInstanceStatus"),
                cluster: row.nonEmptyText("DBClusterIdentifier"), multiAZ: try row.boolean("MultiAZ"),
                backupRetentionDays: try row.integer("BackupRetentionPeriod"),
                latestRestorableTime: try row.date("LatestRestorableTime"),
                deletionProtection: try row.boolean("DeletionProtection"),
                encrypted: try row.boolean("StorageEncrypted"), keyARN: row.nonEmptyText("KmsKeyId"),
                storageGiB: try row.integer("AllocatedStorage"), createdAt: try row.date("InstanceCreateTime"),
                maintenanceWindow: row.nonEmptyText("PreferredMaintenanceWindow"),
                replicaSource: row.nonEmptyText("ReadReplicaSourceDBInstanceIdentifier"),
                replicas: replicas.map(\.text), statusInfos: statusInfos,
                replicatedBackups: replicatedBackups.compactMap { $0.nonEmptyText("DBInstanceAutomatedBackupsArn") },
                tags: try row.rdsTags(), resourceID: row.nonEmptyText("DbiResourceId"))
        }
    }
}
