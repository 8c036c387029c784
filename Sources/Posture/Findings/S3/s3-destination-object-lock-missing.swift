import AWSModel

/// A bucket with Object Lock that replicates to one without (1.15).
struct S3DestinationObjectLockMissing: FindingRule {
    static let id = "s3-destination-object-lock-missing"
    static let severity = Finding.Severity.high

    func findings(in account: AccountView) -> [Finding] {
        account.replicated.flatMap { source in
            source.destinations.compactMap { rules -> Finding? in
                guard source.bucket.objectLock.value?.enabled == true,
                    let destination = account.destination(rules.destination), destination.region.value != nil,
                    destination.objectLock.isRead, destination.objectLock.value?.enabled != true
                else { return nil }
                return finding(
                    source.arn,
                    "Bucket \(source.bucket.name) has Object Lock, its destination \(destination.name) has not.",
                    [
                        Evidence(source.bucket.objectLock, "Object Lock enabled"),
                        Evidence(destination.objectLock, "Object Lock not enabled"),
                    ],
                    fix: "aws s3api put-object-lock-configuration --bucket \(destination.name) "
                        + "--object-lock-configuration ObjectLockEnabled=Enabled")
            }
        }
    }
}
