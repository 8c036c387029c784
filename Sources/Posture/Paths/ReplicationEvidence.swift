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
        }
        if failure != nil { isObserved = false }
    }

    private mutating func add(_ metrics: ReplicationMetrics) {
        if let latency = metrics.maximumLatency.value {
            maximumLatency = max(maximumLatency ?? 0, latency)
            // No failure is published while nothing fails, but an unread metric proves nothing.
            if metrics.operationsFailed.isRead { isObserved = true }
        }
        failure = failure ?? Self.failure(in: metrics)
        unread = unread ?? metrics.operationsFailed.gap ?? metrics.maximumLatency.gap
    }

    /// Failed operations, or operations that wait while nothing replicates.
    static func failure(in metrics: ReplicationMetrics) -> String? {
        if let failed = metrics.operationsFailed.value, failed > 0 {
            return "\(Int(failed.rounded(.up))) replication operations failed in the last day"
        }
        if let pending = metrics.operationsPending.value, pending > 0, metrics.maximumLatency.isRead,
            metrics.maximumLatency.value ?? stuckThreshold >= stuckThreshold
        {
            return "\(Int(pending.rounded(.up))) replication operations are pending and none gets through"
        }
        return nil
    }
}
