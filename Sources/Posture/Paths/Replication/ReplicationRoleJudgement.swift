import AWSModel

/// What a replication role lacks, by its own documents: a hint, for bucket policies, boundaries and organisation
/// policies are not weighed (1.17).
struct ReplicationRoleJudgement: Sendable {
    /// Why it cannot replicate anything: S3 may not assume it, or no policy allows it to read versions or to write
    /// replicas.
    var fault: String?
    var gaps: [String] = []
    /// What it lacks besides when the source has Object Lock (1.15).
    var gapsWithObjectLock: [String] = []

    /// Each line needs one of its actions.
    private static let needed = [
        ["s3:GetReplicationConfiguration"], ["s3:ListBucket"],
        ["s3:GetObjectVersionForReplication", "s3:GetObjectVersion"], ["s3:GetObjectVersionAcl"],
        ["s3:GetObjectVersionTagging"], ["s3:ReplicateObject"], ["s3:ReplicateDelete"], ["s3:ReplicateTags"],
    ]
    /// Without one of each nothing comes to the destination.
    private static let vital = [
        ["s3:ReplicateObject"], ["s3:GetObjectVersionForReplication", "s3:GetObjectVersion"],
    ]
    private static let neededForLock = [["s3:GetObjectRetention"], ["s3:GetObjectLegalHold"]]

    init(_ reading: RoleReading) {
        if let role = reading.role.value, !role.trustPolicy.isEmpty, !role.trusts("s3.amazonaws.com") {
            gaps.append("it does not trust s3.amazonaws.com")
            fault = "it does not trust s3.amazonaws.com"
        }
        guard let policies = reading.policies.isRead ? reading.policies.value ?? [] : nil else { return }
        let actions = PolicyActions(policies)
        guard !actions.isPartial else { return }
        for needed in Self.vital where fault == nil && !actions.allowsAny(of: needed) {
            fault = "no policy of it allows \(needed.joined(separator: " or "))"
        }
        gaps += Self.missing(Self.needed, in: actions)
        gapsWithObjectLock = Self.missing(Self.neededForLock, in: actions)
    }

    private static func missing(_ needed: [[String]], in actions: PolicyActions) -> [String] {
        let names = needed.filter { !actions.allowsAny(of: $0) }.compactMap(\.first)
        return names.isEmpty ? [] : ["it is not allowed \(names.joined(separator: ", "))"]
    }
}

extension Role {
    /// Whether a service may assume it, by its trust policy: an `Allow` for it, and no `Deny` without conditions. True
    /// where the policy is not understood.
    func trusts(_ service: String) -> Bool {
        guard let statements = PolicyActions.statements(trustPolicy) else { return true }
        func concerning(_ effect: String) -> [[String: Any]] {
            statements.filter {
                ($0["Effect"] as? String) == effect && Self.names(service, in: $0) && Self.isAssumption($0)
            }
        }
        // What is written by exclusion is not weighed.
        if statements.contains(where: { $0["NotPrincipal"] != nil || $0["NotAction"] != nil }) { return true }
        return !concerning("Allow").isEmpty && !concerning("Deny").contains { $0["Condition"] == nil }
    }

    private static func names(_ service: String, in statement: [String: Any]) -> Bool {
        if let everyone = statement["Principal"] as? String { return everyone == "*" }
        let services = (statement["Principal"] as? [String: Any])?["Service"]
        return Self.texts(services).contains { $0 == service || $0 == "*" }
    }

    private static func isAssumption(_ statement: [String: Any]) -> Bool {
        guard let action = statement["Action"] else { return true }
        return Self.texts(action).contains { Wildcard.matches($0.lowercased(), "sts:assumerole") }
    }

    private static func texts(_ value: Any?) -> [String] {
        (value as? [String]) ?? (value as? String).map { [$0] } ?? []
    }
}
