package import Foundation

/// What `HeadObject` tells of one version of an object.
package struct ObjectMetadata: Hashable, Sendable, Codable {
    /// `COMPLETE` is an older spelling of `COMPLETED` that S3 still sends (1.18).
    package enum ReplicationStatus: String, Hashable, Sendable {
        case pending = "PENDING", completed = "COMPLETED", complete = "COMPLETE", failed = "FAILED", replica = "REPLICA"
    }

    package var size: ByteCount?
    package var lastModified: Date?
    package var etag: String?
    /// Nil in a bucket that never had versioning.
    package var versionID: String?
    /// Nil: no rule matched when the object was written, or it is older than the rule (1.18).
    package var replicationStatus: Open<ReplicationStatus>?
    package var encryption: Open<BucketEncryption.Algorithm>?
    package var kmsKeyID: String?
    /// Nil is `STANDARD`.
    package var storageClass: String?
    package var lockMode: Open<ObjectLockConfiguration.Mode>?
    package var lockedUntil: Date?
    /// Nil also when the caller may not read it.
    package var legalHold: Bool?

    package init(
        size: ByteCount? = nil, lastModified: Date? = nil, etag: String? = nil, versionID: String? = nil,
        replicationStatus: Open<ReplicationStatus>? = nil, encryption: Open<BucketEncryption.Algorithm>? = nil,
        kmsKeyID: String? = nil, storageClass: String? = nil, lockMode: Open<ObjectLockConfiguration.Mode>? = nil,
        lockedUntil: Date? = nil, legalHold: Bool? = nil
    ) {
        self.size = size
        self.lastModified = lastModified
        self.etag = etag
        self.versionID = versionID
        self.replicationStatus = replicationStatus
        self.encryption = encryption
        self.kmsKeyID = kmsKeyID
        self.storageClass = storageClass
        self.lockMode = lockMode
        self.lockedUntil = lockedUntil
        self.legalHold = legalHold
    }

    /// Every destination has the version (1.18).
    package var isReplicated: Bool {
        switch replicationStatus {
        case .known(.completed), .known(.complete): true
        case .known(.pending), .known(.failed), .known(.replica), .other, nil: false
        }
    }
}
