import AWSModel

/// What a replication role lacks, by its own documents: a hint, for bucket policies, boundaries and organisation
/// policies are not weighed (1.17).
struct ReplicationRoleJudgement: Sendable {
    var gaps: [String] = []
    /// What it lacks besides when the source has Object Lock (1.15).
    var gapsWithObjectLock: [String] = []

    /// Each line needs one of its actions.
    private static let needed = [
        ["s3:GetReplicationConfiguration"], ["s3:ListBucket"],
        ["s3:GetObjectVersionForReplication", "s3:GetObjectVersion"], ["s3:GetObjectVersionAcl"],
        ["s3:GetObjectVersionTagging"], ["s3:ReplicateObject"], ["s3:ReplicateDelete"], ["s3:ReplicateTags"],
    ]
    private static let neededForLock = [["s3:GetObjectRetention"], ["s3:GetObjectLegalHold"]]

    init(_ reading: RoleReading) {
        if let role = reading.role.value, !role.trustPolicy.isEmpty, !role.trusts("s3.amazonaws.com") {
            gaps.append("it does not trust s3.amazonaws.com")
        }
        guard let policies = reading.policies.isRead ? reading.policies.value ?? [] : nil else { return }
        let actions = PolicyActions(policies)
        guard !actions.isPartial else { return }
        gaps += Self.missing(Self.needed, in: actions)
        gapsWithObjectLock = Self.missing(Self.neededForLock, in: actions)
    }

    private static func missing(_ needed: [[String]], in actions: PolicyActions) -> [String] {
        let names = needed.filter { !actions.allowsAny(of: $0) }.compactMap(\.first)
        return names.isEmpty ? [] : ["it is not allowed \(names.joined(separator: ", "))"]
    }
}

extension Role {
    /// Whether its trust policy names a service: `"s3.amazonaws.com"`, not `"batchoperations.s3.amazonaws.com"`.
    func trusts(_ service: String) -> Bool { trustPolicy.contains("\"\(service)\"") }
}
