package import Foundation

/// One row of `ListBuckets`.
package struct BucketSummary: Hashable, Sendable, Codable {
    package var name: String
    /// Absent from replies to requests without `max-buckets` (1.23).
    package var region: Region?
    package var createdAt: Date?

    package init(name: String, region: Region? = nil, createdAt: Date? = nil) {
        self.name = name
        self.region = region
        self.createdAt = createdAt
    }
}
