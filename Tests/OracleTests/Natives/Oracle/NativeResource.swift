import AWSModel
import SimulatedAWS

/// Something that Lifeboat judges besides buckets, as its store had it before anything happened to it.
enum NativeResource: Sendable {
    case database(SimulatedDBInstance)
    case cluster(SimulatedDBCluster)
    case table(SimulatedTable)
    case volume(SimulatedVolume)
    case fileSystem(SimulatedFileSystem)

    var arn: String {
        switch self {
        case .database(let instance): instance.arn.text
        case .cluster(let cluster): cluster.arn.text
        case .table(let table): table.arn.text
        case .volume(let volume): volume.arn.text
        case .fileSystem(let fileSystem): fileSystem.arn.text
        }
    }

    var region: Region {
        switch self {
        case .database(let instance): instance.region
        case .cluster(let cluster): cluster.region
        case .table(let table): table.region
        case .volume(let volume): volume.region
        case .fileSystem(let fileSystem): fileSystem.region
        }
    }

    var keyARN: String? {
        switch self {
        case .database(let instance): instance.keyARN
        case .cluster(let cluster): cluster.keyARN
        case .table(let table): table.keyARN
        case .volume(let volume): volume.keyARN
        case .fileSystem(let fileSystem): fileSystem.keyARN
        }
    }
}

extension SimulatedAccount {
    /// All that its stores have; a cluster's instances hold nothing of their own.
    var natives: [NativeResource] {
        let instances = databases.instances.values.flatMap(\.values).filter { $0.clusterIdentifier == nil }
        let found: [NativeResource] =
            instances.map { .database($0) } + databases.clusters.values.flatMap(\.values).map { .cluster($0) }
            + tables.tables.values.flatMap(\.values).map { .table($0) }
            + volumes.volumes.values.flatMap(\.values).map { .volume($0) }
            + fileSystems.fileSystems.values.flatMap(\.values).map { .fileSystem($0) }
        return found.sorted { $0.arn < $1.arn }
    }
}
