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
    package var replication = ReplicationQueue()
    package var backup: SimulatedBackup
    package var databases = DatabaseStore()
    package var tables = TableStore()
    package var volumes = VolumeStore()
    package var fileSystems = FileSystemStore()
    package var lifecyclePolicies = LifecyclePolicyStore()
    /// What AWS Backup protects of the types that have no store of their own, by region.
    package var resources: [Region: [SimulatedResource]] = [:]

    package internal(set) var buckets: [String: SimulatedBucket] = [:]
    /// The objects of buckets that are gone, by the bucket's name: backups have them.
    var formerObjects: [String: ObjectTable] = [:]
    package internal(set) var keys = KeyStore()
    package internal(set) var roles = RoleStore()
    var batchJobs: [SimulatedBatchJob] = []
    /// Multi-Region Access Points by their alias.
    package internal(set) var accessPoints: [String: SimulatedAccessPoint] = [:]
    var uploads: [String: MultipartUpload] = [:]
    var ids = SequenceOfIDs()
    var faults = FaultState()

    package init(id: AccountID = "123456789012", partition: String = "aws", at now: Date) {
        self.id = id
        self.partition = partition
        self.now = now
        backup = SimulatedBackup(account: id, partition: partition)
        backup.advance(to: now, world: AccountWorld(self))
    }

    /// Lets everything happen that is due until then, in the order of time; an earlier moment changes nothing.
    package mutating func advance(to moment: Date) {
        guard moment > now else { return }
        while nextLifecycleRun <= moment {
            let midnight = nextLifecycleRun
            replicate(until: midnight)
            now = midnight
            runLifecycles()
        }
        replicate(until: moment)
        now = moment
        backup.advance(to: moment, world: AccountWorld(self))
        makeRestoredResources()
        databases.settle(at: now)
        runBatchJobs()
        runLifecyclePolicies()
    }

    package mutating func advance(by duration: Duration) {
        advance(to: now.addingTimeInterval(duration.seconds))
    }
}

extension Duration {
    /// Seconds with their fraction.
    package var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
