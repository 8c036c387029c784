package import Foundation

/// An EBS volume.
package struct Volume: Hashable, Sendable, Codable {
    package var id: String
    package var state: String?
    package var sizeGiB: Int?
    package var encrypted: Bool?
    package var keyARN: String?
    package var zone: String?
    /// `gp3`
    package var type: String?
    /// What its instance knows it by; `/dev/sda1` and `/dev/xvda` are kept for the volume that it boots from.
    package var device: String?
    package var createdAt: Date?
    /// What it was made of.
    package var snapshot: String?
    /// The instances that it is attached to.
    package var instances: [String]
    /// Since when it is attached to all of them; nil where that is not told.
    package var attachedAt: Date?
    package var tags: [Tag]

    private enum CodingKeys: String, CodingKey {
        case id = "VolumeId", state = "State", sizeGiB = "Size", encrypted = "Encrypted", keyARN = "KmsKeyId", zone =
            "AvailabilityZone", type = "VolumeType", device = "Device", createdAt = "CreateTime", snapshot =
            "SnapshotId", instances = "Attachments", attachedAt = "AttachTime", tags = "Tags"
    }

    package init(
        id: String, state: String? = nil, sizeGiB: Int? = nil, encrypted: Bool? = nil, keyARN: String? = nil,
        zone: String? = nil, createdAt: Date? = nil, instances: [String] = [], tags: [Tag] = [], type: String? = nil,
        device: String? = nil, snapshot: String? = nil, attachedAt: Date? = nil
    ) {
        self.id = id
        self.attachedAt = attachedAt
        self.state = state
        self.sizeGiB = sizeGiB
        self.encrypted = encrypted
        self.keyARN = keyARN
        self.zone = zone
        self.createdAt = createdAt
        self.instances = instances
        self.tags = tags
        self.type = type
        self.device = device
        self.snapshot = snapshot
    }
}
