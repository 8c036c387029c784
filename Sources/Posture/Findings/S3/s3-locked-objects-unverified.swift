import AWSModel

/// A bucket with a default lock: it locks what is written after it was set, and when that was nobody tells (1.15).
struct S3LockedObjectsUnverified: FindingRule {
    static let id = "s3-locked-objects-unverified"
    static let severity = Finding.Severity.low

    func findings(in account: AccountView) -> [Finding] {
        account.buckets.compactMap { bucket in
            guard let lock = bucket.objectLock.value, lock.enabled, let days = lock.defaultDays else { return nil }
            return finding(
                account.arn(ofBucket: bucket.name),
                "Objects of bucket \(bucket.name) older than its default lock are not proven to be locked.",
                [Evidence(bucket.objectLock, "default retention of \(days) days")],
                fix: "Audit the bucket with S3 Inventory (ObjectLockMode, ObjectLockRetainUntilDate), and lock what is "
                    + "not with S3 Batch Operations.")
        }
    }
}
