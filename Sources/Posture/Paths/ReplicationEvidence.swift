import AWSModel

/// What CloudWatch shows of the rules in force for one destination over the last day (1.19).
struct ReplicationEvidence: Sendable {
    var failure: String?
    /// The largest lag of any rule, seconds.
    var maximumLatency: Double?
    /// Replication was seen at work, and no operation failed.
    var isObserved = false
    var unread: String?

    static let lagThreshold = 900.0
    /// CloudWatch's window is a day: a lag as long means that nothing caught up in it.
    private static let stuckThreshold = 86_400.0

    init(_ rules: DestinationRules, source: String, in account: AccountView) {
        for rule in rules.inForce {
            guard let id = rule.id, let metrics = account.metrics(of: source, rules.destination, id) else { continue }
            add(metrics)
            // The narrower rules in front of a rule for the whole bucket are not the whole.
            if rules.whole == nil || rules.whole?.id == id, Self.isAtWork(metrics) { isObserved = true }
        }
        if failure != nil { isObserved = false }
    }

    private mutating func add(_ metrics: ReplicationMetrics) {
        if let latency = metrics.maximumLatency.value {
            maximumLatency = max(maximumLatency ?? 0, latency)
        }
        failure = failure ?? Self.failure(in: metrics)
        unread = unread ?? metrics.operationsFailed.gap ?? metrics.maximumLatency.gap
    }

    /// No failure is published while nothing fails, but an unread metric proves nothing.
    private static func isAtWork(_ metrics: ReplicationMetrics) -> Bool {
        metrics.maximumLatency.value != nil && metrics.operationsFailed.isRead
    }

    /// Failed operations, or operations that wait while nothing replicates.
    static func failure(in metrics: ReplicationMetrics) -> String? {
        if let failed = metrics.operationsFailed.value, failed > 0 {
            return "\(failed.wholeNumber) replication operations failed in the last day"
        }
        if let pending = metrics.operationsPending.value, pending > 0, metrics.maximumLatency.isRead,
            metrics.maximumLatency.value ?? stuckThreshold >= stuckThreshold
        {
            return "\(pending.wholeNumber) replication operations are pending and none gets through"
        }
        return nil
    }
}

extension Double {
    /// A count for a sentence, rounded up; CloudWatch's numbers may be anything.
    var wholeNumber: Int { isFinite ? Int(Swift.min(Swift.max(self, 0), 1e15).rounded(.up)) : 0 }
}
