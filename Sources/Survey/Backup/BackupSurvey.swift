import AWSCore
import AWSModel
import AWSServices
import Foundation
import Posture

/// Reads what AWS Backup holds and does in one region.
struct BackupSurvey: Sendable {
    /// How far back restores count as proof (design, section 3).
    private static let proof: TimeInterval = 90 * 86_400

    let reader: Reader
    let region: Region
    let mentions: Mentions

    func contents() async -> BackupRegion {
        let since = reader.now().addingTimeInterval(-Self.proof)
        async let settings = reader.read(Backup.DescribeRegionSettings(), in: region)
        async let vaults = VaultSurvey(reader: reader, region: region, mentions: mentions).vaults()
        async let plans = PlanSurvey(reader: reader, region: region, mentions: mentions).plans()
        async let protected: Reading<[ProtectedResource]> = reader.readAll(
            Backup.ListProtectedResources(maxResults: 1000), in: region)
        async let jobs = JobSurvey(reader: reader, region: region).troubledJobs()
        async let copies = JobSurvey(reader: reader, region: region).troubledCopies()
        async let restores: Reading<[RestoreJob]> = reader.readAll(
            Backup.ListRestoreJobs(status: .completed, completeAfter: since, maxResults: 1000), in: region)
        async let testing: Reading<[RestoreTestingPlan]> = reader.readAll(
            Backup.ListRestoreTestingPlans(maxResults: 1000), in: region)
        let troubled = await jobs
        return await BackupRegion(
            region: region, settings: settings, vaults: vaults, plans: plans, protectedResources: protected,
            troubledJobs: troubled.jobs, completedJobsSince: troubled.completedSince, troubledCopies: copies,
            restores: restores, restoreTestingPlans: testing)
    }

    /// A region that was not to be read: its evidence stays unknown.
    func notRead() -> BackupRegion {
        let moment = reader.now()
        func notRead<Value>(_ call: String) -> Reading<Value> {
            Reading(.notRead, call: call, region: region, at: moment)
        }
        return BackupRegion(
            region: region, settings: notRead(Backup.DescribeRegionSettings.call),
            vaults: notRead(Backup.ListBackupVaults.call), plans: notRead(Backup.ListBackupPlans.call),
            protectedResources: notRead(Backup.ListProtectedResources.call),
            troubledJobs: notRead(Backup.ListBackupJobs.call), troubledCopies: notRead(Backup.ListCopyJobs.call),
            restores: notRead(Backup.ListRestoreJobs.call),
            restoreTestingPlans: notRead(Backup.ListRestoreTestingPlans.call))
    }
}
