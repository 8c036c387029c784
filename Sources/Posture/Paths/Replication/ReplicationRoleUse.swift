import AWSModel

/// What a replication role is used for: the objects it reads and writes, and the keys it needs for them (1.17).
struct ReplicationRoleUse: Sendable {
    /// ARNs of the buckets.
    let source: String
    let destination: String
    /// Of the objects that the rules in force select.
    let prefixes: [String]
    let isLocked: Bool
    let changesOwner: Bool
    /// The bucket encrypts with KMS, and a rule selects such objects.
    let isUnderKey: Bool
    /// ARNs of the keys that only a policy opens; nil where the ARN is not known. A key of AWS's is open to the whole
    /// account through S3.
    let sourceKeys: [String?]
    let replicaKeys: [String?]

    init(_ rules: DestinationRules, of bucket: Bucket, home: Region, in account: AccountView) {
        source = account.arn(ofBucket: bucket.name)
        destination = account.arn(ofBucket: rules.destination)
        prefixes = Set(rules.inForce.map(\.selectedPrefix)).sorted()
        isLocked = bucket.objectLock.value?.enabled == true
        changesOwner = rules.inForce.contains { $0.destination.owner != nil }
        let selecting = rules.inForce.filter(\.selectsKMSObjects)
        isUnderKey = bucket.encryption.value?.isKMS == true && !selecting.isEmpty
        // Where it is not read how it encrypts, it may.
        guard isUnderKey || (bucket.encryption.gap != nil && !selecting.isEmpty) else {
            (sourceKeys, replicaKeys) = ([], [])
            return
        }
        let away = account.destination(rules.destination)?.region.value
        sourceKeys =
            bucket.encryption.gap != nil
            ? [nil] : bucket.encryption.value?.kmsKeyID.map { Self.customerKey($0, in: home, account) } ?? []
        replicaKeys = selecting.compactMap(\.destination.replicaKMSKeyID).flatMap {
            Self.customerKey($0, in: away, account)
        }
    }

    /// None where it is one of AWS's.
    private static func customerKey(_ name: String, in region: Region?, _ account: AccountView) -> [String?] {
        if name.hasSuffix("alias/aws/s3") { return [] }
        let key = (ARN(name)?.region ?? region)
            .flatMap { account.inventory.keys[KeyReference(name: name, region: $0)]?.value }
        if key?.manager == .known(.aws) { return [] }
        let named = ARN(name).flatMap { $0.resource.hasPrefix("key/") ? name : nil }
        return [key?.arn.text ?? named]
    }

    /// For each prefix an object that stands for all of it.
    var objects: [String] { prefixes.map { "\(source)/\($0)\(Self.anyKey)" } }
    var replicas: [String] { prefixes.map { "\(destination)/\($0)\(Self.anyKey)" } }
    /// No policy names it.
    private static let anyKey = "\u{1}"
}
