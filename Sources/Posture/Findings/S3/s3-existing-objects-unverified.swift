import AWSModel

/// Replication whose older objects are not proven to be in the replica: rules take only what is written after them
/// (1.8). One in the same region counts too: it is a way back from a purge.
struct S3ExistingObjectsUnverified: FindingRule {
    static let id = "s3-existing-objects-unverified"
    static let severity = Finding.Severity.low

    func findings(in account: AccountView) -> [Finding] {
        account.replicated.compactMap { source in
            let names = source.reached(in: account).map(\.bucket.name)
            guard !names.isEmpty else { return nil }
            let listed = names.joined(separator: ", ")
            return finding(
                source.arn,
                "Objects of bucket \(source.bucket.name) older than its rules are not proven to be in \(listed).",
                [source.evidence("rules do not replicate objects written before them")],
                fix: "Audit the replica against an inventory of the bucket, and fill gaps with S3 Batch Replication "
                    + "(EligibleForReplication, statuses NONE and FAILED).")
        }
    }
}
