import AWSModel
import Foundation
import SimulatedAWS

/// Lays down what services protect themselves, and lets it happen step by step.
extension AccountLife {
    mutating func liveNatives(_ step: Int) {
        for database in drawn.natives.databases { live(database, step) }
    }

    func arn(ofKey placeholder: String?) -> String? { placeholder.flatMap { keys[$0]?.text } }

    /// What is only told in the end: states, and how far behind those are that stopped.
    func settleNatives() {
        for database in drawn.natives.databases {
            for replica in database.replicas.flatMap({ [$0] + $0.second }) { settle(replica) }
        }
    }

    /// How far a replica is behind, as CloudWatch tells it now.
    func lagSeconds(of replica: DrawnReplica, _ arn: String) -> Double? {
        switch replica.lag {
        case .untold: nil
        case .cannotBeTold: -1
        case .seconds(let lag): stops[arn].map { aws.now.timeIntervalSince($0) + lag } ?? lag
        }
    }
}
