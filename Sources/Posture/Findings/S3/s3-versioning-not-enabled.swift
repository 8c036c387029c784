import AWSModel

/// A bucket without versioning, which replication and AWS Backup both need (1.14, 2.8).
struct S3VersioningNotEnabled: FindingRule {
    static let id = "s3-versioning-not-enabled"
    static let severity = Finding.Severity.medium

    func findings(in account: AccountView) -> [Finding] {
        account.buckets.compactMap { bucket in
            guard bucket.versioning.isRead, bucket.versioning.value?.isEnabled != true else { return nil }
            let status = bucket.versioning.value?.status?.wire ?? "never enabled"
            return finding(
                account.arn(ofBucket: bucket.name), "Versioning of bucket \(bucket.name) is not enabled (\(status)).",
                [Evidence(bucket.versioning, "versioning: \(status)")],
                fix: "aws s3api put-bucket-versioning --bucket BUCKET --versioning-configuration Status=Enabled"
            )
        }
    }
}
