import AWSModel
import Foundation

/// The drills of the last 90 days, by the path they took.
struct DrillProofs: Sendable {
    private struct Key: Hashable { let resource: String, mechanism: RecoveryPath.Mechanism, region: Region }
    /// Of each path the newest of each threat.
    private var newest: [Key: [Threat: DrillEvidence]] = [:]

    init(_ drills: [DrillEvidence], now: Date) {
        let earliest = now.addingTimeInterval(-Double(RestoreEvidence.window.components.seconds))
        for drill in drills where drill.at >= earliest && drill.at <= now {
            let key = Key(resource: drill.resource, mechanism: drill.mechanism, region: drill.region)
            if let known = newest[key]?[drill.proven], known.at >= drill.at { continue }
            newest[key, default: [:]][drill.proven] = drill
        }
    }

    /// Whether a recovery point of it in a region was restored in a drill.
    func holdsRestore(of resource: String, in region: Region) -> Bool {
        [.backup, .backupCopy, .vaultLock].contains { mechanism in
            newest[Key(resource: resource, mechanism: mechanism, region: region)] != nil
        }
    }

    /// The paths, each that was drilled `proven`, with the time that it took; a path that does not suffice is proven
    /// as far as it goes. A drill proves a way back from what it was a drill of; what no drill can be of, an account's
    /// loss, is proven by any of them.
    func applied(to paths: [RecoveryPath], of resource: AccountResource, in threat: Threat) -> [RecoveryPath] {
        guard !newest.isEmpty else { return paths }
        return paths.map { path in
            let key = Key(resource: resource.arn, mechanism: path.mechanism, region: path.region)
            guard let drills = newest[key],
                let drill = threat.isDrilled ? drills[threat] : drills.values.max(by: { $0.at < $1.at })
            else { return path }
            var path = path
            path.assurance = .proven
            if let duration = drill.duration {
                let measured = Estimate(duration: duration, basis: .measured)
                // What lies in an archive by now takes longer than what was restored then.
                path.recoveryTime = path.slow.map { Estimate.longer(measured, $0) } ?? measured
            }
            return path
        }
    }
}

extension RecoveryPath {
    /// How long it takes where its data has to come from an archive, or an instance to be made first; nil elsewhere.
    fileprivate var slow: Estimate? {
        let slow = [
            RecoveryTimes.cold, RecoveryTimes.archivedSnapshot, RecoveryTimes.deepArchive, RecoveryTimes.headless,
        ]
        return recoveryTime.flatMap { slow.contains($0) ? $0 : nil }
    }
}

extension DrillEvidence {
    fileprivate var proven: Threat { threat ?? (mechanism.leadsElsewhere ? .regionOutage : .accidentalDeletion) }
}

extension Threat {
    /// Whether a walkthrough can be a drill of it.
    fileprivate var isDrilled: Bool {
        switch self {
        case .regionOutage, .accidentalDeletion, .corruption: true
        case .versionPurge, .maliciousAdmin, .accountLoss, .keyLoss: false
        }
    }
}

extension RecoveryPath.Mechanism {
    /// Whether it is there for the loss of a region.
    fileprivate var leadsElsewhere: Bool {
        switch self {
        case .s3Replication, .backupCopy, .rdsAutomatedBackupReplication, .rdsReadReplica, .auroraGlobalDatabase,
            .dynamoDBGlobalTable, .ebsSnapshotCopy, .efsReplication, .rdsSnapshotCopy:
            true
        case .s3Versioning, .s3ObjectLock, .backup, .vaultLock, .pitr, .ebsSnapshot, .rdsSnapshot, .dynamoDBBackup:
            false
        }
    }
}
