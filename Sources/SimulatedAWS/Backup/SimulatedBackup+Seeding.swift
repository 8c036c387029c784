package import AWSModel
package import Foundation

/// Lays state down directly, with any dates: for tests and for the demo account.
extension SimulatedBackup {
    package mutating func add(_ vault: SimulatedVault) {
        regions[vault.region, default: BackupRegionState()].vaults[vault.name] = vault
    }

    /// Adds a plan without AWS's checks, and its selections.
    /// - Returns: the plan with its ids.
    @discardableResult
    package mutating func add(
        _ plan: BackupPlan, selections: [BackupSelection] = [], in region: Region, createdAt: Date,
        lastExecutedAt: Date? = nil, tags: [String: String] = [:]
    ) -> SimulatedPlan {
        var made = insert(
            .document(plan), plan, in: region, at: createdAt, creatorRequestID: nil, tags: tags)
        made.lastExecutedAt = lastExecutedAt
        for selection in selections {
            made.selections.append(
                SimulatedSelection(
                    id: newID(), document: .document(selection), selection: selection, creatorRequestID: nil,
                    createdAt: createdAt))
        }
        regions[region]?.plans[made.id] = made
        return made
    }

    /// Puts a recovery point into a vault, which is made when it is missing.
    package mutating func add(_ point: SimulatedRecoveryPoint, toVault name: String, in region: Region) {
        if regions[region]?.vaults[name] == nil {
            add(SimulatedVault(name: name, region: region, createdAt: point.createdAt))
        }
        store(point, inVault: name, region)
    }

    package mutating func add(_ job: SimulatedBackupJob, in region: Region) {
        regions[region, default: BackupRegionState()].backupJobs[job.id] = job
    }

    package mutating func add(_ job: SimulatedCopyJob) { copyJobs[job.id] = job }

    package mutating func add(_ job: SimulatedRestoreJob, in region: Region) {
        regions[region, default: BackupRegionState()].restoreJobs[job.id] = job
    }

    package mutating func add(_ framework: SimulatedFramework, in region: Region) {
        regions[region, default: BackupRegionState()].frameworks.append(framework)
    }

    package mutating func add(_ hold: SimulatedLegalHold, in region: Region) {
        regions[region, default: BackupRegionState()].legalHolds.append(hold)
    }

    package mutating func setRegionSettings(_ settings: BackupRegionSettings, in region: Region) {
        regions[region, default: BackupRegionState()].settings = settings
    }

    package mutating func setGlobalSettings(_ settings: [String: String]) { globalSettings = settings }

    /// The ARN of a recovery point as AWS Backup would make it for a resource (2.15).
    package mutating func makeRecoveryPointARN(
        type: String, of resourceARN: String, in region: Region, continuous: Bool = false
    ) -> String {
        BackupResourceType(named: type).recoveryPointARN(
            id: newID(), of: resourceARN, in: region, account: account, partition: partition, continuous: continuous,
            advanced: state(region).settings.management[type] ?? true)
    }

    /// An identifier for a job, unlike all others of this account.
    package mutating func makeID() -> String { newID() }
}

/// Reads state back without the wire.
extension SimulatedBackup {
    package func vault(_ name: String, in region: Region) -> SimulatedVault? { regions[region]?.vaults[name] }
    package func plans(in region: Region) -> [SimulatedPlan] { state(region).plans.values.sorted { $0.id < $1.id } }
    package func backupJobs(in region: Region) -> [SimulatedBackupJob] { state(region).backupJobs.newestFirst }
    package func restoreJobs(in region: Region) -> [SimulatedRestoreJob] { state(region).restoreJobs.newestFirst }
    package var allCopyJobs: [SimulatedCopyJob] { copyJobs.newestFirst }

    /// The restores that completed since this was last asked, for the account to make the restored resources.
    package mutating func takeCompletedRestores() -> [SimulatedRestoreJob] {
        defer { restored = [] }
        return restored
    }
}
