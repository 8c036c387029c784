package import Foundation

/// A snapshot of a database instance, as the region that holds it tells of it.
package struct DBSnapshot: Hashable, Sendable, Codable {
    package var identifier: String
    package var arn: ARN
    /// The identifier of the instance that it is of, which a copy keeps.
    package var database: String
    /// The instance's own id, which outlives renames; unique in the instance's region.
    package var resourceID: String?
    package var databaseCreatedAt: Date?
    /// `available`, `creating`, `copying`.
    package var status: String?
    /// `manual`, `automated`, `awsbackup`.
    package var type: String?
    /// Of a copy, when it was copied.
    package var createdAt: Date?
    /// The point in time of its data, which a copy keeps.
    package var originallyCreatedAt: Date?
    /// The ARN of the snapshot that it was copied from, of a copy from another region or account only.
    package var source: String?
    /// The region that it was made in or copied from.
    package var sourceRegion: Region?
    package var keyARN: String?

    private enum CodingKeys: String, CodingKey {
        case identifier = "DBSnapshotIdentifier", arn = "DBSnapshotArn", database = "DBInstanceIdentifier", resourceID =
            "DbiResourceId", databaseCreatedAt = "InstanceCreateTime", status = "Status", type = "SnapshotType",
            createdAt = "SnapshotCreateTime", originallyCreatedAt = "OriginalSnapshotCreateTime", source =
            "SourceDBSnapshotIdentifier", sourceRegion = "SourceRegion", keyARN = "KmsKeyId"
    }

    package init(
        identifier: String, arn: ARN, database: String, resourceID: String? = nil, databaseCreatedAt: Date? = nil,
        status: String? = nil, type: String? = nil, createdAt: Date? = nil, originallyCreatedAt: Date? = nil,
        source: String? = nil, sourceRegion: Region? = nil, keyARN: String? = nil
    ) {
        self.identifier = identifier
        self.arn = arn
        self.database = database
        self.resourceID = resourceID
        self.databaseCreatedAt = databaseCreatedAt
        self.status = status
        self.type = type
        self.createdAt = createdAt
        self.originallyCreatedAt = originallyCreatedAt
        self.source = source
        self.sourceRegion = sourceRegion
        self.keyARN = keyARN
    }
}
