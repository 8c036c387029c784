import AWSModel

/// What a replication role lacks, by its own documents: a hint, for bucket policies, boundaries and organisation
/// policies are not weighed (1.17).
struct ReplicationRoleJudgement: Sendable {
    private let trustFault: String?
    /// Nil where its policies were not read, or not all of them can be made out.
    private let actions: PolicyActions?

    init(_ reading: RoleReading) {
        let role = reading.role.value
        let trusts = role.map { $0.trustPolicy.isEmpty || $0.trusts("s3.amazonaws.com") } ?? true
        trustFault = trusts ? nil : "it does not trust s3.amazonaws.com"
        let actions = reading.policies.isRead ? PolicyActions(reading.policies.value ?? []) : nil
        self.actions = actions.flatMap { $0.isPartial ? nil : $0 }
    }

    func standing(in use: ReplicationRoleUse) -> ReplicationRoleStanding {
        var standing = ReplicationRoleStanding(fault: trustFault, gaps: [trustFault].compactMap(\.self))
        guard let actions else { return standing }
        let reading = ["s3:GetObjectVersionForReplication"] + (use.isUnderKey ? [] : ["s3:GetObjectVersion"])
        let vital = [
            Need(["s3:ReplicateObject"], on: use.replicas, of: use.destination),
            Need(reading, on: use.objects, of: use.source),
        ]
        let fault = vital.first { !$0.isMet(by: actions) }?.words(actions)
        standing.fault = standing.fault ?? fault
        let missing = Self.needs(use, reading).filter { !$0.isMet(by: actions) }.map { $0.actions[0] }
        var keys: [String] = []
        for need in Self.keys(of: use) where !need.isMet(by: actions) && !keys.contains(need.actions[0]) {
            keys.append(need.actions[0])
        }
        let lacks = missing + (use.isUnderKey ? keys : [])
        if !lacks.isEmpty { standing.gaps.append("it is not allowed \(lacks.joined(separator: ", "))") }
        if !keys.isEmpty {
            standing.doubt =
                "no policy of it allows \(keys.joined(separator: ", ")), and what the keys' own policies allow is not read"
        }
        return standing
    }

    private static func needs(_ use: ReplicationRoleUse, _ reading: [String]) -> [Need] {
        func source(_ actions: String...) -> Need { Need(actions, on: [use.source], of: use.source) }
        func objects(_ actions: [String]) -> Need { Need(actions, on: use.objects, of: use.source) }
        func replicas(_ action: String) -> Need { Need([action], on: use.replicas, of: use.destination) }
        let reads = [
            source("s3:GetReplicationConfiguration"), source("s3:ListBucket"), objects(reading),
            objects(["s3:GetObjectVersionAcl"]), objects(["s3:GetObjectVersionTagging"]),
        ]
        let writes = ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ReplicateTags"].map(replicas)
        let locks = use.isLocked ? [objects(["s3:GetObjectRetention"]), objects(["s3:GetObjectLegalHold"])] : []
        return reads + writes + locks + (use.changesOwner ? [replicas("s3:ObjectOwnerOverrideToBucketOwner")] : [])
    }

    /// A key's own policy may open it too.
    private static func keys(of use: ReplicationRoleUse) -> [Need] {
        let source = use.sourceKeys.map { Need(["kms:Decrypt"], on: [$0], of: "") }
        return source + use.replicaKeys.map { Need(["kms:Encrypt"], on: [$0], of: "") }
    }
}

/// How a role stands with one use of it.
struct ReplicationRoleStanding: Sendable {
    /// Why it cannot replicate anything: S3 may not assume it, or no policy allows it to read versions or to write
    /// replicas.
    var fault: String?
    /// Why it is not known whether it can.
    var doubt: String?
    var gaps: [String] = []
}

/// One of some actions on each of some resources.
private struct Need {
    let actions: [String]
    /// Nil is one that is not known.
    let resources: [String?]
    let bucket: String

    init(_ actions: [String], on resources: [String?], of bucket: String) {
        self.actions = actions
        self.resources = resources
        self.bucket = bucket
    }

    func isMet(by allowed: PolicyActions) -> Bool {
        allowed.isScoped
            ? resources.allSatisfy { allowed.allowsAny(of: actions, on: $0) } : allowed.allowsAny(of: actions)
    }

    func words(_ allowed: PolicyActions) -> String {
        let place = allowed.allowsAny(of: actions) ? " on \(ARN.last(of: bucket))" : ""
        return "no policy of it allows \(actions.joined(separator: " or "))\(place)"
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
