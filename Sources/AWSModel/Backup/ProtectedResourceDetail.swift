package import Foundation

/// `DescribeProtectedResource`: a resource that had a backup once, and its last restore.
package struct ProtectedResourceDetail: Hashable, Sendable, Codable {
    package var resource: ProtectedResource
    /// Minutes that the last restore took.
    package var latestRestoreMinutes: Int?
    package var latestRestoreCreatedAt: Date?
    package var latestRestoreRecoveryPointCreatedAt: Date?

    private enum CodingKeys: String, CodingKey {
        case latestRestoreMinutes = "LatestRestoreExecutionTimeMinutes"
        case latestRestoreCreatedAt = "LatestRestoreJobCreationDate"
        case latestRestoreRecoveryPointCreatedAt = "LatestRestoreRecoveryPointCreationDate"
    }

    package init(
        resource: ProtectedResource, latestRestoreMinutes: Int? = nil, latestRestoreCreatedAt: Date? = nil,
        latestRestoreRecoveryPointCreatedAt: Date? = nil
    ) {
        self.resource = resource
        self.latestRestoreMinutes = latestRestoreMinutes
        self.latestRestoreCreatedAt = latestRestoreCreatedAt
        self.latestRestoreRecoveryPointCreatedAt = latestRestoreRecoveryPointCreatedAt
    }

    package init(from decoder: any Decoder) throws {
        resource = try ProtectedResource(from: decoder)
        let values = try decoder.container(keyedBy: CodingKeys.self)
        latestRestoreMinutes = try values.decodeIfPresent(Int.self, forKey: .latestRestoreMinutes)
        latestRestoreCreatedAt = try values.decodeIfPresent(Date.self, forKey: .latestRestoreCreatedAt)
        latestRestoreRecoveryPointCreatedAt = try values.decodeIfPresent(
            Date.self, forKey: .latestRestoreRecoveryPointCreatedAt)
    }

    package func encode(to encoder: any Encoder) throws {
        try resource.encode(to: encoder)
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encodeIfPresent(latestRestoreMinutes, forKey: .latestRestoreMinutes)
        try values.encodeIfPresent(latestRestoreCreatedAt, forKey: .latestRestoreCreatedAt)
        try values.encodeIfPresent(latestRestoreRecoveryPointCreatedAt, forKey: .latestRestoreRecoveryPointCreatedAt)
    }
}
