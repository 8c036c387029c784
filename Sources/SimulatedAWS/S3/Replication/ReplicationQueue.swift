import AWSModel
package import Foundation

/// The copies that are still to be made, the next one first, and those that were made or given up.
package struct ReplicationQueue: Sendable {
    /// From the PUT to the copy; bytes take their own time.
    package var lag: Duration = .seconds(15)
    /// By source bucket.
    package var lags: [String: Duration] = [:]
    package private(set) var pending: [ReplicationTask] = []
    package private(set) var history: [ReplicationTask] = []
    private var count = 0

    /// How long a version takes to its replica, by its size: 100 MB/s.
    func dueDate(for task: ReplicationTask) -> Date {
        let wait = (lags[task.source] ?? lag).seconds + Double(task.bytes) / 100_000_000
        return task.queuedAt.addingTimeInterval(wait)
    }

    mutating func add(_ task: ReplicationTask) {
        var task = task
        task.number = count
        count += 1
        task.dueAt = dueDate(for: task)
        insert(task)
    }

    /// Puts a task back that could not be tried, for later.
    mutating func postpone(_ task: ReplicationTask, to date: Date) {
        var task = task
        task.dueAt = date
        insert(task)
    }

    /// The next task that is due by then.
    mutating func next(until moment: Date) -> ReplicationTask? {
        guard let last = pending.last, last.dueAt <= moment else { return nil }
        return pending.popLast()
    }

    mutating func finish(_ task: ReplicationTask, at date: Date, failure: String?) {
        var task = task
        task.finishedAt = date
        task.failure = failure
        history.append(task)
    }

    /// Forgets what CloudWatch no longer shows by the minute: 15 days.
    mutating func forget(before date: Date) {
        guard let first = history.first?.finishedAt, first < date else { return }
        history.removeAll { $0.finishedAt.map { $0 < date } ?? false }
    }

    /// Latest first, so that the next one is at the end.
    private mutating func insert(_ task: ReplicationTask) {
        var low = 0
        var high = pending.count
        while low < high {
            let middle = (low + high) / 2
            if (pending[middle].dueAt, pending[middle].number) > (task.dueAt, task.number) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        pending.insert(task, at: low)
    }
}

/// One copy of one version to one destination.
package struct ReplicationTask: Hashable, Sendable {
    package var source: String
    package var destination: String
    package var ruleID: String
    package var key: String
    package var versionID: String
    package var bytes: Int64
    package var queuedAt: Date
    package var metricsEnabled: Bool
    package var dueAt = Date.distantPast
    package var number = 0
    package var finishedAt: Date?
    /// The code of 1.20; nil for a copy that was made.
    package var failure: String?
}
