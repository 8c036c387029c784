package import AWSCore
package import AWSModel

extension RDS {
    /// The snapshots of clusters that a region holds, of one kind: those made by hand, copies from other regions among
    /// them.
    package struct DescribeDBClusterSnapshots: RDSListing {
        package static let name = "DescribeDBClusterSnapshots"
        package static let call = "rds:DescribeDBClusterSnapshots"
        package static let rows = (list: "DBClusterSnapshots", row: "DBClusterSnapshot")

        /// `manual`, `automated`, `awsbackup`; nil is the first two.
        package let snapshotType: String?
        package let maxRecords: Int?
        package var nextToken: String?

        package init(snapshotType: String? = nil, maxRecords: Int? = nil, nextToken: String? = nil) {
            self.snapshotType = snapshotType
            self.maxRecords = maxRecords
            self.nextToken = nextToken
        }

        package var parameters: KeyValuePairs<String, String?> {
            ["SnapshotType": snapshotType, "MaxRecords": maxRecords.map { String($0) }, "Marker": nextToken]
        }

        package static func read(row: XMLElement) throws(MalformedReply) -> DBClusterSnapshot {
            DBClusterSnapshot(
                identifier: try row.requiredText("DBClusterSnapshotIdentifier"),
                arn: try row.requiredARN("DBClusterSnapshotArn"), cluster: try row.requiredText("DBClusterIdentifier"),
                resourceID: row.nonEmptyText("DbClusterResourceId"),
                clusterCreatedAt: try row.date("ClusterCreateTime"), status: row.nonEmptyText("Status"),
                type: row.nonEmptyText("SnapshotType"), createdAt: try row.date("SnapshotCreateTime"),
                source: row.nonEmptyText("SourceDBClusterSnapshotArn"), keyARN: row.nonEmptyText("KmsKeyId"))
        }
    }
}
