import AWSModel
import Foundation

/// What AWS Backup holds in one region.
struct BackupRegionState: Hashable, Sendable {
    var settings: BackupRegionSettings = .simulatedDefault
    /// By name.
    var vaults: [String: SimulatedVault] = [:]
    /// By id.
    var plans: [String: SimulatedPlan] = [:]
    var backupJobs = JobLedger<SimulatedBackupJob>()
    var restoreJobs = JobLedger<SimulatedRestoreJob>()
    /// Resources that had a backup once, by ARN (2.13).
    var protectedResources: [String: ProtectedResource] = [:]
    /// By name.
    var testingPlans: [String: SimulatedRestoreTestingPlan] = [:]
    var frameworks: [SimulatedFramework] = []
    var legalHolds: [SimulatedLegalHold] = []
    /// Tags by ARN of what keeps none itself.
    var tags: [String: [String: String]] = [:]
    /// Job ids by operation and idempotency token.
    var tokens: [String: String] = [:]

    /// The vault that holds a recovery point, by the point's ARN.
    func vault(holding pointARN: String) -> SimulatedVault? {
        vaults.values.first { $0.points[pointARN] != nil }
    }
}

extension BackupRegionSettings {
    /// A fresh account: every type opted in, advanced features on.
    static let simulatedDefault = BackupRegionSettings(
        optIn: Dictionary(uniqueKeysWithValues: BackupResourceType.supported.map { ($0, true) }),
        management: ["DynamoDB": true, "EFS": true])
}
