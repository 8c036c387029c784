package import AWSModel
package import Foundation

/// The state of a simulated account: everything that its services know, at one moment.
package struct SimulatedAccount: Sendable {
    package let id: AccountID
    package let partition: String
    /// The moment up to which everything has happened.
    package internal(set) var now: Date
    package var regions = RegionDirectory()
    package var credentials = SimulatedCredentials()
    var faults = FaultState()
    var ids = SequenceOfIDs()
    var buckets: [String: SimulatedBucket] = [:]
    var replication = ReplicationQueue()
    var keys = KeyStore()
    var roles = RoleStore()

    package init(id: AccountID = "123456789012", partition: String = "aws", at now: Date) {
        self.id = id
        self.partition = partition
        self.now = now
    }

    /// Lets everything happen that is due until then, in the order of time; an earlier moment changes nothing.
    package mutating func advance(to moment: Date) {
        guard moment > now else { return }
        replicate(until: moment)
        now = moment
    }

    package mutating func advance(by duration: Duration) {
        advance(to: now.addingTimeInterval(duration.seconds))
    }
}

extension Duration {
    /// Seconds with their fraction.
    package var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
