import AWSCore
package import AWSModel

/// An object before it is written.
package struct ObjectDraft: Sendable {
    package var key: String
    package var content: ObjectContent
    package var contentType = "binary/octet-stream"
    package var metadata: [String: String] = [:]
    package var storageClass = "STANDARD"
    package var tags: [Tag] = []
    /// Nil takes the bucket's default.
    package var encryption: BucketEncryption?
    package var retention: ObjectRetention?
    package var legalHold = false
    package var checksum: ObjectVersion.Checksum?
    /// Nil is the MD5 of the content.
    var etag: String?

    package init(key: String, content: ObjectContent) {
        self.key = key
        self.content = content
    }

    mutating func readProperties(of request: SimulatedRequest) {
        contentType = request.headers["Content-Type"] ?? "binary/octet-stream"
        storageClass = request.headers["x-amz-storage-class"] ?? "STANDARD"
        tags = Self.tags(of: request)
        for field in request.headers.fields {
            let name = field.name.lowercased()
            if name.hasPrefix("x-amz-meta-") || Self.keptHeaders.contains(name) { metadata[name] = field.value }
            if Self.checksums.contains(name) { checksum = ObjectVersion.Checksum(header: name, value: field.value) }
        }
    }

    mutating func readProtection(of request: SimulatedRequest) throws(ServiceError) {
        if let algorithm = request.headers["x-amz-server-side-encryption"] {
            let wanted = BucketEncryption(
                algorithm: Open(algorithm), kmsKeyID: request.headers["x-amz-server-side-encryption-aws-kms-key-id"],
                bucketKeyEnabled: request.headers["x-amz-server-side-encryption-bucket-key-enabled"] == "true")
            guard case .known = wanted.algorithm else {
                throw S3Error.invalidArgument(
                    "The encryption method specified is not supported", "x-amz-server-side-encryption", algorithm)
            }
            encryption = wanted
        }
        if let mode = request.headers["x-amz-object-lock-mode"],
            let until = request.headers["x-amz-object-lock-retain-until-date"].flatMap(WireTime.parse)
        {
            retention = ObjectRetention(mode: mode, until: until)
        }
        legalHold = request.headers["x-amz-object-lock-legal-hold"] == "ON"
    }

    static func tags(of request: SimulatedRequest) -> [Tag] {
        QueryItem.decoded(request.headers["x-amz-tagging"] ?? "").map { Tag(key: $0.name, value: $0.value ?? "") }
    }

    private static let keptHeaders: Set = ["cache-control", "content-disposition", "content-language", "expires"]
    private static let checksums = Set(
        ["crc32", "crc32c", "crc64nvme", "sha1", "sha256"].map { "x-amz-checksum-" + $0 })
}
