package import AWSModel
package import Foundation

/// A snapshot of a volume; a copy has an arbitrary volume id (3.6).
package struct SimulatedSnapshot: Sendable {
    /// `snap-` and 17 hexadecimal digits.
    package let id: String
    package let region: Region
    /// `vol-ffffffff` on a copy.
    package let volumeID: String
    /// The moment that it holds.
    package let startedAt: Date
    /// `pending` until then.
    package let completesAt: Date
    /// Of its volume, GiB.
    package var gibibytes: Int
    package var description = ""
    package var keyARN: String?
    package var tags: [String: String] = [:]
    /// AWS Backup made it, and it alone may delete it (2.9).
    var isManagedByBackup = false

    static let volumeOfCopies = "vol-ffffffff"

    func isCompleted(at now: Date) -> Bool { now >= completesAt }

    func progress(at now: Date) -> Int {
        guard !isCompleted(at: now) else { return 100 }
        let whole = completesAt.timeIntervalSince(startedAt)
        return max(0, Int(now.timeIntervalSince(startedAt) / whole * 100))
    }
}
