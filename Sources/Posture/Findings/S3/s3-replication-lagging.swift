import AWSModel

/// Replication that lags more than 15 minutes behind (1.11, 1.19).
struct S3ReplicationLagging: FindingRule {
    static let id = "s3-replication-lagging"
    static let severity = Finding.Severity.medium

    func findings(in account: AccountView) -> [Finding] {
        account.replicated.flatMap { source in
            source.destinations.flatMap { rules in
                rules.inForce.compactMap { rule -> Finding? in
                    guard let id = rule.id,
                        let metrics = account.metrics(of: source.bucket.name, rules.destination, id),
                        let latency = metrics.maximumLatency.value, latency > ReplicationEvidence.lagThreshold
                    else { return nil }
                    let lag = Duration.seconds(Int64(min(latency, 1e12))).words
                    return finding(
                        source.arn,
                        "Rule \(id) of bucket \(source.bucket.name) to \(rules.destination) lagged up to \(lag) "
                            + "in the last day.",
                        [Evidence(metrics.maximumLatency, "largest ReplicationLatency \(lag)")],
                        fix:
                            "Turn on replication time control for a bound of 15 minutes, and look at request rates and "
                            + "transfer quotas.")
                }
            }
        }
    }
}
