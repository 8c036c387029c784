import AWSModel

/// A destination whose settings cannot be read, so that replication to it cannot be verified (1.12).
struct S3DestinationUnreadable: FindingRule {
    static let id = "s3-destination-unreadable"
    static let severity = Finding.Severity.low

    func findings(in account: AccountView) -> [Finding] {
        account.replicated.flatMap { source in
            source.destinations.compactMap { rules -> Finding? in
                guard let destination = account.destination(rules.destination), let evidence = refusal(destination)
                else {
                    return nil
                }
                return finding(
                    source.arn,
                    "The settings of \(destination.name), to which bucket \(source.bucket.name) replicates, "
                        + "cannot be read.",
                    [source.evidence("destination \(destination.name)"), evidence],
                    fix:
                        "Allow s3:ListBucket and s3:GetBucketVersioning on \(destination.name) to these "
                        + "credentials, or check it in its own account.")
            }
        }
    }

    private func refusal(_ destination: DestinationBucket) -> Evidence? {
        // Its listing may be refused and its settings be open.
        if destination.versioning.isRead { return nil }
        if destination.accessDenied { return Evidence(destination.region, "access to \(destination.name) is denied") }
        guard case .denied(let code) = destination.versioning.outcome else { return nil }
        return Evidence(destination.versioning, "denied (\(code))")
    }
}
