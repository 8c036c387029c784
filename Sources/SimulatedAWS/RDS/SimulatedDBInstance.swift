package import AWSModel
package import Foundation

/// A database instance of RDS, on its own or in a cluster.
package struct SimulatedDBInstance: Sendable {
    package let identifier: String
    package let region: Region
    package let arn: ARN
    /// `db-` and 26 capital letters and digits; it outlives renames.
    package let resourceID: String
    package let createdAt: Date
    package var engine = "postgres"
    package var engineVersion = "16.4"
    package var instanceClass = "db.m6g.large"
    package var status = "available"
    package var masterUsername = "postgres"
    /// GiB.
    package var allocatedStorage = 20
    /// What its backups hold.
    package var size = ByteCount(0)
    package var isMultiAZ = false
    /// 0 is off, 1…35 (3.1).
    package var backupRetentionDays = 1
    package var keyARN: String?
    package var deletionProtection = false
    /// The cluster that it serves; nil for an instance of its own.
    package var clusterIdentifier: String?
    /// The instance that it replicates; nil unless it is a read replica (3.2).
    package var sourceARN: ARN?
    /// Why its replication stands; nil while it replicates (3.2).
    package var replicationError: String?
    /// How far it is behind its source, for CloudWatch to tell; -1 where that cannot be told, nil is no data (3.2).
    package var lagSeconds: Double?
    /// `sun:05:00-sun:06:00`, UTC; nil is not told.
    package var maintenanceWindow: String?
    package var tags: [String: String] = [:]
    /// `creating` or `modifying` until then.
    var busy: SimulatedBusyTime?
    /// When a promotion that is under way is over; until then it replicates as far as it tells.
    var promotedAt: Date?

    func status(at now: Date) -> String { busy?.word(at: now) ?? status }

    var zone: String { region.name + "a" }

    /// The window in which its automated snapshots are made; UTC.
    static let backupWindow = "05:10-05:40"

    /// The newest moment of its automated backups; nil when they are off.
    package func latestRestorableTime(at now: Date) -> Date? {
        backupRetentionDays > 0 ? max(createdAt, now.addingTimeInterval(-300)) : nil
    }

    /// Becomes a copy of another instance's data and engine, without the settings around them (3.1, 3.2).
    mutating func takeData(of other: SimulatedDBInstance) {
        engine = other.engine
        engineVersion = other.engineVersion
        instanceClass = other.instanceClass
        masterUsername = other.masterUsername
        allocatedStorage = other.allocatedStorage
        size = other.size
    }

    /// The instance as AWS Backup sees it: one of a cluster is the cluster's.
    var resource: SimulatedResource? {
        guard clusterIdentifier == nil else { return nil }
        return SimulatedResource(arn: arn.text, type: "RDS", name: identifier, tags: tags, size: size, keyARN: keyARN)
    }
}
