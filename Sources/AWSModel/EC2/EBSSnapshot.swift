package import Foundation

/// An EBS snapshot of the account; its point in time is its start (3.6).
package struct EBSSnapshot: Hashable, Sendable, Codable {
    package enum State: String, Hashable, Sendable { case pending, completed, error, recoverable, recovering }

    package var id: String
    /// Arbitrary in a copy: `vol-ffffffff`.
    package var volume: String
    package var state: Open<State>?
    package var startedAt: Date?
    package var encrypted: Bool?
    package var keyARN: String?
    package var tier: String?
    package var sizeGiB: Int?
    package var text: String?
    package var tags: [Tag]

    private enum CodingKeys: String, CodingKey {
        case id = "SnapshotId", volume = "VolumeId", state = "State", startedAt = "StartTime", encrypted = "Encrypted",
            keyARN = "KmsKeyId", tier = "StorageTier", sizeGiB = "VolumeSize", text = "Description", tags = "Tags"
    }

    package init(
        id: String, volume: String, state: Open<State>? = nil, startedAt: Date? = nil, encrypted: Bool? = nil,
        keyARN: String? = nil, tier: String? = nil, sizeGiB: Int? = nil, text: String? = nil, tags: [Tag] = []
    ) {
        self.id = id
        self.volume = volume
        self.state = state
        self.startedAt = startedAt
        self.encrypted = encrypted
        self.keyARN = keyARN
        self.tier = tier
        self.sizeGiB = sizeGiB
        self.text = text
        self.tags = tags
    }
}
