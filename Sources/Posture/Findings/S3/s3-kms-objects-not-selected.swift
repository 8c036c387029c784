import AWSModel

/// Rules that leave out the objects that the bucket's default encryption makes (1.9).
struct S3KMSObjectsNotSelected: FindingRule {
    static let id = "s3-kms-objects-not-selected"
    static let severity = Finding.Severity.high

    func findings(in account: AccountView) -> [Finding] {
        account.replicated.flatMap { source in
            source.destinations.compactMap { rules -> Finding? in
                guard let encryption = source.bucket.encryption.value, encryption.isKMS,
                    let rule = rules.inForce.first(where: { !$0.selectsKMSObjects })
                else { return nil }
                return finding(
                    source.arn,
                    "Rule \(rule.label) of bucket \(source.bucket.name) leaves out objects encrypted with "
                        + "\(encryption.algorithm), the bucket's default.",
                    [
                        Evidence(source.bucket.encryption, "default encryption \(encryption.algorithm)"),
                        source.evidence("rule \(rule.label) does not enable SseKmsEncryptedObjects"),
                    ],
                    fix:
                        "Set SourceSelectionCriteria.SseKmsEncryptedObjects to Enabled and name a "
                        + "ReplicaKmsKeyID of the "
                        + "destination's region; then replicate older objects with S3 Batch Replication.")
            }
        }
    }
}
