import AWSCore
import AWSModel
import AWSServices
import Foundation
package import Posture

/// Reads the jobs of a region over the last 30 days, as far as AWS Backup remembers them (2.14), but never more than are
/// worth showing.
struct JobHistorySurvey: Sendable {
    private static let window: TimeInterval = 30 * 86_400
    /// Jobs of one kind: what a calendar of a month can show, and five calls.
    private static let most = 5_000

    let reader: Reader
    let region: Region

    func jobs() async -> RegionJobs {
        let since = reader.now().addingTimeInterval(-Self.window)
        async let backups: Newest<BackupJob> = newest(
            Backup.ListBackupJobs(createdAfter: since, maxResults: 1000), madeAt: { $0.createdAt })
        async let copies: Newest<CopyJob> = newest(
            Backup.ListCopyJobs(createdAfter: since, maxResults: 1000), madeAt: { $0.createdAt })
        async let restores: Newest<RestoreJob> = newest(
            Backup.ListRestoreJobs(createdAfter: since, maxResults: 1000), madeAt: { $0.createdAt })
        let (backup, copy, restore) = await (backups, copies, restores)
        // What was cut off is the oldest: from the oldest that was kept on, all are there.
        let reached = [backup.reachesTo, copy.reachesTo, restore.reachesTo].compactMap { $0 }.max()
        return RegionJobs(
            region: region, since: max(since, reached ?? since), backups: backup.jobs, copies: copy.jobs,
            restores: restore.jobs, isTruncated: reached != nil)
    }

    private struct Newest<Job: Hashable & Sendable>: Sendable {
        var jobs: Reading<[Job]>
        /// The oldest that was kept, where older ones were left out.
        var reachesTo: Date?
    }

    /// AWS Backup lists the newest first; what comes out of order is put in order. Of a listing out of order that was cut
    /// off, nobody knows what is missing: it reaches nowhere.
    private func newest<O: PaginatedOperation, Job>(
        _ operation: O, madeAt: @Sendable (Job) -> Date?
    ) async -> Newest<Job> where O.Output == Page<Job> {
        let (reading, isCut): (Reading<[Job]>, Bool) = await reader.readFirst(Self.most, of: operation, in: region)
        let sorted = reading.map { jobs in
            jobs.sorted { (madeAt($0) ?? .distantPast) > (madeAt($1) ?? .distantPast) }
        }
        guard isCut, let jobs = reading.value else { return Newest(jobs: sorted) }
        let moments = jobs.map { madeAt($0) ?? .distantPast }
        let isInOrder = zip(moments, moments.dropFirst()).allSatisfy { $0 >= $1 }
        return Newest(jobs: sorted, reachesTo: isInOrder ? moments.last : reader.now())
    }
}

extension AccountSurvey {
    /// What happened lately in the regions of an inventory that answered.
    package func history(of inventory: Inventory) async -> AccountHistory {
        let regions = inventory.backup.filter { $0.plans.isRead || $0.vaults.isRead }.map(\.region)
        return AccountHistory(
            jobs: await Fanout.map(regions) { await JobHistorySurvey(reader: reader, region: $0).jobs() })
    }
}
