package import Foundation

/// What a recovery can ask AWS to do.
package enum RecoveryAction: Hashable, Sendable, Codable {
    /// AWS Backup: metadata by resource type (2.16).
    case startRestoreJob(recoveryPoint: String, type: String, role: String, metadata: [String: String])
    /// The instance without which a restored Aurora cluster serves nobody.
    case createDBInstance(identifier: String, cluster: String, engine: String, instanceClass: String)
    case promoteReadReplica(instance: String)
    case failoverGlobalCluster(identifier: String, target: String)
    case switchoverGlobalCluster(identifier: String, target: String)
    /// - Parameter source: the instance's identifier, or the ARN of its replicated automated backup.
    case restoreDBInstanceToPointInTime(source: String, target: String, time: Date?, options: [String: String])
    case restoreDBClusterToPointInTime(source: String, target: String, time: Date?, options: [String: String])
    case restoreTableToPointInTime(source: String, target: String, time: Date?)
    case createVolume(snapshot: String, availabilityZone: String, options: [String: String])
    /// Makes the replica writable. `localOnly` when the source's region does not answer (3.7).
    case deleteFileSystemReplication(source: String, localOnly: Bool)
    /// Removes the delete markers that are current, so that what they hide is there again.
    case removeDeleteMarkers(bucket: String, prefix: String, since: Date?)
    /// Copies each object's version of that moment over what came later.
    case restoreVersions(bucket: String, prefix: String, asOf: Date)
    /// Batch Replication of what is older than the rule or failed (1.21).
    case createReplicationJob(bucket: String, role: String, reportBucket: String, reportPrefix: String)
    /// A Multi-Region Access Point's traffic to one bucket alone (1.22).
    case submitRoutes(accessPoint: String, active: String, passive: [String])
}
