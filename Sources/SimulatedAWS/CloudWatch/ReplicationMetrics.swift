import AWSModel
import Foundation

/// The replication metrics of `AWS/S3`, by the minute, as they follow from the copies (1.19).
enum ReplicationMetrics {
    enum Name: String, CaseIterable {
        case latency = "ReplicationLatency"
        case bytesPending = "BytesPendingReplication"
        case operationsPending = "OperationsPendingReplication"
        case operationsFailed = "OperationsFailedReplication"
    }

    /// What the three dimensions name.
    struct Series: Hashable, Sendable {
        var source: String
        var destination: String
        var ruleID: String

        var dimensions: [(String, String)] {
            [("SourceBucket", source), ("DestinationBucket", destination), ("RuleId", ruleID)]
        }
    }

    /// The series that a region publishes: failures at the source, everything else at the destination.
    static func series(in region: Region, of account: SimulatedAccount) -> [(Name, Series)] {
        var found: [(Name, Series)] = []
        for bucket in account.buckets.values.sorted(by: { $0.name < $1.name }) {
            for rule in bucket.replication?.rules ?? [] where rule.destination.metricsEnabled {
                let series = Series(
                    source: bucket.name, destination: rule.destination.bucketName, ruleID: rule.id ?? "")
                for name in Name.allCases where publishes(name, series, in: region, of: account) {
                    found.append((name, series))
                }
            }
        }
        return found
    }

    /// Values by minute; a minute without replication has none, which is not 0.
    static func minutes(
        _ name: Name, _ series: Series, in region: Region, of account: SimulatedAccount, from start: Date, to end: Date
    ) -> [Int: Double] {
        guard publishes(name, series, in: region, of: account) else { return [:] }
        let first = Int((start.timeIntervalSince1970 / 60).rounded(.down))
        let last = Int((min(end, account.now).timeIntervalSince1970 / 60).rounded(.up)) - 1
        guard first <= last else { return [:] }
        var values: [Int: Double] = [:]
        let queue = account.replication
        for task in queue.history + queue.pending
        where task.metricsEnabled && task.source == series.source && task.destination == series.destination
            && task.ruleID == series.ruleID
        {
            add(task, name, first...last, to: &values, now: account.now)
        }
        return values
    }

    private static func add(
        _ task: ReplicationTask, _ name: Name, _ window: ClosedRange<Int>, to values: inout [Int: Double], now: Date
    ) {
        let finish = task.finishedAt ?? now
        let begin = Int((task.queuedAt.timeIntervalSince1970 / 60).rounded(.down))
        let finished = Int((finish.timeIntervalSince1970 / 60).rounded(.down))
        if name == .operationsFailed {
            if task.finishedAt != nil, window.contains(finished) {
                values[finished, default: 0] += task.failure == nil ? 0 : 1
            }
            return
        }
        guard begin <= window.upperBound, finished >= window.lowerBound else { return }
        for minute in max(begin, window.lowerBound)...min(finished, window.upperBound) {
            let minuteEnd = Date(timeIntervalSince1970: Double(minute + 1) * 60)
            let isPending = task.finishedAt.map { $0 >= minuteEnd } ?? true
            switch name {
            case .latency:
                let seconds = min(minuteEnd, finish).timeIntervalSince(task.queuedAt)
                values[minute] = max(values[minute] ?? 0, seconds.rounded())
            case .bytesPending: values[minute, default: 0] += isPending ? Double(task.bytes) : 0
            case .operationsPending: values[minute, default: 0] += isPending ? 1 : 0
            case .operationsFailed: break
            }
        }
    }

    private static func publishes(_ name: Name, _ series: Series, in region: Region, of account: SimulatedAccount)
        -> Bool
    {
        // Without its destination a series stops (1.19).
        guard let destination = account.buckets[series.destination], let source = account.buckets[series.source] else {
            return false
        }
        return region == (name == .operationsFailed ? source.region : destination.region)
    }
}
