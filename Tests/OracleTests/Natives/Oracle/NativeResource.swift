import AWSModel
import SimulatedAWS

/// Something that Lifeboat judges besides buckets, as its store had it before anything happened to it.
enum NativeResource: Sendable {
    case database(SimulatedDBInstance)

    var arn: String {
        switch self {
        case .database(let instance): instance.arn.text
        }
    }

    var region: Region {
        switch self {
        case .database(let instance): instance.region
        }
    }

    var keyARN: String? {
        switch self {
        case .database(let instance): instance.keyARN
        }
    }
}

extension SimulatedAccount {
    var natives: [NativeResource] {
        databases.instances.values.flatMap(\.values).filter { $0.clusterIdentifier == nil }.map { .database($0) }
    }
}
