package import AWSModel
package import Foundation

/// The file systems of an account, by region and id, and their replications.
package struct FileSystemStore: Sendable {
    package internal(set) var fileSystems: [Region: [String: SimulatedFileSystem]] = [:]
    package internal(set) var replications: [SimulatedFileReplication] = []
    private var ids = SequenceOfIDs(seed: "efs")

    func sorted(in region: Region) -> [SimulatedFileSystem] {
        (fileSystems[region] ?? [:]).values.sorted { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }
    }

    func resources(in region: Region) -> [SimulatedResource] { sorted(in: region).map(\.resource) }

    /// The replications that a region knows: as their source or their destination.
    func replications(in region: Region) -> [SimulatedFileReplication] {
        replications.filter {
            ($0.source.region == region || $0.destination.region == region) && !$0.forgottenIn.contains(region)
        }
    }

    /// - Parameter id: nil lets EFS name it.
    @discardableResult
    package mutating func add(
        _ id: String? = nil, in region: Region, token: String? = nil, account: AccountID, at now: Date
    ) -> SimulatedFileSystem {
        let id = id ?? "fs-0" + ids.uuid().filter { $0 != "-" }.prefix(16)
        let fileSystem = SimulatedFileSystem(
            id: id, region: region,
            arn: ARN(
                partition: region.partition, service: "elasticfilesystem", region: region, account: account,
                resource: "file-system/" + id),
            createdAt: now, creationToken: token ?? id)
        fileSystems[region, default: [:]][id] = fileSystem
        return fileSystem
    }

    package mutating func update(
        _ id: String, in region: Region, _ change: (inout SimulatedFileSystem) -> Void
    ) {
        guard var fileSystem = fileSystems[region]?[id] else { return }
        change(&fileSystem)
        fileSystems[region]?[id] = fileSystem
    }

    /// Replicates a file system to another one.
    @discardableResult
    package mutating func replicate(
        _ source: SimulatedFileSystem, to destination: SimulatedFileSystem, roleARN: String? = nil, at now: Date
    ) -> SimulatedFileReplication {
        let replication = SimulatedFileReplication(
            source: source.arn, destination: destination.arn, createdAt: now, roleARN: roleARN)
        replications.append(replication)
        return replication
    }

    /// The destination stays, on its own.
    package mutating func endReplication(of source: ARN) { replications.removeAll { $0.source == source } }

    package mutating func updateReplication(
        of source: ARN, _ change: (inout SimulatedFileReplication) -> Void
    ) {
        for index in replications.indices where replications[index].source == source { change(&replications[index]) }
    }
}
