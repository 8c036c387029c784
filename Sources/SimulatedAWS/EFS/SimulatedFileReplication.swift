package import AWSModel
package import Foundation

/// The replication of a file system to another one, which nobody else may write to meanwhile (3.7).
package struct SimulatedFileReplication: Sendable {
    package let source: ARN
    package let destination: ARN
    package let createdAt: Date
    package var roleARN: String?
    /// When it went wrong, and why; nil while it goes well.
    package var failure: Failure?
    /// Regions whose own half was deleted alone.
    var forgottenIn: Set<Region> = []

    package struct Failure: Hashable, Sendable {
        package var since: Date
        package var message: String

        package init(since: Date, message: String) {
            self.since = since
            self.message = message
        }
    }

    /// Each copy takes so long, and the next one follows; seconds.
    static let interval = 900.0
    /// The first copy takes longer; seconds.
    static let firstCopy = 1_800.0

    /// `ENABLING` until the first copy is there, `ERROR` when it went wrong.
    func status(at now: Date) -> String {
        if failure != nil { return "ERROR" }
        return lastReplicated(at: now) == nil ? "ENABLING" : "ENABLED"
    }

    /// The moment that the destination holds; nil before the first copy is whole.
    package func lastReplicated(at now: Date) -> Date? {
        let elapsed = min(now, failure?.since ?? now).timeIntervalSince(createdAt) - Self.firstCopy
        guard elapsed >= 0 else { return nil }
        // A copy holds what was there when it began.
        let done = (elapsed / Self.interval).rounded(.down) * Self.interval
        return createdAt.addingTimeInterval(done + Self.firstCopy - Self.interval)
    }
}
