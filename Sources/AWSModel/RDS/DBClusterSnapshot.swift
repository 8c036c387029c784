package import Foundation

/// A snapshot of a cluster, as the region that holds it tells of it.
package struct DBClusterSnapshot: Hashable, Sendable, Codable {
    package var identifier: String
    package var arn: ARN
    /// The identifier of the cluster that it is of, which a copy keeps.
    package var cluster: String
    /// The cluster's own id, which outlives renames; unique in the cluster's region.
    package var resourceID: String?
    package var clusterCreatedAt: Date?
    /// `available`, `creating`, `copying`.
    package var status: String?
    /// `manual`, `automated`, `awsbackup`.
    package var type: String?
    package var createdAt: Date?
    /// The ARN of the snapshot that it was copied from.
    package var source: String?
    package var keyARN: String?

    private enum CodingKeys: String, CodingKey {
        case identifier = "DBClusterSnapshotIdentifier", arn = "DBClusterSnapshotArn", cluster = "DBClusterIdentifier",
            resourceID = "DbClusterResourceId", clusterCreatedAt = "ClusterCreateTime", status = "Status", type =
            "SnapshotType", createdAt = "SnapshotCreateTime", source = "SourceDBClusterSnapshotArn", keyARN = "KmsKeyId"
    }

    package init(
        identifier: String, arn: ARN, cluster: String, resourceID: String? = nil, clusterCreatedAt: Date? = nil,
        status: String? = nil, type: String? = nil, createdAt: Date? = nil, source: String? = nil,
        keyARN: String? = nil
    ) {
        self.identifier = identifier
        self.arn = arn
        self.cluster = cluster
        self.resourceID = resourceID
        self.clusterCreatedAt = clusterCreatedAt
        self.status = status
        self.type = type
        self.createdAt = createdAt
        self.source = source
        self.keyARN = keyARN
    }
}
