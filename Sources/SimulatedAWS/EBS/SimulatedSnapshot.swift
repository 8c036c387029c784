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
    /// Why it never will be; nil while nothing went wrong. Its state is `error` then.
    package var failure: String?
    /// Of its volume, GiB.
    package var gibibytes: Int
    package var description = ""
    package var keyARN: String?
    package var tags: [String: String] = [:]
    /// AWS Backup made it, and it alone may delete it (2.9).
    var isManagedByBackup = false

    /// Of a copy, what it does not tell: the volume that it comes from, and the moment that it holds.
    package internal(set) var origin: Origin?

    package struct Origin: Hashable, Sendable {
        package let volumeID: String
        package let startedAt: Date
    }

    static let volumeOfCopies = "vol-ffffffff"

    package func isCompleted(at now: Date) -> Bool { failure == nil && now >= completesAt }

    func state(at now: Date) -> String {
        failure == nil ? (isCompleted(at: now) ? "completed" : "pending") : "error"
    }

    func progress(at now: Date) -> Int {
        guard !isCompleted(at: now) else { return 100 }
        let whole = completesAt.timeIntervalSince(startedAt)
        return max(0, Int(now.timeIntervalSince(startedAt) / whole * 100))
    }
}
