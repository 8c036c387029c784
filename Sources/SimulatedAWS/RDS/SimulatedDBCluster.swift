package import AWSModel
package import Foundation

/// A database cluster: Aurora's, or of RDS with several zones.
package struct SimulatedDBCluster: Sendable {
    package let identifier: String
    package let region: Region
    package let arn: ARN
    /// `cluster-` and 26 capital letters and digits.
    package let resourceID: String
    package let createdAt: Date
    package var engine = "aurora-postgresql"
    package var engineVersion = "16.4"
    package var status = "available"
    package var masterUsername = "postgres"
    package var size = ByteCount(0)
    /// 1…35: a cluster's backups are never off (3.3).
    package var backupRetentionDays = 1
    package var keyARN: String?
    package var deletionProtection = false
    /// The cluster that it replicates; nil unless it is a replica of its own, outside of any global database.
    package var sourceARN: ARN?
    /// How far a replica or a secondary is behind, for CloudWatch to tell; nil is no data (3.3).
    package var lagSeconds: Double?
    package var tags: [String: String] = [:]
    /// `creating` until then.
    var busy: SimulatedBusyTime?

    func status(at now: Date) -> String { busy?.word(at: now) ?? status }

    var isAurora: Bool { engine.hasPrefix("aurora") }

    /// As AWS Backup names the type (2.10).
    var backupType: String {
        switch engine {
        case "docdb": "DocumentDB"
        case "neptune": "Neptune"
        default: isAurora ? "Aurora" : "RDS"
        }
    }

    package func restorableRange(at now: Date) -> ClosedRange<Date> {
        let latest = max(createdAt, now.addingTimeInterval(-300))
        return min(latest, max(createdAt, now.addingTimeInterval(Double(backupRetentionDays) * -86_400)))...latest
    }

    var resource: SimulatedResource {
        SimulatedResource(
            arn: arn.text, type: backupType, name: identifier, tags: tags, size: size, keyARN: keyARN)
    }
}
