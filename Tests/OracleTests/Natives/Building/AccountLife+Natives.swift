import AWSModel
import Foundation
import SimulatedAWS

/// Lays down what services protect themselves, and lets it happen step by step.
extension AccountLife {
    mutating func liveNatives(_ step: Int) {
        let natives = drawn.natives
        for database in natives.databases { live(database, step) }
        for cluster in natives.clusters { live(cluster, step) }
        for table in natives.tables { live(table, step) }
        for volume in natives.volumes { live(volume, step) }
        for policy in natives.policies { live(policy, step) }
        for fileSystem in natives.fileSystems { live(fileSystem, step) }
    }

    func arn(ofKey placeholder: String?) -> String? { placeholder.flatMap { keys[$0]?.text } }

    /// What is only told in the end: states, and how far behind those are that stopped.
    func settleNatives() {
        for database in drawn.natives.databases {
            for replica in database.replicas.flatMap({ [$0] + $0.second }) { settle(replica) }
        }
        for cluster in drawn.natives.clusters {
            for replica in cluster.secondaries + cluster.replicas { settle(cluster: replica) }
        }
        for replica in drawn.natives.tables.flatMap(\.replicas) { settle(table: replica) }
    }

    /// How far a replica is behind, as CloudWatch tells it now.
    func lagSeconds(_ lag: DrawnLag, _ arn: String) -> Double? {
        switch lag {
        case .untold: nil
        case .cannotBeTold: -1
        case .seconds(let lag): stops[arn].map { aws.now.timeIntervalSince($0) + lag } ?? lag
        }
    }
}
