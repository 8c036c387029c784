package import AWSCore
package import AWSModel

extension RDS {
    /// The clusters of a region (3.3).
    package struct DescribeDBClusters: RDSListing {
        package static let name = "DescribeDBClusters"
        package static let call = "rds:DescribeDBClusters"
        package static let rows = (list: "DBClusters", row: "DBCluster")

        package let maxRecords: Int?
        package var nextToken: String?

        package init(maxRecords: Int? = nil, nextToken: String? = nil) {
            self.maxRecords = maxRecords
            self.nextToken = nextToken
        }

        package static func read(row: XMLElement) throws(MalformedReply) -> DBCluster {
            let members = row.rows("DBClusterMembers", "DBClusterMember")
            return DBCluster(
                identifier: try row.requiredText("DBClusterIdentifier"), arn: try row.requiredARN("DBClusterArn"),
                engine: try row.requiredText("Engine"), status: row.nonEmptyText("Status"),
                members: members.compactMap { $0.nonEmptyText("DBInstanceIdentifier") },
                backupRetentionDays: try row.integer("BackupRetentionPeriod"),
                latestRestorableTime: try row.date("LatestRestorableTime"),
                deletionProtection: try row.boolean("DeletionProtection"),
                encrypted: try row.boolean("StorageEncrypted"), keyARN: row.nonEmptyText("KmsKeyId"),
                replicationSource: row.nonEmptyText("ReplicationSourceIdentifier"),
                storageGiB: try row.integer("AllocatedStorage"), createdAt: try row.date("ClusterCreateTime"),
                maintenanceWindow: row.nonEmptyText("PreferredMaintenanceWindow"), tags: try row.rdsTags(),
                replicas: row.rows("ReadReplicaIdentifiers", "ReadReplicaIdentifier").map(\.text),
                resourceID: row.nonEmptyText("DbClusterResourceId"))
        }
    }
}
