import AWSModel

/// Rules that replicate delete markers: a simple delete hides the replica too (1.6).
struct S3DeletesPropagate: FindingRule {
    static let id = "s3-deletes-propagate"
    static let severity = Finding.Severity.info

    func findings(in account: AccountView) -> [Finding] {
        account.replicated.flatMap { source in
            source.destinations.compactMap { rules -> Finding? in
                guard let rule = rules.inForce.first(where: { account.propagatesDeletes($0, rules) == true }) else {
                    return nil
                }
                let why =
                    rule.isV2
                    ? "DeleteMarkerReplication is Enabled"
                    : "a rule without Filter is of the first version and replicates delete markers"
                return finding(
                    source.arn,
                    "Deletes in bucket \(source.bucket.name) propagate to \(rules.destination) as delete markers; "
                        + "version purges never do.",
                    [source.evidence("rule \(rule.label): \(why)")],
                    fix:
                        "If the replica shall outlive a delete, use a rule with Filter and set "
                        + "DeleteMarkerReplication to Disabled.")
            }
        }
    }
}
