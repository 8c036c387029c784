package import AWSCore
package import AWSModel

extension RDS {
    /// The snapshots of instances that a region holds, of one kind: those made by hand, copies from other regions among
    /// them.
    package struct DescribeDBSnapshots: RDSListing {
        package static let name = "DescribeDBSnapshots"
        package static let call = "rds:DescribeDBSnapshots"
        package static let rows = (list: "DBSnapshots", row: "DBSnapshot")

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

        package static func read(row: XMLElement) throws(MalformedReply) -> DBSnapshot {
            DBSnapshot(
                identifier: try row.requiredText("DBSnapshotIdentifier"), arn: try row.requiredARN("DBSnapshotArn"),
                database: try row.requiredText("DBInstanceIdentifier"), resourceID: row.nonEmptyText("DbiResourceId"),
                databaseCreatedAt: try row.date("InstanceCreateTime"), status: row.nonEmptyText("Status"),
                type: row.nonEmptyText("SnapshotType"), createdAt: try row.date("SnapshotCreateTime"),
                originallyCreatedAt: try row.date("OriginalSnapshotCreateTime"),
                source: row.nonEmptyText("SourceDBSnapshotIdentifier"),
                sourceRegion: row.nonEmptyText("SourceRegion").map { Region($0) },
                keyARN: row.nonEmptyText("KmsKeyId"))
        }
    }
}
