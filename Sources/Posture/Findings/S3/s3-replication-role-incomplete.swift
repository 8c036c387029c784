import AWSModel

/// A replication role that is gone, or whose own documents lack what replication needs (1.17).
struct S3ReplicationRoleIncomplete: FindingRule {
    static let id = "s3-replication-role-incomplete"
    static let severity = Finding.Severity.high

    /// What the role lacks for any of the destinations, each said once.
    private static func gaps(of standings: [ReplicationRoleStanding]) -> [String] {
        var gaps: [String] = []
        for gap in standings.flatMap(\.gaps) where !gaps.contains(gap) { gaps.append(gap) }
        return gaps
    }

    func findings(in account: AccountView) -> [Finding] {
        account.replicated.compactMap { source in
            let arn = source.configuration.role
            guard source.configuration.rules.contains(where: \.isEnabled), let reading = account.inventory.roles[arn]
            else {
                return nil
            }
            let standings = source.standings(ofRole: arn, in: account)
            let gaps = reading.role.isAbsent ? ["it does not exist"] : Self.gaps(of: standings)
            guard !gaps.isEmpty else { return nil }
            let isCertain = reading.role.isAbsent || standings.contains { $0.fault != nil }
            return finding(
                source.arn,
                "Replication role \(arn) of bucket \(source.bucket.name) \(isCertain ? "does" : "may") not suffice: "
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
    /// How the role stands with each destination.
    fileprivate func standings(ofRole arn: String, in account: AccountView) -> [ReplicationRoleStanding] {
        guard let home else { return [] }
        return destinations.compactMap {
            account.standing(ofRole: arn, in: ReplicationRoleUse($0, of: bucket, home: home, in: account))
        }
    }
}
