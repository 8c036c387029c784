import AWSModel

/// A bucket without replication rules.
struct S3NoReplication: FindingRule {
    static let id = "s3-no-replication"
    static let severity = Finding.Severity.medium

    func findings(in account: AccountView) -> [Finding] {
        account.buckets.compactMap { bucket in
            guard bucket.replication.isRead, bucket.replication.value?.rules.isEmpty ?? true else { return nil }
            return finding(
                account.arn(ofBucket: bucket.name), "Bucket \(bucket.name) has no replication rule.",
                [Evidence(bucket.replication, "no replication configuration")],
                fix:
                    "Add a rule for the whole bucket to a bucket in another region: lifeboat show ARN prints the call"
            )
        }
    }
}
