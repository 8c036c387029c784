import AWSModel
import Foundation

extension SimulatedAccount {
    /// Queues a copy for each destination and marks the version PENDING.
    mutating func enqueueCopies(of version: inout ObjectVersion, key: String, in bucket: SimulatedBucket) {
        guard let configuration = bucket.replication else { return }
        for rule in ReplicationRuleChoice.rules(for: version, key: key, in: configuration) {
            let destination = rule.destination.bucketName
            version.copies[destination] = .pending
            replication.add(
                ReplicationTask(
                    source: bucket.name, destination: destination, ruleID: rule.id ?? "", key: key,
                    versionID: version.versionID, bytes: version.content.count, queuedAt: now,
                    metricsEnabled: rule.destination.metricsEnabled))
        }
    }

    /// Makes the copies that are due by then.
    mutating func replicate(until moment: Date) {
        while let task = replication.next(until: moment) {
            now = max(now, task.dueAt)
            copy(task)
        }
        replication.forget(before: moment.addingTimeInterval(-15 * 86_400))
    }

    private mutating func copy(_ task: ReplicationTask) {
        // Purged before it was copied: nothing is left to copy (5.1, note 3).
        guard let source = buckets[task.source]?.withoutObjects,
            let version = buckets[task.source]?.objects.version(task.versionID, of: task.key)
        else { return }
        if faults.isDark(source.region) || buckets[task.destination].map({ faults.isDark($0.region) }) == true {
            // PENDING outlives an outage of the destination and goes on by itself (1.18).
            return replication.postpone(task, to: now.addingTimeInterval(60))
        }
        let outcome = ReplicationAttempt.outcome(of: task, version: version, source: source, in: self)
        if case .replica(let replica) = outcome {
            buckets[task.destination]?.objects.insert(replica, at: task.key)
        }
        let failure: String? = if case .failure(let code) = outcome { code } else { nil }
        buckets[task.source]?.objects.update(task.versionID, of: task.key) {
            $0.copies[task.destination] = failure == nil ? .completed : .failed
        }
        replication.finish(task, at: now, failure: failure)
    }
}
