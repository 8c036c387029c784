import AWSModel

/// Sampled objects that said of themselves that they are not replicated: their status is FAILED or missing (1.18).
struct S3ObjectsNotReplicated: FindingRule {
    static let id = "s3-objects-not-replicated"
    static let severity = Finding.Severity.high

    func findings(in account: AccountView) -> [Finding] {
        guard let samples = account.inventory.objectSamples else { return [] }
        return account.replicated.compactMap { source in
            guard let reading = samples[source.bucket.name] else { return nil }
            let judged = source.destinations.compactMap { SampledReplication($0, of: source.bucket, in: account) }
            guard let worst = judged.max(by: { $0.missing.count < $1.missing.count }), !worst.missing.isEmpty else {
                return nil
            }
            let named = worst.missing.prefix(3).joined(separator: ", ") + (worst.missing.count > 3 ? ", ..." : "")
            return finding(
                source.arn,
                "\(worst.missing.count) of \(worst.asked) sampled objects of bucket \(source.bucket.name) are not "
                    + "replicated.", [Evidence(reading, "x-amz-replication-status FAILED or none: \(named)")],
                fix: "Replicate them with S3 Batch Replication (EligibleForReplication, statuses NONE and FAILED): "
                    + "rules take only what is written after them, and failed objects are not retried.")
        }
    }
}
