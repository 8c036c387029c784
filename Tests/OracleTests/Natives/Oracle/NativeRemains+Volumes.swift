import AWSModel
import Foundation
import SimulatedAWS

extension NativeRemains {
    /// The volume and the snapshots that are whole, copied or not (3.6).
    func copies(of volume: SimulatedVolume) -> [NativeCopy] {
        var copies: [NativeCopy] = []
        if account.volumes.volumes[volume.region]?[volume.id] != nil, isReadable(volume.keyARN, in: volume.region) {
            copies.append(
                NativeCopy(
                    kind: .original, what: "volume", region: volume.region, moments: account.now...account.now,
                    goesOn: true))
        }
        for (region, held) in account.volumes.snapshots {
            for snapshot in held.values
            where (snapshot.origin?.volumeID ?? snapshot.volumeID) == volume.id
                && snapshot.isCompleted(at: account.now) && isReadable(snapshot.keyARN, in: region)
            {
                let moment = snapshot.origin?.startedAt ?? snapshot.startedAt
                var copy = NativeCopy(
                    kind: .history, what: "snapshot \(snapshot.id)", region: region, moments: moment...moment,
                    goesOn: false)
                copy.tellsOrigin = snapshot.origin == nil || tellsOrigin(snapshot, of: volume)
                copies.append(copy)
            }
        }
        return copies
    }

    /// A copy tells its origin in its description alone, by a snapshot that is still there: of any other nobody can say
    /// of which volume it is.
    private func tellsOrigin(_ copy: SimulatedSnapshot, of volume: SimulatedVolume) -> Bool {
        (account.volumes.snapshots[volume.region] ?? [:]).values.contains {
            $0.volumeID == volume.id && copy.description.contains($0.id)
        }
    }

    /// Whether what a copy was made of is still in a region.
    func tellsOrigin(_ copy: SimulatedSnapshot, in region: Region) -> Bool {
        (account.volumes.snapshots[region] ?? [:]).values.contains { copy.description.contains($0.id) }
    }

    func isPolicys(_ copy: SimulatedSnapshot) -> Bool { copy.tags["aws:dlm:lifecycle-policy-id"] != nil }
}
