import AWSCore
import AWSModel
import Foundation

extension SimulatedAccount {
    /// Writes an object as a new version, encrypted and locked by the bucket's defaults, and queues its copies.
    @discardableResult
    package mutating func write(_ draft: ObjectDraft, to bucketName: String) throws(ServiceError) -> ObjectVersion {
        guard let bucket = buckets[bucketName]?.withoutObjects else { throw S3Error.noSuchBucket(bucketName) }
        let isVersioned = bucket.versioning == .enabled
        var version = ObjectVersion(versionID: isVersioned ? ids.versionID() : "null", lastModified: now)
        version.content = draft.content
        version.etag = draft.etag ?? draft.content.etag
        version.contentType = draft.contentType
        version.metadata = draft.metadata
        version.storageClass = draft.storageClass
        version.tags = draft.tags
        version.encryption = try keys.resolve(draft.encryption ?? bucket.encryption, in: bucket.region, account: id)
        version.retention = draft.retention ?? bucket.objectLock?.defaultRetention(from: now)
        version.legalHold = draft.legalHold
        version.checksum = draft.checksum
        if draft.retention != nil || draft.legalHold, bucket.objectLock == nil {
            throw S3Error.invalidRequest("Bucket is missing Object Lock Configuration")
        }
        if isVersioned { enqueueCopies(of: &version, key: draft.key, in: bucket) }
        buckets[bucketName]?.objects.insert(version, at: draft.key)
        return version
    }

    /// What a DELETE without a version does: a marker in a versioned bucket, removal in another.
    @discardableResult
    package mutating func deleteObject(_ key: String, in bucketName: String, byLifecycle: Bool = false)
        -> ObjectVersion?
    {
        guard let bucket = buckets[bucketName]?.withoutObjects else { return nil }
        guard let versioning = bucket.versioning else {
            buckets[bucketName]?.objects.remove("null", of: key, at: now)
            return nil
        }
        let versionID = versioning == .enabled ? ids.versionID() : "null"
        var marker = ObjectVersion(versionID: versionID, lastModified: now)
        marker.isDeleteMarker = true
        if versioning == .enabled, !byLifecycle { enqueueCopies(of: &marker, key: key, in: bucket) }
        buckets[bucketName]?.objects.insert(marker, at: key)
        return marker
    }

}

extension ObjectLockConfiguration {
    /// What a version gets that comes without a retention of its own; nil when there is no default.
    func defaultRetention(from moment: Date) -> ObjectRetention? {
        guard let defaultMode else { return nil }
        let days = defaultRetentionDays ?? (defaultRetentionYears ?? 0) * 365
        return ObjectRetention(mode: defaultMode.wire, until: moment.addingTimeInterval(Double(days) * 86_400))
    }
}

extension ObjectContent {
    /// The MD5 of the bytes, quoted; zeros are told apart by their count.
    var etag: String {
        switch self {
        case .bytes(let bytes): "\"\(Digest.hex(Digest.md5(bytes)))\""
        case .zeros(let count): "\"\(Digest.hex(Digest.md5(Array("zeros \(count)".utf8))))\""
        }
    }
}
