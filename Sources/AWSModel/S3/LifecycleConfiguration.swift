package import Foundation

/// The lifecycle rules of a bucket, as far as they delete things.
package struct LifecycleConfiguration: Hashable, Sendable, Codable {
    package var rules: [LifecycleRule]

    package init(rules: [LifecycleRule]) {
        self.rules = rules
    }
}

/// One lifecycle rule.
package struct LifecycleRule: Hashable, Sendable, Codable {
    package enum Status: String, Hashable, Sendable { case enabled = "Enabled", disabled = "Disabled" }

    package var id: String?
    package var status: Open<Status>
    /// Prefix of the filter or of the rule; nil or empty is the whole bucket.
    package var prefix: String?
    package var tags: [Tag] = []
    /// Filters by object size narrow the rule; bytes.
    package var objectSizeGreaterThan: Int64?
    package var objectSizeLessThan: Int64?
    package var expirationDays: Int?
    package var expirationDate: Date?
    package var expiredObjectDeleteMarker: Bool = false
    package var noncurrentExpirationDays: Int?
    /// `NewerNoncurrentVersions` kept besides.
    package var newerNoncurrentVersions: Int?
    package var transitions: [LifecycleTransition] = []

    package init(
        id: String? = nil, status: Open<Status>, prefix: String? = nil, tags: [Tag] = [],
        objectSizeGreaterThan: Int64? = nil, objectSizeLessThan: Int64? = nil, expirationDays: Int? = nil,
        expirationDate: Date? = nil, expiredObjectDeleteMarker: Bool = false, noncurrentExpirationDays: Int? = nil,
        newerNoncurrentVersions: Int? = nil, transitions: [LifecycleTransition] = []
    ) {
        self.id = id
        self.status = status
        self.prefix = prefix
        self.tags = tags
        self.objectSizeGreaterThan = objectSizeGreaterThan
        self.objectSizeLessThan = objectSizeLessThan
        self.expirationDays = expirationDays
        self.expirationDate = expirationDate
        self.expiredObjectDeleteMarker = expiredObjectDeleteMarker
        self.noncurrentExpirationDays = noncurrentExpirationDays
        self.newerNoncurrentVersions = newerNoncurrentVersions
        self.transitions = transitions
    }

    package var isEnabled: Bool { status == .known(.enabled) }
}

/// A move to a colder storage class, after days or on a day.
package struct LifecycleTransition: Hashable, Sendable, Codable {
    package var days: Int?
    package var date: Date?
    package var storageClass: String
    package var noncurrent: Bool = false

    package init(days: Int? = nil, date: Date? = nil, storageClass: String, noncurrent: Bool = false) {
        self.days = days
        self.date = date
        self.storageClass = storageClass
        self.noncurrent = noncurrent
    }
}
