import AWSModel

/// A destination whose lifecycle deletes sooner than the source's: the replica loses what the source still has (1.8).
struct S3DestinationLifecycleShortens: FindingRule {
    static let id = "s3-destination-lifecycle-shortens"
    static let severity = Finding.Severity.medium

    func findings(in account: AccountView) -> [Finding] {
        account.replicated.flatMap { source in
            source.destinations.compactMap { rules -> Finding? in
                guard source.bucket.lifecycle.isRead, let destination = account.destination(rules.destination),
                    let expiry = LifecycleComparison(
                        source: source.bucket.lifecycle.value, destination: destination.lifecycle.value
                    ).sooner
                else { return nil }
                return finding(
                    source.arn,
                    "The lifecycle of \(destination.name), to which bucket \(source.bucket.name) replicates, "
                        + "\(expiry); the source keeps them longer.",
                    [
                        Evidence(destination.lifecycle, expiry),
                        Evidence(
                            source.bucket.lifecycle, source.bucket.lifecycle.isAbsent ? "no lifecycle" : "expires later"
                        ),
                    ],
                    fix:
                        "Give the destination a lifecycle that keeps objects at least as long as the source does."
                )
            }
        }
    }
}
