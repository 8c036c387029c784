package import AWSModel
import Foundation

/// A global database of Aurora: one cluster writes, those of other regions follow (3.3).
package struct SimulatedGlobalCluster: Sendable {
    package let identifier: String
    package let arn: ARN
    /// `cluster-` and 16 hexadecimal digits.
    package let resourceID: String
    /// Where it was made: there it is listed also while it has no cluster.
    package let home: Region
    package var engine: String
    package var engineVersion: String
    package var isEncrypted = false
    package var deletionProtection = false
    package var members: [Member] = []
    package var tags: [String: String] = [:]
    /// A change of the writer that is under way.
    var failover: Failover?

    struct Failover: Hashable, Sendable {
        let from: ARN
        let to: ARN
        /// A failover loses what was not replicated; a switchover nothing.
        let allowsDataLoss: Bool
        let endsAt: Date

        var status: String { allowsDataLoss ? "failing-over" : "switching-over" }
    }

    package struct Member: Hashable, Sendable {
        package let cluster: ARN
        package var isWriter: Bool
        /// `connected` or `pending-resync`.
        package var synchronization = "connected"
    }

    /// The regions of its clusters list it.
    func isListed(in region: Region) -> Bool {
        region == home || members.contains { $0.cluster.region == region }
    }
}
