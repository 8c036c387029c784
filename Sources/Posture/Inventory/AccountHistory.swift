package import AWSModel
package import Foundation

/// What happened lately, beside what is: read for the calendar and the lists of jobs, not for verdicts.
package struct AccountHistory: Hashable, Sendable, Codable {
    /// Sorted by region.
    package var jobs: [RegionJobs]

    package init(jobs: [RegionJobs] = []) { self.jobs = jobs }
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
