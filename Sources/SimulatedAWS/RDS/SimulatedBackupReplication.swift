package import AWSModel
package import Foundation

/// Automated backups of an instance that are replicated to another region, as that region holds them (3.1).
package struct SimulatedBackupReplication: Sendable {
    /// `arn:aws:rds:us-west-2:…:auto-backup:ab-…`
    package let arn: ARN
    /// The instance as it was when last seen; its region is the source's.
    package let source: SimulatedDBInstance
    package let startedAt: Date
    package var retentionDays: Int
    package var keyARN: String?
    /// When it stopped: the source is gone, or nobody replicates any more; nil while it goes on.
    package var stoppedAt: Date?
    /// How far the copy is behind.
    package var lag = Duration.seconds(480)

    package var region: Region? { arn.region }

    /// `replicating`, or `retained` once the source is gone.
    var status: String { stoppedAt == nil ? "replicating" : "retained" }

    /// The moments that it can be restored to.
    package func restoreWindow(at now: Date) -> ClosedRange<Date> {
        let end = stoppedAt ?? now
        let latest = max(startedAt, end.addingTimeInterval(-lag.seconds))
        return min(latest, max(startedAt, now.addingTimeInterval(Double(retentionDays) * -86_400)))...latest
    }
}
