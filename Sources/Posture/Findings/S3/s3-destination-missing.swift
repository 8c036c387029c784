import AWSModel

/// A rule to a bucket that does not exist: it copies nothing (1.12).
struct S3DestinationMissing: FindingRule {
    static let id = "s3-destination-missing"
    static let severity = Finding.Severity.critical

    func findings(in account: AccountView) -> [Finding] {
        account.replicated.flatMap { source in
            source.destinations.compactMap { rules -> Finding? in
                guard let destination = account.destination(rules.destination), destination.region.isAbsent else {
                    return nil
                }
                return finding(
                    source.arn, "Bucket \(source.bucket.name) replicates to \(destination.name), which does not exist.",
                    [
                        source.evidence("destination \(destination.name)"),
                        Evidence(destination.region, "\(destination.name) was not found"),
                    ],
                    fix:
                        "Create \(destination.name) again with versioning enabled, or point the rule at another "
                        + "bucket; then replicate what was written meanwhile with S3 Batch Replication.")
            }
        }
    }
}
