import AWSModel

/// A rule for KMS objects that names no key of the destination's region: S3 accepts it and the objects fail (1.9).
struct S3ReplicaKeyWrongRegion: FindingRule {
    static let id = "s3-replica-key-wrong-region"
    static let severity = Finding.Severity.high

    func findings(in account: AccountView) -> [Finding] {
        account.replicated.flatMap { source in
            source.distant(in: account).flatMap { destination in
                destination.rules.inForce.compactMap { rule -> Finding? in
                    guard rule.selectsKMSObjects else { return nil }
                    let key = ReplicaKey(
                        of: rule, destinationRegion: destination.region,
                        crossAccount: account.isCrossAccount(destination.rules) ?? false, in: account)
                    guard case .wrongRegion(let text) = key else { return nil }
                    return finding(
                        source.arn, "Bucket \(source.bucket.name): \(text).",
                        [
                            source.evidence("ReplicaKmsKeyID \(rule.destination.replicaKMSKeyID ?? "absent")"),
                            Evidence(
                                destination.bucket.region, "\(destination.bucket.name) is in \(destination.region)"),
                        ],
                        fix:
                            "Name a key of \(destination.region) as ReplicaKmsKeyID; multi-Region keys count by "
                            + "the region in their ARN.")
                }
            }
        }
    }
}
