package import AWSModel
package import Foundation

/// The volumes of an account and their snapshots, by region and id.
package struct VolumeStore: Sendable {
    package internal(set) var volumes: [Region: [String: SimulatedVolume]] = [:]
    package internal(set) var snapshots: [Region: [String: SimulatedSnapshot]] = [:]
    /// What was made for a token of a client, by region.
    var tokens: [Region: [String: (request: [String], volume: String)]] = [:]
    /// Why copies into a region fail, as they do beyond a quota.
    package var failingCopies: [Region: String] = [:]
    private var ids = SequenceOfIDs(seed: "ebs")

    func sortedVolumes(in region: Region) -> [SimulatedVolume] {
        (volumes[region] ?? [:]).values.sorted { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }
    }

    func sortedSnapshots(in region: Region) -> [SimulatedSnapshot] {
        (snapshots[region] ?? [:]).values.sorted { ($0.startedAt, $0.id) < ($1.startedAt, $1.id) }
    }

    func resources(in region: Region) -> [SimulatedResource] { sortedVolumes(in: region).map(\.resource) }

    /// - Parameter id: nil lets EBS name it.
    @discardableResult
    package mutating func addVolume(
        _ id: String? = nil, in region: Region, zone: String? = nil, account: AccountID, at now: Date
    ) -> SimulatedVolume {
        let id = id ?? newID("vol-0")
        let volume = SimulatedVolume(
            id: id, region: region,
            arn: ARN(
                partition: region.partition, service: "ec2", region: region, account: account,
                resource: "volume/" + id),
            createdAt: now, zone: zone ?? region.name + "a")
        volumes[region, default: [:]][id] = volume
        return volume
    }

    package mutating func updateVolume(
        _ id: String, in region: Region, _ change: (inout SimulatedVolume) -> Void
    ) {
        guard var volume = volumes[region]?[id] else { return }
        change(&volume)
        volumes[region]?[id] = volume
    }

    /// A snapshot of a volume as it is at a moment; it completes minutes later.
    @discardableResult
    package mutating func snapshot(
        _ volume: SimulatedVolume, at moment: Date, description: String = "", tags: [String: String] = [:]
    ) -> SimulatedSnapshot {
        let snapshot = SimulatedSnapshot(
            id: newID("snap-0"), region: volume.region, volumeID: volume.id, startedAt: moment,
            completesAt: moment.addingTimeInterval(60 + Double(volume.gibibytes)), gibibytes: volume.gibibytes,
            description: description, keyARN: volume.keyARN, tags: tags)
        snapshots[volume.region, default: [:]][snapshot.id] = snapshot
        return snapshot
    }

    /// A copy of a snapshot in another region, which knows nothing of the volume (3.6).
    @discardableResult
    package mutating func copy(
        _ source: SimulatedSnapshot, to region: Region, at moment: Date, description: String? = nil,
        keyARN: String? = nil, tags: [String: String] = [:]
    ) -> SimulatedSnapshot {
        var copy = SimulatedSnapshot(
            id: newID("snap-0"), region: region, volumeID: SimulatedSnapshot.volumeOfCopies, startedAt: moment,
            completesAt: moment.addingTimeInterval(120 + Double(source.gibibytes) * 4), gibibytes: source.gibibytes,
            description: description ?? "[Copied \(source.id) from \(source.region)] \(source.description)",
            keyARN: keyARN, tags: tags)
        copy.failure = failingCopies[region]
        copy.origin = source.origin ?? .init(volumeID: source.volumeID, startedAt: source.startedAt)
        snapshots[region, default: [:]][copy.id] = copy
        return copy
    }

    package mutating func deleteSnapshot(_ id: String, in region: Region) { snapshots[region]?[id] = nil }

    package mutating func updateSnapshot(
        _ id: String, in region: Region, _ change: (inout SimulatedSnapshot) -> Void
    ) {
        guard var snapshot = snapshots[region]?[id] else { return }
        change(&snapshot)
        snapshots[region]?[id] = snapshot
    }

    private mutating func newID(_ prefix: String) -> String {
        prefix + ids.uuid().filter { $0 != "-" }.prefix(16)
    }
}
