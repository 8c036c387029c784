import AWSModel

/// A rule whose destination is in the bucket's own region: it gives nothing in an outage of it (1.12).
struct S3ReplicationSameRegion: FindingRule {
    static let id = "s3-replication-same-region"
    static let severity = Finding.Severity.medium

    func findings(in account: AccountView) -> [Finding] {
        account.replicated.flatMap { source in
            source.destinations.compactMap { rules -> Finding? in
                guard let home = source.home, let destination = account.destination(rules.destination),
                    destination.region.value == home
                else { return nil }
                return finding(
                    source.arn,
                    "Bucket \(source.bucket.name) replicates to \(destination.name) in its own region \(home).",
                    [
                        source.evidence("destination \(destination.name)"),
                        Evidence(destination.region, "\(destination.name) is in \(home)"),
                    ],
                    fix:
                        "Add a rule with a destination in another region; same-region replicas are lost with "
                        + "the region."
                )
            }
        }
    }
}
