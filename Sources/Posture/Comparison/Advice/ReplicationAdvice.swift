import AWSModel

/// What a bucket lacks of a replica in another region that suffices.
struct ReplicationAdvice {
    let bucket: Bucket
    /// Replicas in other regions.
    let replicas: [RecoveryPath]
    let account: AccountView

    private let aim = "to be back within minutes"
    private var older: String {
        let older = "objects written before it need S3 Batch Replication"
        guard let source = replicating else { return older }
        return "\(older), and the replicas of \(source.name) do not go on from here but are in \(source.name) still"
    }

    var steps: [Advice] {
        guard bucket.replication.isRead, !replicas.contains(where: \.suffices) else { return [] }
        if let source = replicating, source.region.value == bucket.region.value {
            return sourceSteps + [beyond(source)]
        }
        let rules = bucket.replication.value?.rules ?? []
        let steps = sourceSteps
        if rules.isEmpty { return steps + [newRule("a replication rule for the whole bucket to another region")] }
        if let replica = replicas.first { return steps + mended(replica) }
        return steps + [revived]
    }

    /// A bucket whose replicas are in it: they do not go on from here, whatever its own rules say (1.8).
    private var replicating: Bucket? {
        (account.sources[bucket.name] ?? []).lazy.compactMap { account.bucket(named: $0) }.first
    }

    private func beyond(_ source: Bucket) -> Advice {
        var document = ReplicationDocument(of: source, source.replication.value, in: account)
        let isUnderKey = source.encryption.value?.isKMS == true
        document.addWhole(to: document.replica(underKey: isUnderKey), selectsKMS: isUnderKey)
        return document.advice(
            "\(aim): a second destination in the rules of \(source.name), whose replicas are in it, for replicas do not go on "
                + "from here; or a backup, as below. What is in \(source.name) already needs S3 Batch Replication there"
        )
    }

    private var document: ReplicationDocument { ReplicationDocument(of: bucket, bucket.replication.value, in: account) }
    private var isUnderKey: Bool { bucket.encryption.value?.isKMS == true }

    /// Versioning comes before all else: replication and backups need it.
    private var sourceSteps: [Advice] {
        guard bucket.versioning.isRead, bucket.versioning.value?.isEnabled != true else { return [] }
        return [.versioning(of: bucket.name, "first of all: versioning, which replication and backups need")]
    }

    /// A rule beside those that are there, if any.
    private func newRule(_ what: String) -> Advice {
        var document = document
        document.addWhole(to: document.replica(underKey: isUnderKey), selectsKMS: isUnderKey)
        return document.advice("\(aim): \(what); \(older)")
    }

    private func mended(_ replica: RecoveryPath) -> [Advice] {
        let name = ARN.last(of: replica.target)
        let rules = (bucket.replication.value.map(DestinationRules.all) ?? []).first { $0.destination == name }
        guard let rules, let destination = account.destination(name) else { return [unclear(replica)] }
        let steps = ReplicationMend(
            bucket: bucket, rules: rules, destination: destination, region: replica.region, account: account,
            document: document
        ).steps
        return steps.isEmpty ? [unclear(replica)] : steps
    }

    private func unclear(_ replica: RecoveryPath) -> Advice {
        let why = replica.reasons.first.map { ": \($0)" } ?? ""
        return Advice("\(aim): a replica that suffices, as that in \(replica.region) does not for certain\(why)")
    }

    // MARK: Rules that replicate nowhere that counts

    private enum Place: Hashable {
        case elsewhere, home, missing, unread
    }

    private func place(of rule: ReplicationRule) -> Place {
        if let partition = ARN(rule.destination.bucket)?.partition, partition != account.inventory.partition {
            return .missing
        }
        guard let region = account.destination(rule.destination.bucketName)?.region else { return .unread }
        if region.isAbsent { return .missing }
        guard let region = region.value, let home = bucket.region.value else { return .unread }
        return region == home ? .home : .elsewhere
    }

    /// The rule that is there is mended where it can be, and no rule is lost.
    private var revived: Advice {
        let rules = bucket.replication.value?.rules ?? []
        if let off = rules.first(where: {
            $0.status == .known(.disabled) && $0.coversWholeBucket && place(of: $0) == .elsewhere
        }) {
            var document = document
            let destination = off.destination.bucketName
            document.edit({ $0.id == off.id && $0.destination == off.destination }, { $0.status = .known(.enabled) })
            return document.advice("\(aim): enable rule \(off.label) to \(destination); \(older)")
        }
        if let dead = rules.first(where: { $0.isEnabled && $0.coversWholeBucket && place(of: $0) == .missing }) {
            return repointed(dead)
        }
        if let hidden = rules.first(where: { $0.isEnabled && place(of: $0) == .unread }) {
            return Advice("\(aim): whether rule \(hidden.label) replicates to another region is not known")
        }
        let kept = rules.count == 1 ? "beside rule \(rules[0].label)" : "beside its \(rules.count.counted("rule"))"
        return newRule("a rule for the whole bucket to another region, \(kept), with a role that may write there")
    }

    /// A bucket of that name may be somebody else's by now: the rules go to one that is there.
    private func repointed(_ dead: ReplicationRule) -> Advice {
        var document = document
        let replica = document.replica(underKey: isUnderKey || dead.destination.replicaKMSKeyID != nil)
        document.edit({ $0.destination.bucket == dead.destination.bucket }) { rule in
            rule.destination.bucket = replica.bucket
            rule.destination.account = nil
            rule.destination.owner = nil
            rule.destination.replicaKMSKeyID = replica.replicaKMSKeyID
            if isUnderKey { rule.kmsEncryptedObjects = .known(.enabled) }
        }
        return document.advice(
            "\(aim): point rule \(dead.label) to a bucket of another region that exists, as "
                + "\(dead.destination.bucketName) does not, and that its role may write to; \(older)")
    }
}

extension Advice {
    static func versioning(of bucket: String, _ text: String) -> Advice {
        Advice(
            text, call: "s3:PutBucketVersioning",
            [
                "s3api", "put-bucket-versioning", "--bucket", bucket, "--versioning-configuration", "Status=Enabled",
            ],
            TerraformBlock(resource: "aws_s3_bucket_versioning", bucket).set("bucket", bucket)
                .with(TerraformBlock("versioning_configuration").set("status", "Enabled")))
    }
}
