import AWSModel
import Foundation

/// The drills of the last 90 days, by the path they took.
struct DrillProofs: Sendable {
    private struct Key: Hashable { let resource: String, mechanism: RecoveryPath.Mechanism, region: Region }
    private var newest: [Key: DrillEvidence] = [:]

    init(_ drills: [DrillEvidence], now: Date) {
        let earliest = now.addingTimeInterval(-Double(RestoreEvidence.window.components.seconds))
        for drill in drills where drill.at >= earliest && drill.at <= now {
            let key = Key(resource: drill.resource, mechanism: drill.mechanism, region: drill.region)
            if let known = newest[key], known.at >= drill.at { continue }
            newest[key] = drill
        }
    }

    /// Whether a recovery point of it in a region was restored in a drill.
    func holdsRestore(of resource: String, in region: Region) -> Bool {
        [.backup, .backupCopy, .vaultLock].contains { mechanism in
            newest[Key(resource: resource, mechanism: mechanism, region: region)] != nil
        }
    }

    /// The paths, each that was drilled `proven`, with the time that it took; a path that does not suffice is proven
    /// as far as it goes.
    func applied(to paths: [RecoveryPath], of resource: AccountResource) -> [RecoveryPath] {
        guard !newest.isEmpty else { return paths }
        return paths.map { path in
            let key = Key(resource: resource.arn, mechanism: path.mechanism, region: path.region)
            guard let drill = newest[key] else { return path }
            var path = path
            path.assurance = .proven
            if let duration = drill.duration { path.recoveryTime = Estimate(duration: duration, basis: .measured) }
            return path
        }
    }
}
