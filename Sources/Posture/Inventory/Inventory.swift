package import AWSModel
package import Foundation

/// All that was read of an account, each fact with its source: a plain value that can be saved, compared and replayed.
package struct Inventory: Hashable, Sendable, Codable {
    package var takenAt: Date
    /// Who asked; its account is the account.
    package var caller: Reading<CallerIdentity>
    /// `aws`, `aws-cn`, `aws-us-gov`.
    package var partition: String
    /// Every region that was considered, sorted by name.
    package var regions: [RegionState]
    /// Whether the listing of buckets was whole: its value is the number of buckets listed.
    package var bucketListing: Reading<Int>
    /// Sorted by name.
    package var buckets: [Bucket]
    /// The buckets that replication rules name, by name, each resolved by reading it in its own region (1.12).
    package var destinations: [String: DestinationBucket]
    /// AWS Backup, region by region, sorted by region.
    package var backup: [BackupRegion]
    /// Databases, tables, volumes and file systems, region by region, sorted by region; nil in a snapshot of a version
    /// that did not read them.
    package var native: [NativeRegion]?
    /// Keys named by buckets and rules, by the text by which they are named and the region where they were looked up.
    package var keys: [KeyReference: Reading<KeyMetadata>]
    /// Replication and backup roles, by ARN.
    package var roles: [String: RoleReading]
    /// Evidence from CloudWatch, for rules with metrics on.
    package var replicationMetrics: [ReplicationMetrics]
    /// How far replicas of databases and tables are behind; nil in a snapshot of a version that did not read it.
    package var replicationLags: [ReplicationLag]?
    /// Whether AWS said which regions there are: its value is how many; else the usual ones were assumed.
    package var regionListing: Reading<Int>?
    /// The regions that the operator restricted the survey to; nil is every region of the account.
    package var restrictedTo: [Region]?
    /// What happened lately; nil where only what decides a verdict was read.
    package var history: AccountHistory?
    /// Size and traffic of the buckets that cost something to protect, by name; nil where nobody asked for costs.
    package var usage: [String: BucketUsage]?
    /// Some objects of the buckets that replicate or have a default lock, by the bucket's name; nil where nobody asked.
    package var objectSamples: [String: Reading<[SampledObject]>]?

    package init(
        takenAt: Date, caller: Reading<CallerIdentity>, partition: String, regions: [RegionState],
        bucketListing: Reading<Int>, buckets: [Bucket], destinations: [String: DestinationBucket],
        backup: [BackupRegion], keys: [KeyReference: Reading<KeyMetadata>], roles: [String: RoleReading],
        replicationMetrics: [ReplicationMetrics],
        regionListing: Reading<Int>? = nil, restrictedTo: [Region]? = nil, history: AccountHistory? = nil,
        native: [NativeRegion]? = nil, usage: [String: BucketUsage]? = nil,
        replicationLags: [ReplicationLag]? = nil, objectSamples: [String: Reading<[SampledObject]>]? = nil
    ) {
        self.takenAt = takenAt
        self.caller = caller
        self.partition = partition
        self.regions = regions
        self.bucketListing = bucketListing
        self.buckets = buckets
        self.destinations = destinations
        self.backup = backup
        self.keys = keys
        self.roles = roles
        self.replicationMetrics = replicationMetrics
        self.regionListing = regionListing
        self.restrictedTo = restrictedTo
        self.history = history
        self.native = native
        self.usage = usage
        self.replicationLags = replicationLags
        self.objectSamples = objectSamples
    }
}

/// A region of the account and whether it answered.
package struct RegionState: Hashable, Sendable, Codable {
    package enum Status: String, Hashable, Sendable, Codable, CaseIterable {
        case answered
        case timedOut = "timed-out"
        case unreachable
        case denied
        case notEnabled = "not-enabled"
    }
    package var name: Region
    package var status: Status
    package var error: String?
    /// When it answered last, where it does not now and values of then stand in; UTC.
    package var lastAnswered: Date?

    package init(name: Region, status: Status, error: String? = nil, lastAnswered: Date? = nil) {
        self.name = name
        self.status = status
        self.error = error
        self.lastAnswered = lastAnswered
    }
}

