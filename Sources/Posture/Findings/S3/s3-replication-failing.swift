import AWSModel

/// Replication that CloudWatch shows to fail or to be stuck (1.19).
struct S3ReplicationFailing: FindingRule {
    static let id = "s3-replication-failing"
    static let severity = Finding.Severity.high

    func findings(in account: AccountView) -> [Finding] {
        account.replicated.flatMap { source in
            source.destinations.flatMap { rules in
                rules.inForce.compactMap { rule -> Finding? in
                    guard let id = rule.id,
                        let metrics = account.metrics(of: source.bucket.name, rules.destination, id),
                        let failure = ReplicationEvidence.failure(in: metrics)
                    else { return nil }
                    return finding(
                        source.arn,
                        "Rule \(id) of bucket \(source.bucket.name) to \(rules.destination) fails: \(failure).",
                        [
                            metrics.operationsFailed.value.map {
                                Evidence(metrics.operationsFailed, "OperationsFailedReplication, sum \($0.wholeNumber)")
                            },
                            metrics.operationsPending.value.map {
                                Evidence(
                                    metrics.operationsPending, "OperationsPendingReplication, newest \($0.wholeNumber)")
                            },
                        ].compactMap { $0 },
                        fix: "Look at the failure reasons (S3 event OperationFailedReplication), mend role, key or "
                            + "destination, and replicate again with S3 Batch Replication: failed objects are "
                            + "not retried."
                    )
                }
            }
        }
    }
}
