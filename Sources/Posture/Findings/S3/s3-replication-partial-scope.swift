import AWSModel

/// A bucket of which only some prefixes or tags replicate to another region (1.5).
struct S3ReplicationPartialScope: FindingRule {
    static let id = "s3-replication-partial-scope"
    static let severity = Finding.Severity.high

    func findings(in account: AccountView) -> [Finding] {
        account.replicated.compactMap { source in
            let distant = source.distant(in: account)
            guard !distant.isEmpty, distant.allSatisfy({ $0.rules.whole == nil }), !mayBeWhole(source, account) else {
                return nil
            }
            let scopes = distant.flatMap { $0.rules.inForce.map(\.scopeWords) }.joined(separator: ", ")
            return finding(
                source.arn, "Only a part of bucket \(source.bucket.name) replicates to another region: \(scopes).",
                [source.evidence("enabled rules cover \(scopes)")],
                fix: "Add an enabled rule without prefix and tag; a set of prefixes can never be proved complete.")
        }
    }

    /// A rule for the whole bucket whose destination's region is unread may be the one that is missing.
    private func mayBeWhole(_ source: ReplicatedBucket, _ account: AccountView) -> Bool {
        source.destinations.contains { $0.whole != nil && account.destination($0.destination)?.region.isRead != true }
    }
}
