package import Foundation

/// An EFS file system.
package struct FileSystem: Hashable, Sendable, Codable {
    package struct Size: Hashable, Sendable, Codable {
        package var bytes: Int64

        private enum CodingKeys: String, CodingKey { case bytes = "Value" }

        package init(bytes: Int64) { self.bytes = bytes }
    }

    package var id: String
    package var arn: ARN
    package var name: String?
    package var state: String?
    package var size: Size?
    package var encrypted: Bool?
    package var keyARN: String?
    /// Set for One Zone, which fails with its zone (3.7).
    package var zone: String?
    package var createdAt: Date?
    package var tags: [Tag]?

    private enum CodingKeys: String, CodingKey {
        case id = "FileSystemId", arn = "FileSystemArn", name = "Name", state = "LifeCycleState", size = "SizeInBytes",
            encrypted = "Encrypted", keyARN = "KmsKeyId", zone = "AvailabilityZoneName", createdAt = "CreationTime",
            tags = "Tags"
    }

    package init(
        id: String, arn: ARN, name: String? = nil, state: String? = nil, size: Size? = nil, encrypted: Bool? = nil,
        keyARN: String? = nil, zone: String? = nil, createdAt: Date? = nil, tags: [Tag]? = nil
    ) {
        self.id = id
        self.arn = arn
        self.name = name
        self.state = state
        self.size = size
        self.encrypted = encrypted
        self.keyARN = keyARN
        self.zone = zone
        self.createdAt = createdAt
        self.tags = tags
    }
}
