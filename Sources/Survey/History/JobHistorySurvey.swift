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
        async let backups: NewestJobs<BackupJob> = reader.newestJobs(
            Self.most,
            of:
                Backup.ListBackupJobs(createdAfter: since, maxResults: 1000), in: region, madeAt: { $0.createdAt })
        async let copies: NewestJobs<CopyJob> = reader.newestJobs(
            Self.most,
            of:
                Backup.ListCopyJobs(createdAfter: since, maxResults: 1000), in: region, madeAt: { $0.createdAt })
        async let restores: NewestJobs<RestoreJob> = reader.newestJobs(
            Self.most,
            of:
                Backup.ListRestoreJobs(createdAfter: since, maxResults: 1000), in: region, madeAt: { $0.createdAt })
        let (backup, copy, restore) = await (backups, copies, restores)
        // What was cut off is the oldest: from the oldest that was kept on, all are there.
        let reached = [backup.reachesTo, copy.reachesTo, restore.reachesTo].compactMap { $0 }.max()
        return RegionJobs(
            region: region, since: max(since, reached ?? since), backups: backup.jobs, copies: copy.jobs,
            restores: restore.jobs, isTruncated: reached != nil)
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
