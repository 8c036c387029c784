package import AWSModel
package import Foundation

/// What happened lately, beside what is: read for the calendar, the sparklines and the lists of jobs, not for verdicts.
package struct AccountHistory: Hashable, Sendable, Codable {
    /// Sorted by region.
    package var jobs: [RegionJobs]
    package var replication: [ReplicationSeries]

    package init(jobs: [RegionJobs] = [], replication: [ReplicationSeries] = []) {
        self.jobs = jobs
        self.replication = replication
    }
}

/// The jobs of AWS Backup in one region since a moment, newest first.
package struct RegionJobs: Hashable, Sendable, Codable {
    package var region: Region
    package var since: Date
    package var backups: Reading<[BackupJob]>
    package var copies: Reading<[CopyJob]>
    package var restores: Reading<[RestoreJob]>
    /// There were more than are worth reading: the oldest of them are missing.
    package var isTruncated: Bool

    package init(
        region: Region, since: Date, backups: Reading<[BackupJob]>, copies: Reading<[CopyJob]>,
        restores: Reading<[RestoreJob]>, isTruncated: Bool = false
    ) {
        self.region = region
        self.since = since
        self.backups = backups
        self.copies = copies
        self.restores = restores
        self.isTruncated = isTruncated
    }
}

/// CloudWatch's course of one replication rule (1.19); nil is a step without data, which is not 0.
package struct ReplicationSeries: Hashable, Sendable, Codable {
    package var sourceBucket: String
    package var destinationBucket: String
    package var ruleID: String
    /// The first step's beginning, UTC.
    package var start: Date
    /// Seconds.
    package var step: Int
    /// Largest `ReplicationLatency` of each step, seconds; read in the destination's region.
    package var latency: Reading<[Double?]>
    /// Largest `OperationsPendingReplication`; read in the destination's region.
    package var pending: Reading<[Double?]>
    /// Sum of `OperationsFailedReplication`; read in the source's region.
    package var failed: Reading<[Double?]>

    package init(
        sourceBucket: String, destinationBucket: String, ruleID: String, start: Date, step: Int,
        latency: Reading<[Double?]>, pending: Reading<[Double?]>, failed: Reading<[Double?]>
    ) {
        self.sourceBucket = sourceBucket
        self.destinationBucket = destinationBucket
        self.ruleID = ruleID
        self.start = start
        self.step = step
        self.latency = latency
        self.pending = pending
        self.failed = failed
    }
}
