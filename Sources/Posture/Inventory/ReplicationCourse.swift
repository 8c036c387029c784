package import Foundation

/// CloudWatch's course of one replication rule over its window (1.19); nil is a step without data, which is not 0.
package struct ReplicationCourse: Hashable, Sendable, Codable {
    /// The first step's beginning, UTC.
    package var start: Date
    /// Seconds.
    package var step: Int
    /// Largest `ReplicationLatency` of each step, seconds.
    package var latency: [Double?]
    /// Largest `OperationsPendingReplication` of each step.
    package var pending: [Double?]
    /// Sum of `OperationsFailedReplication` of each step.
    package var failed: [Double?]

    package init(start: Date, step: Int, latency: [Double?], pending: [Double?], failed: [Double?]) {
        self.start = start
        self.step = step
        self.latency = latency
        self.pending = pending
        self.failed = failed
    }

    /// Samples in the steps they fall into; of two in one step the later stands.
    package static func steps(
        _ samples: [(at: Date, value: Double)], from start: Date, step: Int, count: Int
    ) -> [Double?] {
        var values: [Double?] = Array(repeating: nil, count: count)
        for sample in samples.sorted(by: { $0.at < $1.at }) {
            let index = (sample.at.timeIntervalSince(start) / Double(step)).rounded(.down)
            guard index >= 0, index < Double(count) else { continue }
            values[Int(index)] = sample.value
        }
        return values
    }
}
