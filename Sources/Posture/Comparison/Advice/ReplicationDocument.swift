import AWSModel

/// A replication configuration as `PutBucketReplication` takes it, which replaces the one that is there: every rule of it
/// stays, in the second version and with a priority of its own (1.2-1.4).
struct ReplicationDocument {
    let bucket: String
    let role: String
    private(set) var rules: [ReplicationRule]
    private let partition: String

    /// - Parameter configuration: the one that is there; nil where there is none.
    init(of bucket: Bucket, _ configuration: ReplicationConfiguration?, in account: AccountView) {
        self.bucket = bucket.name
        role = configuration.flatMap { $0.role.isEmpty ? nil : $0.role } ?? "ROLE_ARN"
        partition = account.inventory.partition
        rules = (configuration?.rules ?? []).map { rule in
            var rule = rule
            // Rules of both versions do not go together (1.1), and the first propagates deletes within one account.
            if !rule.isV2 {
                let crosses = account.isCrossAccount(
                    destination: rule.destination.bucketName, account: rule.destination.account)
                rule.filter = ReplicationFilter(prefix: rule.legacyPrefix)
                rule.legacyPrefix = nil
                rule.deleteMarkerReplication = .known(crosses == true ? .disabled : .enabled)
            } else if rule.deleteMarkerReplication == nil {
                rule.deleteMarkerReplication = .known(.disabled)
            }
            return rule
        }
        let priorities = rules.compactMap(\.priority)
        if Set(priorities).count < rules.count {
            for (index, _) in rules.enumerated() { rules[index].priority = rules.count - index }
        }
    }

    mutating func edit(_ isMeant: (ReplicationRule) -> Bool, _ edit: (inout ReplicationRule) -> Void) {
        for index in rules.indices where isMeant(rules[index]) { edit(&rules[index]) }
    }

    /// Adds a rule for the whole bucket, behind all others: what they say of their part stays in force (1.4).
    mutating func addWhole(to destination: ReplicationDestination, selectsKMS: Bool) {
        if rules.contains(where: { ($0.priority ?? 0) < 1 }) {
            for index in rules.indices { rules[index].priority = (rules[index].priority ?? 0) + 1 }
        }
        let least = rules.compactMap(\.priority).min()
        let taken = Set(rules.compactMap(\.id))
        let id = (["dr"] + (2...1001).map { "dr-\($0)" }).first { !taken.contains($0) }
        rules.append(
            ReplicationRule(
                id: id, priority: least.map { $0 - 1 } ?? 1, status: .known(.enabled), filter: ReplicationFilter(),
                destination: destination, deleteMarkerReplication: .known(.disabled),
                kmsEncryptedObjects: selectsKMS ? .known(.enabled) : nil))
    }

    /// A bucket that is still to be made or named.
    func replica(underKey: Bool) -> ReplicationDestination {
        ReplicationDestination(
            bucket: ARN.bucket("REPLICA", partition: partition).text,
            replicaKMSKeyID: underKey ? "KEY_ARN_OF_ANOTHER_REGION" : nil)
    }

    /// The call that puts it.
    func advice(_ text: String) -> Advice {
        var block = TerraformBlock(resource: "aws_s3_bucket_replication_configuration", bucket)
            .set("bucket", bucket).set("role", role)
        for rule in rules { block = block.with(rule.terraform) }
        let json = JSONText.object([("Role", .text(role)), ("Rules", .list(rules.map(\.json)))])
        return Advice(
            text, call: "s3:PutBucketReplication",
            ["s3api", "put-bucket-replication", "--bucket", bucket, "--replication-configuration", json.line], block)
    }
}
