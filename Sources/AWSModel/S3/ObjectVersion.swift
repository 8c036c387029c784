package import Foundation

/// One version of an object, as `ListObjectVersions` tells of it.
package struct ObjectVersion: Hashable, Sendable, Codable {
    package var key: String
    /// `null` for a version from before versioning was enabled.
    package var versionID: String
    package var isLatest: Bool
    package var size: ByteCount
    package var lastModified: Date?
    package var etag: String?
    package var storageClass: String?

    package init(
        key: String, versionID: String, isLatest: Bool, size: ByteCount, lastModified: Date? = nil,
        etag: String? = nil, storageClass: String? = nil
    ) {
        self.key = key
        self.versionID = versionID
        self.isLatest = isLatest
        self.size = size
        self.lastModified = lastModified
        self.etag = etag
        self.storageClass = storageClass
    }
}

/// A delete marker: hides the versions below it while it is the latest (1.6).
package struct DeleteMarker: Hashable, Sendable, Codable {
    package var key: String
    package var versionID: String
    package var isLatest: Bool
    package var lastModified: Date?

    package init(key: String, versionID: String, isLatest: Bool, lastModified: Date? = nil) {
        self.key = key
        self.versionID = versionID
        self.isLatest = isLatest
        self.lastModified = lastModified
    }
}
