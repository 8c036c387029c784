package import Foundation

/// Automated backups of an instance, as the region that holds them tells of them (3.1).
package struct DBInstanceAutomatedBackup: Hashable, Sendable, Codable {
    package enum Status: String, Hashable, Sendable { case active, retained, creating, replicating, deleting }

    package var arn: String?
    /// The instance that they are of, in its own region.
    package var instanceARN: String
    package var instance: String?
    /// Tells an instance from an earlier one of the same name.
    package var resourceID: String?
    /// The region of the instance.
    package var sourceRegion: Region?
    package var status: Open<Status>?
    package var earliestRestorableTime: Date?
    package var latestRestorableTime: Date?
    package var backupRetentionDays: Int?
    package var keyARN: String?
    /// Set where AWS Backup made it: its recovery point, not to be counted twice.
    package var recoveryPointARN: String?

    private enum CodingKeys: String, CodingKey {
        case arn = "DBInstanceAutomatedBackupsArn", instanceARN = "DBInstanceArn", instance = "DBInstanceIdentifier",
            resourceID = "DbiResourceId",
            sourceRegion = "Region", status = "Status", earliestRestorableTime = "EarliestTime", latestRestorableTime =
            "LatestTime", backupRetentionDays = "BackupRetentionPeriod", keyARN = "KmsKeyId", recoveryPointARN =
            "AwsBackupRecoveryPointArn"
    }

    package init(
        arn: String? = nil, instanceARN: String, instance: String? = nil, resourceID: String? = nil,
        sourceRegion: Region? = nil,
        status: Open<Status>? = nil, earliestRestorableTime: Date? = nil, latestRestorableTime: Date? = nil,
        backupRetentionDays: Int? = nil, keyARN: String? = nil, recoveryPointARN: String? = nil
    ) {
        self.arn = arn
        self.instanceARN = instanceARN
        self.instance = instance
        self.resourceID = resourceID
        self.sourceRegion = sourceRegion
        self.status = status
        self.earliestRestorableTime = earliestRestorableTime
        self.latestRestorableTime = latestRestorableTime
        self.backupRetentionDays = backupRetentionDays
        self.keyARN = keyARN
        self.recoveryPointARN = recoveryPointARN
    }
}
