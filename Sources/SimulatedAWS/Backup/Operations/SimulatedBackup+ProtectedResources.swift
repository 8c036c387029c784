import AWSModel
import Foundation

extension SimulatedBackup {
    func listProtectedResources(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let resources = state(call.region).protectedResources.values.sorted { $0.resourceARN < $1.resourceARN }
        return try page(resources, call, member: "Results") { .document($0) }
    }

    func describeProtectedResource(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let arn = call.label("resource")
        let state = state(call.region)
        guard let resource = state.protectedResources[arn] else { throw .notFound("Resource \(arn) not found") }
        guard case .object(var members) = BackupJSON.document(resource) else { return .empty }
        let restore = state.restoreJobs.newestFirst.first {
            $0.sourceResourceARN == arn && $0.status == .known(.completed)
        }
        if let restore, let completedAt = restore.completedAt {
            members["LatestRestoreExecutionTimeMinutes"] = .integer(
                Int((completedAt.timeIntervalSince(restore.createdAt) / 60).rounded(.up)))
            members["LatestRestoreJobCreationDate"] = .time(restore.createdAt)
            members["LatestRestoreRecoveryPointCreationDate"] = .time(restore.recoveryPointCreatedAt)
        }
        return BackupReply(body: .object(members))
    }

    /// The resources with recovery points in the vault, each with the newest of them.
    func listProtectedResourcesByVault(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let vault = try vault(call)
        var newest: [String: SimulatedRecoveryPoint] = [:]
        for point in vault.points.values {
            guard let known = newest[point.resourceARN] else {
                newest[point.resourceARN] = point
                continue
            }
            if (point.lastBackupAt, point.arn) > (known.lastBackupAt, known.arn) { newest[point.resourceARN] = point }
        }
        let resources = newest.values.sorted { $0.resourceARN < $1.resourceARN }
        return try page(resources, call, member: "Results") {
            .document(protection(by: $0, inVault: vault.name, vault.region))
        }
    }

    /// What the listings say of a resource whose newest recovery point this is.
    func protection(by point: SimulatedRecoveryPoint, inVault name: String, _ region: Region) -> ProtectedResource {
        ProtectedResource(
            resourceARN: point.resourceARN, resourceType: point.resourceType, resourceName: point.resourceName,
            lastBackupAt: point.lastBackupAt, lastVaultARN: vaultARN(name, in: region),
            lastRecoveryPointARN: point.arn)
    }

    /// Puts a recovery point into a vault and remembers that the resource has had a backup (2.13).
    mutating func store(_ point: SimulatedRecoveryPoint, inVault name: String, _ region: Region) {
        regions[region]?.vaults[name]?.points[point.arn] = point
        if let at = point.deleteAt { nextExpiry = min(nextExpiry, at.addingTimeInterval(pace.deletionDelay)) }
        let known = regions[region]?.protectedResources[point.resourceARN]?.lastBackupAt ?? .distantPast
        guard point.lastBackupAt >= known else { return }
        let protection = protection(by: point, inVault: name, region)
        regions[region]?.protectedResources[point.resourceARN] = protection
    }
}
