package import AWSModel
package import Foundation

/// Lays down snapshots that are made and copied by hand, without the wire.
extension DatabaseStore {
    @discardableResult
    package mutating func snapshot(
        _ instance: SimulatedDBInstance, named identifier: String, at now: Date
    ) -> RDSSnapshot {
        let snapshot = RDSSnapshot(instance, identifier, tags: [:], at: now)
        keep(snapshot, in: instance.region)
        return snapshot
    }

    @discardableResult
    package mutating func snapshot(
        _ cluster: SimulatedDBCluster, named identifier: String, at now: Date
    ) -> RDSSnapshot {
        let snapshot = RDSSnapshot(cluster, identifier, tags: [:], at: now)
        keep(snapshot, in: cluster.region)
        return snapshot
    }

    @discardableResult
    package mutating func copy(
        _ source: RDSSnapshot, to region: Region, named identifier: String, keyARN: String?, account: AccountID,
        at now: Date
    ) -> RDSSnapshot {
        let copy = RDSSnapshot(
            copying: source, to: region, identifier, keyARN: keyARN, tags: [:], account: account, at: now)
        keep(copy, in: region)
        return copy
    }

    /// - Parameter change: nil deletes it.
    package mutating func updateSnapshot(
        _ arn: String, in region: Region, _ change: ((inout RDSSnapshot) -> Void)?
    ) {
        guard var snapshot = snapshots[region]?[arn] else { return }
        change?(&snapshot)
        snapshots[region]?[arn] = change == nil ? nil : snapshot
    }

    mutating func keep(_ snapshot: RDSSnapshot, in region: Region) {
        snapshots[region, default: [:]][snapshot.arn] = snapshot
    }
}