/// A bucket of the account and what was read of it.
package struct Bucket: Hashable, Sendable, Codable {
    package var name: String
    package var region: Reading<Region>
    package var createdAt: Date?
    package var versioning: Reading<BucketVersioning>
    package var replication: Reading<ReplicationConfiguration>
    package var encryption: Reading<BucketEncryption>
    package var lifecycle: Reading<LifecycleConfiguration>
    package var objectLock: Reading<ObjectLockConfiguration>
    package var notification: Reading<NotificationConfiguration>
    package var tags: Reading<[Tag]>

    package init(
        name: String, region: Reading<Region>, createdAt: Date? = nil, versioning: Reading<BucketVersioning>,
        replication: Reading<ReplicationConfiguration>, encryption: Reading<BucketEncryption>,
        lifecycle: Reading<LifecycleConfiguration>, objectLock: Reading<ObjectLockConfiguration>,
        notification: Reading<NotificationConfiguration>, tags: Reading<[Tag]>
    ) {
        self.name = name
        self.region = region
        self.createdAt = createdAt
        self.versioning = versioning
        self.replication = replication
        self.encryption = encryption
        self.lifecycle = lifecycle
        self.objectLock = objectLock
        self.notification = notification
        self.tags = tags
    }
}

/// A bucket that a rule names as its destination, in this account or another.
package struct DestinationBucket: Hashable, Sendable, Codable {
    package var name: String
    /// `HeadBucket`: absent is 404 (deleted); a 403 still names the region, and is a value here (1.12, 1.23).
    package var region: Reading<Region>
    /// Whether `HeadBucket` was refused: the bucket exists, its settings may not be readable.
    package var accessDenied: Bool
    package var versioning: Reading<BucketVersioning>
    package var objectLock: Reading<ObjectLockConfiguration>
    package var lifecycle: Reading<LifecycleConfiguration>

    package init(
        name: String, region: Reading<Region>, accessDenied: Bool, versioning: Reading<BucketVersioning>,
        objectLock: Reading<ObjectLockConfiguration>, lifecycle: Reading<LifecycleConfiguration>
    ) {
        self.name = name
        self.region = region
        self.accessDenied = accessDenied
        self.versioning = versioning
        self.objectLock = objectLock
        self.lifecycle = lifecycle
    }
}

/// A key by the text that names it, looked up in a region.
package struct KeyReference: Hashable, Sendable, Codable {
    package var name: String
    package var region: Region

    package init(name: String, region: Region) {
        self.name = name
        self.region = region
    }
}

/// A role with all its policies.
package struct RoleReading: Hashable, Sendable, Codable {
    package var role: Reading<Role>
    /// Inline and attached; the reading is a value only when all documents were read.
    package var policies: Reading<[RolePolicy]>

    package init(role: Reading<Role>, policies: Reading<[RolePolicy]>) {
        self.role = role
        self.policies = policies
    }
}

/// What CloudWatch tells of one rule over the last day (1.19); nil inside a value means no data, which is not 0.
package struct ReplicationMetrics: Hashable, Sendable, Codable {
    package var sourceBucket: String
    package var destinationBucket: String
    package var ruleID: String
    /// Largest `ReplicationLatency`, seconds; read in the destination's region.
    package var maximumLatency: Reading<Double>
    /// Newest `OperationsPendingReplication`; read in the destination's region.
    package var operationsPending: Reading<Double>
    /// Sum of `OperationsFailedReplication`; read in the source's region.
    package var operationsFailed: Reading<Double>
    /// The same over time; nil where it was not kept.
    package var course: ReplicationCourse?

    package init(
        sourceBucket: String, destinationBucket: String, ruleID: String, maximumLatency: Reading<Double>,
        operationsPending: Reading<Double>, operationsFailed: Reading<Double>, course: ReplicationCourse? = nil
    ) {
        self.sourceBucket = sourceBucket
        self.destinationBucket = destinationBucket
        self.ruleID = ruleID
        self.maximumLatency = maximumLatency
        self.operationsPending = operationsPending
        self.operationsFailed = operationsFailed
        self.course = course
    }
}

extension Inventory {
    /// Whether a region is known to be not enabled, so that nothing is there: not where a reading of AWS Backup was
    /// tried in it and failed.
    func isSwitchedOff(_ region: RegionState) -> Bool {
        guard region.status == .notEnabled else { return false }
        guard let backup = backup.first(where: { $0.region == region.name }) else { return true }
        return !backup.hasFailedReading
    }
}
