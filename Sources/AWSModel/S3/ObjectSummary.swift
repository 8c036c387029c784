package import Foundation

/// One row of `ListObjectsV2`: the current version of an object.
package struct ObjectSummary: Hashable, Sendable, Codable {
    package var key: String
    package var size: ByteCount
    package var lastModified: Date?
    package var etag: String?
    package var storageClass: String?

    package init(
        key: String, size: ByteCount, lastModified: Date? = nil, etag: String? = nil, storageClass: String? = nil
    ) {
        self.key = key
        self.size = size
        self.lastModified = lastModified
        self.etag = etag
        self.storageClass = storageClass
    }
}
