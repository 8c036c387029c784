package import Foundation

/// A cluster of Aurora or an RDS Multi-AZ cluster, as `DescribeDBClusters` tells of it; also those of Neptune and DocumentDB.
package struct DBCluster: Hashable, Sendable, Codable {
    package var identifier: String
    package var arn: ARN
    /// It outlives renames.
    package var resourceID: String?
    /// `aurora-mysql` and `aurora-postgresql` are Aurora; `mysql` and `postgres` a Multi-AZ cluster.
    package var engine: String
    package var status: String?
    /// Identifiers of its instances; none is a headless cluster (3.3).
    package var members: [String]
    package var backupRetentionDays: Int?
    package var latestRestorableTime: Date?
    package var deletionProtection: Bool?
    package var encrypted: Bool?
    package var keyARN: String?
    /// The ARN of what it replicates, where it is a replica.
    package var replicationSource: String?
    /// What replicates it: identifiers, ARNs for those in other regions. Nil where it was not read.
    package var replicas: [String]?
    package var storageGiB: Int?
    package var createdAt: Date?
    package var maintenanceWindow: String?
    package var tags: [Tag]

    private enum CodingKeys: String, CodingKey {
        case identifier = "DBClusterIdentifier", arn = "DBClusterArn", resourceID = "DbClusterResourceId", engine =
            "Engine", status = "Status", members =
            "DBClusterMembers", backupRetentionDays = "BackupRetentionPeriod", latestRestorableTime =
            "LatestRestorableTime", deletionProtection = "DeletionProtection", encrypted = "StorageEncrypted", keyARN =
            "KmsKeyId", replicationSource = "ReplicationSourceIdentifier", replicas = "ReadReplicaIdentifiers",
            storageGiB = "AllocatedStorage", createdAt =
            "ClusterCreateTime", maintenanceWindow = "PreferredMaintenanceWindow", tags = "TagList"
    }

    package init(
        identifier: String, arn: ARN, engine: String, status: String? = nil, members: [String] = [],
        backupRetentionDays: Int? = nil, latestRestorableTime: Date? = nil, deletionProtection: Bool? = nil,
        encrypted: Bool? = nil, keyARN: String? = nil, replicationSource: String? = nil, storageGiB: Int? = nil,
        createdAt: Date? = nil, maintenanceWindow: String? = nil, tags: [Tag] = [],
        replicas: [String]? = nil, resourceID: String? = nil
    ) {
        self.identifier = identifier
        self.arn = arn
        self.engine = engine
        self.status = status
        self.members = members
        self.backupRetentionDays = backupRetentionDays
        self.latestRestorableTime = latestRestorableTime
        self.deletionProtection = deletionProtection
        self.encrypted = encrypted
        self.keyARN = keyARN
        self.replicationSource = replicationSource
        self.storageGiB = storageGiB
        self.createdAt = createdAt
        self.maintenanceWindow = maintenanceWindow
        self.tags = tags
        self.replicas = replicas
        self.resourceID = resourceID
    }
}
