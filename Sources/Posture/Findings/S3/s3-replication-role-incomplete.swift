import AWSModel

/// A replication role that is gone, or whose own documents lack what replication needs (1.17).
struct S3ReplicationRoleIncomplete: FindingRule {
    static let id = "s3-replication-role-incomplete"
    static let severity = Finding.Severity.high

    func findings(in account: AccountView) -> [Finding] {
        account.replicated.compactMap { source in
            let arn = source.configuration.role
            guard source.configuration.rules.contains(where: \.isEnabled), let reading = account.inventory.roles[arn]
            else {
                return nil
            }
            let gaps = reading.role.isAbsent ? ["it does not exist"] : source.gaps(ofRole: arn, in: account)
            guard !gaps.isEmpty else { return nil }
            return finding(
                source.arn,
                "Replication role \(arn) of bucket \(source.bucket.name) does not suffice: "
                    + "\(gaps.joined(separator: "; ")).",
                [
                    source.evidence("role \(arn)"),
                    reading.role.isAbsent
                        ? Evidence(reading.role, "no such role")
                        : Evidence(reading.policies, gaps.joined(separator: "; ")),
                ],
                fix:
                    "Give the role the trust and the actions that S3 replication needs on source, destination and keys."
            )
        }
    }
}

extension ReplicatedBucket {
    /// What the role lacks for any of the destinations, each said once.
    fileprivate func gaps(ofRole arn: String, in account: AccountView) -> [String] {
        guard let home else { return [] }
        var gaps: [String] = []
        for rules in destinations {
            let use = ReplicationRoleUse(rules, of: bucket, home: home, in: account)
            for gap in account.standing(ofRole: arn, in: use)?.gaps ?? [] where !gaps.contains(gap) { gaps.append(gap) }
        }
        return gaps
    }
}
