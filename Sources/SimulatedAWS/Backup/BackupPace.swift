import AWSModel
package import Foundation

/// How long the simulated jobs take.
package struct BackupPace: Hashable, Sendable {
    /// Seconds from a job's creation to its start.
    package var startDelay: TimeInterval = 120
    /// Seconds that any job runs at least.
    package var minimumRun: TimeInterval = 300
    package var backupBytesPerSecond: Double = 200_000_000
    package var copyBytesPerSecond: Double = 100_000_000
    package var restoreBytesPerSecond: Double = 100_000_000
    /// Seconds between a recovery point's expiry and its deletion; within 8 h (2.2).
    package var deletionDelay: TimeInterval = 4 * 3600

    package init() {}

    func run(_ size: ByteCount, bytesPerSecond: Double) -> TimeInterval {
        minimumRun + Double(size.bytes) / max(bytesPerSecond, 1)
    }
}
