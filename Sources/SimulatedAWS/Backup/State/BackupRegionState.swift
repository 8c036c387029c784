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

/// Jobs in the order they were made, found by id; those still moving are known.
struct JobLedger<Job: SimulatedJob>: Hashable, Sendable {
    private(set) var all: [Job] = []
    private var positions: [String: Int] = [:]
    /// Ids of the jobs that the clock still has to move.
    private(set) var moving: Set<String> = []

    subscript(id: String) -> Job? {
        get { positions[id].map { all[$0] } }
        set {
            guard let newValue else { return }
            if let position = positions[id] {
                all[position] = newValue
            } else {
                positions[id] = all.count
                all.append(newValue)
            }
            if newValue.nextChange == nil { moving.remove(id) } else { moving.insert(id) }
        }
    }

    /// The moving job whose next change is due first.
    var next: (id: String, at: Date)? {
        moving.compactMap { id in self[id]?.nextChange.map { (id: id, at: $0) } }
            .min { ($0.at, $0.id) < ($1.at, $1.id) }
    }

    /// Newest first.
    var newestFirst: [Job] { all.sorted { ($0.createdAt, $0.id) > ($1.createdAt, $1.id) } }
}

/// A job that the clock moves along.
protocol SimulatedJob: Hashable, Sendable {
    var id: String { get }
    var createdAt: Date { get }
    /// When its state changes next; nil once it rests.
    var nextChange: Date? { get }
}
