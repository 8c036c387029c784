import AWSModel

/// A rule to a bucket without versioning: its objects fail (1.14).
struct S3DestinationVersioningNotEnabled: FindingRule {
    static let id = "s3-destination-versioning-not-enabled"
    static let severity = Finding.Severity.high

    func findings(in account: AccountView) -> [Finding] {
        account.replicated.flatMap { source in
            source.destinations.compactMap { rules -> Finding? in
                guard let destination = account.destination(rules.destination), destination.region.value != nil,
                    destination.versioning.isRead, destination.versioning.value?.isEnabled != true
                else { return nil }
                let status = destination.versioning.value?.status?.wire ?? "never enabled"
                return finding(
                    source.arn,
                    "Bucket \(source.bucket.name) replicates to \(destination.name), whose versioning is not enabled "
                        + "(\(status)).",
                    [
                        source.evidence("destination \(destination.name)"),
                        Evidence(destination.versioning, "versioning: \(status)"),
                    ],
                    fix: "aws s3api put-bucket-versioning --bucket \(destination.name) "
                        + "--versioning-configuration Status=Enabled")
            }
        }
    }
}
