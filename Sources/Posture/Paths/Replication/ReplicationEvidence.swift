import AWSModel

/// What CloudWatch shows of the rules in force for one destination over the last day (1.19), and what sampled objects
/// say (1.18).
struct ReplicationEvidence: Sendable {
    var failure: String?
    /// The largest lag of any rule, seconds.
    var maximumLatency: Double?
    /// CloudWatch shows replication at work, and no operation failed.
    var isAtWork = false
    var unread: String?
    /// Every rule in force has a latency.
    var measuresEveryRule = false
    /// Nil where no object was asked.
    let sample: SampledReplication?

    /// Replication was seen at work, or an object of today in its place, and nothing speaks against it.
    var isObserved: Bool {
        guard failure == nil, sample?.isClean ?? true else { return false }
        return isAtWork || (isOneRule && sample?.hasArrivedLately == true)
    }
    /// One rule takes the whole bucket, so that any object speaks for it.
    private let isOneRule: Bool

    static let lagThreshold = 900.0
    /// CloudWatch's window is a day: a lag as long means that nothing caught up in it.
    private static let stuckThreshold = 86_400.0
    /// A lag of hours, and operations that still wait.
    private static let behindThreshold = 4 * 3600.0

    init(_ rules: DestinationRules, of bucket: Bucket, in account: AccountView) {
        isOneRule = rules.whole != nil && rules.inForce.count == 1
        sample = SampledReplication(rules, of: bucket, in: account)
        var measured = 0
        for rule in rules.inForce {
            guard let id = rule.id, let metrics = account.metrics(of: bucket.name, rules.destination, id) else {
                if rule.destination.metricsEnabled { unread = unread ?? "not read" }
                continue
            }
            add(metrics)
            if metrics.maximumLatency.value != nil { measured += 1 }
            // The narrower rules in front of a rule for the whole bucket are not the whole.
            if rules.whole == nil || rules.whole?.id == id, Self.isAtWork(metrics) { isAtWork = true }
        }
        measuresEveryRule = measured == rules.inForce.count
        if failure != nil { isAtWork = false }
    }

    private mutating func add(_ metrics: ReplicationMetrics) {
        if let latency = metrics.maximumLatency.value {
            maximumLatency = max(maximumLatency ?? 0, latency)
        }
        failure = failure ?? Self.failure(in: metrics)
        unread = unread ?? metrics.operationsFailed.gap ?? metrics.maximumLatency.gap ?? metrics.operationsPending.gap
    }

    /// No failure is published while nothing fails, but an unread metric proves nothing.
    private static func isAtWork(_ metrics: ReplicationMetrics) -> Bool {
        metrics.maximumLatency.value != nil && metrics.operationsFailed.isRead
    }

    /// Failed operations, a lag of a day, or operations that wait while nothing replicates or for hours.
    static func failure(in metrics: ReplicationMetrics) -> String? {
        if let failed = metrics.operationsFailed.value, failed > 0 {
            return "\(failed.wholeNumber) replication operations failed in the last day"
        }
        let latency = metrics.maximumLatency.value
        let pending = metrics.operationsPending.value ?? 0
        if pending > 0, metrics.maximumLatency.isRead, latency ?? stuckThreshold >= stuckThreshold {
            return "\(pending.wholeNumber) replication operations are pending and none gets through"
        }
        guard let latency, latency >= stuckThreshold || (pending > 0 && latency > behindThreshold) else { return nil }
        let lag = Duration.seconds(latency.wholeNumber).words
        return pending > 0
            ? "replication lags up to \(lag) and \(pending.wholeNumber) operations are pending"
            : "replication lags up to \(lag)"
    }
}

extension Double {
    /// A count for a sentence, rounded up; CloudWatch's numbers may be anything.
    var wholeNumber: Int { isNaN ? 0 : Int(Swift.min(Swift.max(self, 0), 1e15).rounded(.up)) }
}
