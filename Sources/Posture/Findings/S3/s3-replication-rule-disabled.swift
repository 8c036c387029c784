import AWSModel

/// A rule that is switched off (1.4).
struct S3ReplicationRuleDisabled: FindingRule {
    static let id = "s3-replication-rule-disabled"
    static let severity = Finding.Severity.medium

    func findings(in account: AccountView) -> [Finding] {
        account.replicated.flatMap { source in
            source.configuration.rules.compactMap { rule -> Finding? in
                guard rule.status == .known(.disabled) else { return nil }
                return finding(
                    source.arn,
                    "Rule \(rule.label) of bucket \(source.bucket.name) to \(rule.destination.bucketName) is disabled.",
                    [source.evidence("rule \(rule.label) has Status Disabled")],
                    fix: "Set the rule's Status to Enabled, or remove the rule if it is not wanted.")
            }
        }
    }
}
