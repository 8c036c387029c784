package import AWSCore
package import AWSModel

extension RDS {
    /// The automated backups that a region holds, those replicated from other regions among them (3.1).
    package struct DescribeDBInstanceAutomatedBackups: RDSListing {
        package static let name = "DescribeDBInstanceAutomatedBackups"
        package static let call = "rds:DescribeDBInstanceAutomatedBackups"
        package static let rows = (list: "DBInstanceAutomatedBackups", row: "DBInstanceAutomatedBackup")

        package let maxRecords: Int?
        package var nextToken: String?

        package init(maxRecords: Int? = nil, nextToken: String? = nil) {
            self.maxRecords = maxRecords
            self.nextToken = nextToken
        }

        package static func read(row: XMLElement) throws(MalformedReply) -> DBInstanceAutomatedBackup {
            let window = row["RestoreWindow"]
            return DBInstanceAutomatedBackup(
                arn: row.nonEmptyText("DBInstanceAutomatedBackupsArn"),
                instanceARN: try row.requiredText("DBInstanceArn"), instance: row.nonEmptyText("DBInstanceIdentifier"),
                resourceID: row.nonEmptyText("DbiResourceId"),
                sourceRegion: row.nonEmptyText("Region").map { Region($0) },
                status: row.nonEmptyText("Status").map { Open($0) },
                earliestRestorableTime: try window?.date("EarliestTime"),
                latestRestorableTime: try window?.date("LatestTime"),
                backupRetentionDays: try row.integer("BackupRetentionPeriod"), keyARN: row.nonEmptyText("KmsKeyId"),
                recoveryPointARN: row.nonEmptyText("AwsBackupRecoveryPointArn"))
        }
    }
}
