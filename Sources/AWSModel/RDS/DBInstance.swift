package import Foundation

/// A database instance, as `DescribeDBInstances` tells of it; also those of Neptune and DocumentDB.
package struct DBInstance: Hashable, Sendable, Codable {
    /// The state of its read replication.
    package struct StatusInfo: Hashable, Sendable, Codable {
        /// `read replication`
        package var type: String
        package var normal: Bool?
        /// `replicating`, `error`, `stopped`, `terminated`.
        package var status: String?
        package var message: String?

        private enum CodingKeys: String, CodingKey {
            case type = "StatusType", normal = "Normal", status = "Status", message = "Message"
        }

        package init(type: String, normal: Bool? = nil, status: String? = nil, message: String? = nil) {
            self.type = type
            self.normal = normal
            self.status = status
            self.message = message
        }
    }

    package var identifier: String
    package var arn: ARN
    /// It outlives renames.
    package var resourceID: String?
    package var engine: String
    package var status: String?
    /// The identifier of the cluster that it is a member of.
    package var cluster: String?
    package var multiAZ: Bool?
    /// 0 is off (3.1).
    package var backupRetentionDays: Int?
    package var latestRestorableTime: Date?
    package var deletionProtection: Bool?
    package var encrypted: Bool?
    package var keyARN: String?
    package var storageGiB: Int?
    package var createdAt: Date?
    package var maintenanceWindow: String?
    /// What it replicates: an identifier, or the ARN when it is of another region (3.2).
    package var replicaSource: String?
    /// Identifiers, ARNs for those in other regions.
    package var replicas: [String]
    package var statusInfos: [StatusInfo]
    /// ARNs of its automated backups that are replicated to another region; the truth is there (3.1).
    package var replicatedBackups: [String]
    package var tags: [Tag]

    private enum CodingKeys: String, CodingKey {
        case identifier = "DBInstanceIdentifier", arn = "DBInstanceArn", resourceID = "DbiResourceId", engine =
            "Engine", status = "DBInstanceStatus",
            cluster = "DBClusterIdentifier", multiAZ = "MultiAZ", backupRetentionDays = "BackupRetentionPeriod",
            latestRestorableTime = "LatestRestorableTime", deletionProtection = "DeletionProtection", encrypted =
            "StorageEncrypted", keyARN = "KmsKeyId", storageGiB = "AllocatedStorage", createdAt = "InstanceCreateTime",
            maintenanceWindow = "PreferredMaintenanceWindow", replicaSource = "ReadReplicaSourceDBInstanceIdentifier",
            replicas = "ReadReplicaDBInstanceIdentifiers", statusInfos = "StatusInfos", replicatedBackups =
            "DBInstanceAutomatedBackupsReplications", tags = "TagList"
    }

    package init(
        identifier: String, arn: ARN, engine: String, status: String? = nil, cluster: String? = nil,
        multiAZ: Bool? = nil, backupRetentionDays: Int? = nil, latestRestorableTime: Date? = nil,
        deletionProtection: Bool? = nil, encrypted: Bool? = nil, keyARN: String? = nil, storageGiB: Int? = nil,
        createdAt: Date? = nil, maintenanceWindow: String? = nil, replicaSource: String? = nil, replicas: [String] = [],
        statusInfos: [StatusInfo] = [], replicatedBackups: [String] = [], tags: [Tag] = [], resourceID: String? = nil
    ) {
        self.identifier = identifier
        self.arn = arn
        self.engine = engine
        self.status = status
        self.cluster = cluster
        self.multiAZ = multiAZ
        self.backupRetentionDays = backupRetentionDays
        self.latestRestorableTime = latestRestorableTime
        self.deletionProtection = deletionProtection
        self.encrypted = encrypted
        self.keyARN = keyARN
        self.storageGiB = storageGiB
        self.createdAt = createdAt
        self.maintenanceWindow = maintenanceWindow
        self.replicaSource = replicaSource
        self.replicas = replicas
        self.statusInfos = statusInfos
        self.replicatedBackups = replicatedBackups
        self.tags = tags
        self.resourceID = resourceID
    }
}
