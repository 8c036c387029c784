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
}
