import AWSModel

/// The account as AWS Backup sees it: its resources, what roles may do with them, which keys work.
struct AccountWorld: SimulatedWorld {
    private let account: AccountID
    private let buckets: [String: SimulatedBucket]
    private let databases: DatabaseStore
    private let tables: TableStore
    private let volumes: VolumeStore
    private let fileSystems: FileSystemStore
    private let others: [Region: [SimulatedResource]]
    private let roles: RoleStore
    private let keys: KeyStore
    private let failingRestores: [String: String]
    let rewrittenMetadata: [String: String]

    init(_ account: SimulatedAccount) {
        self.account = account.id
        buckets = account.buckets
        databases = account.databases
        tables = account.tables
        volumes = account.volumes
        fileSystems = account.fileSystems
        others = account.resources
        roles = account.roles
        keys = account.keys
        failingRestores = account.faults.faults.failingRestores
        rewrittenMetadata = account.faults.faults.rewrittenMetadata
    }

    func resources(in region: Region) -> [SimulatedResource] {
        let mine = buckets.values.filter { $0.region == region && $0.owner == account }
        return mine.sorted { $0.name < $1.name }.map(resource) + databases.resources(in: region)
            + tables.resources(in: region) + volumes.resources(in: region) + fileSystems.resources(in: region)
            + (others[region] ?? [])
    }

    private func resource(_ bucket: SimulatedBucket) -> SimulatedResource {
        SimulatedResource(
            arn: bucket.arn.text, type: "S3", name: bucket.name,
            tags: Dictionary(bucket.tags.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 }),
            size: ByteCount(bucket.objects.byteCount), keyARN: bucket.encryption.kmsKeyID,
            isVersioned: bucket.versioning == .enabled, notifiesEventBridge: bucket.eventBridgeEnabled,
            restoreMetadata: ["DestinationBucketName": bucket.name, "NewBucket": "false", "EncryptionType": "original"])
    }

    func right(ofRole roleARN: String, onType type: String) -> SimulatedRoleRight {
        guard let role = roles.role(arn: roleARN),
            PolicyDocument(role.trustPolicy)?.trusts("backup.amazonaws.com") == true
        else { return .notAssumable }
        guard let action = Self.tellingAction[type] else { return .granted }
        return roles.allows(role, action, on: "*") ? .granted : .lacking
    }

    func restoreRight(ofRole roleARN: String, onType type: String) -> SimulatedRoleRight {
        guard let role = roles.role(arn: roleARN),
            PolicyDocument(role.trustPolicy)?.trusts("backup.amazonaws.com") == true
        else { return .notAssumable }
        guard let action = Self.restoringAction[type] else { return .granted }
        return roles.allows(role, action, on: "*") ? .granted : .lacking
    }

    func restoreFailure(of resourceARN: String) -> String? {
        failingRestores.first { Wildcard($0.key).matches(resourceARN) }?.value
    }

    func obstacle(toRestoring type: String, with metadata: [String: String], in region: Region) -> String? {
        func value(_ name: String) -> String? { RestoreTarget.value(name, metadata).flatMap { $0.isEmpty ? nil : $0 } }
        if let key = value("kmsKeyId") ?? value("kmsMasterKeyArn") ?? value("KMSKey"),
            keys.find(key, in: region)?.state != .enabled
        {
            return "The KMS key \(key) does not exist in \(region), is not enabled, or may not be used."
        }
        switch type {
        case "S3": return obstacle(toBucket: value("DestinationBucketName") ?? "", value("NewBucket"), in: region)
        case "DynamoDB":
            return tables.tables[region]?[value("targetTableName") ?? ""].map { "Table already exists: \($0.name)" }
        case "RDS":
            let name = value("DBInstanceIdentifier")?.lowercased()
            return name.flatMap { databases.instances[region]?[$0] }.map {
                "DB instance already exists: \($0.identifier)"
            }
        case "Aurora", "DocumentDB", "Neptune":
            return databases.clusters[region]?[value("dbClusterIdentifier")?.lowercased() ?? ""].map {
                "DB cluster already exists: \($0.identifier)"
            }
        case "EBS":
            let zone = value("availabilityZone") ?? ""
            return zone.hasPrefix(region.name) ? nil : "The zone '\(zone)' does not exist."
        default: return nil
        }
    }

    private func obstacle(toBucket name: String, _ isNew: String?, in region: Region) -> String? {
        let bucket = buckets[name]
        if isNew?.lowercased() == "true" { return bucket == nil ? nil : "Bucket \(name) already exists." }
        guard let bucket, bucket.owner == account else { return "Bucket \(name) does not exist." }
        guard bucket.region == region else { return "Bucket \(name) is in \(bucket.region), not in \(region)." }
        return bucket.versioning == .enabled ? nil : "Versioning is not enabled on bucket \(name)."
    }

    func isKeyUsable(_ keyARN: String) -> Bool {
        guard let region = ARN(keyARN)?.region, let key = keys.find(keyARN, in: region) else { return false }
        return key.state == .enabled
    }

    /// The action without which a type cannot be backed up.
    private static let tellingAction = [
        "S3": "s3:GetInventoryConfiguration", "EBS": "ec2:CreateSnapshot", "RDS": "rds:CreateDBSnapshot",
        "Aurora": "rds:CreateDBClusterSnapshot", "DynamoDB": "dynamodb:CreateBackup",
        "EFS": "elasticfilesystem:Backup",
    ]

    /// The action without which a type cannot be restored.
    private static let restoringAction = [
        "S3": "s3:PutObject", "EBS": "ec2:CreateVolume", "RDS": "rds:RestoreDBInstanceFromDBSnapshot",
        "Aurora": "rds:RestoreDBClusterFromSnapshot", "DynamoDB": "dynamodb:RestoreTableFromAwsBackup",
        "EFS": "elasticfilesystem:Restore",
    ]
}
