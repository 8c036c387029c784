package import Foundation

/// The status of a batch operations job.
package enum BatchJobStatus: String, Hashable, Sendable {
    case active = "Active", cancelled = "Cancelled", cancelling = "Cancelling", complete = "Complete"
    case completing = "Completing", failed = "Failed", failing = "Failing", new = "New", paused = "Paused"
    case pausing = "Pausing", preparing = "Preparing", ready = "Ready", suspended = "Suspended"
}

/// One row of `ListJobs`.
package struct BatchJobSummary: Hashable, Sendable, Codable {
    package var id: String
    package var status: Open<BatchJobStatus>
    /// `S3ReplicateObject` is Batch Replication (1.21).
    package var operation: String?
    package var description: String?
    package var priority: Int?
    package var createdAt: Date?
    package var endedAt: Date?
    package var progress: BatchJobProgress?

    package init(
        id: String, status: Open<BatchJobStatus>, operation: String? = nil, description: String? = nil,
        priority: Int? = nil, createdAt: Date? = nil, endedAt: Date? = nil, progress: BatchJobProgress? = nil
    ) {
        self.id = id
        self.status = status
        self.operation = operation
        self.description = description
        self.priority = priority
        self.createdAt = createdAt
        self.endedAt = endedAt
        self.progress = progress
    }
}

/// `DescribeJob`: one batch operations job.
package struct BatchJob: Hashable, Sendable, Codable {
    /// What a replication job of ours is given: higher goes first, and a job made without a thought has 1 or 10.
    package static let replicationPriority = 10

    package var id: String
    package var arn: String?
    package var status: Open<BatchJobStatus>
    /// `S3ReplicateObject` is Batch Replication (1.21).
    package var operation: String?
    package var description: String?
    package var statusReason: String?
    package var failures: [BatchJobFailure]
    package var roleARN: String?
    /// The ARN of the bucket that the completion report goes to.
    package var reportBucket: String?
    package var reportPrefix: String?
    /// The ARN of the bucket whose objects S3 itself lists for the job.
    package var sourceBucket: String?
    package var createdAt: Date?
    package var endedAt: Date?
    package var progress: BatchJobProgress?

    package init(
        id: String, arn: String? = nil, status: Open<BatchJobStatus>, operation: String? = nil,
        description: String? = nil, statusReason: String? = nil, failures: [BatchJobFailure] = [],
        roleARN: String? = nil, reportBucket: String? = nil, reportPrefix: String? = nil, sourceBucket: String? = nil,
        createdAt: Date? = nil, endedAt: Date? = nil, progress: BatchJobProgress? = nil
    ) {
        self.id = id
        self.arn = arn
        self.status = status
        self.operation = operation
        self.description = description
        self.statusReason = statusReason
        self.failures = failures
        self.roleARN = roleARN
        self.reportBucket = reportBucket
        self.reportPrefix = reportPrefix
        self.sourceBucket = sourceBucket
        self.createdAt = createdAt
        self.endedAt = endedAt
        self.progress = progress
    }
}

/// Why a batch operations job failed.
package struct BatchJobFailure: Hashable, Sendable, Codable {
    package var code: String?
    package var reason: String?

    package init(code: String? = nil, reason: String? = nil) {
        self.code = code
        self.reason = reason
    }
}

/// How far a batch operations job is.
package struct BatchJobProgress: Hashable, Sendable, Codable {
    package var total: Int?
    package var succeeded: Int?
    package var failed: Int?
    package var activeSeconds: Int?

    package init(total: Int? = nil, succeeded: Int? = nil, failed: Int? = nil, activeSeconds: Int? = nil) {
        self.total = total
        self.succeeded = succeeded
        self.failed = failed
        self.activeSeconds = activeSeconds
    }
}
