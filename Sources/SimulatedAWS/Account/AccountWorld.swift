import AWSModel

/// The account as AWS Backup sees it: its resources, what roles may do with them, which keys work.
struct AccountWorld: SimulatedWorld {
    private let account: AccountID
    private let buckets: [String: SimulatedBucket]
    private let others: [Region: [SimulatedResource]]
    private let roles: RoleStore
    private let keys: KeyStore

    init(_ account: SimulatedAccount) {
        self.account = account.id
        buckets = account.buckets
        others = account.resources
        roles = account.roles
        keys = account.keys
    }

    func resources(in region: Region) -> [SimulatedResource] {
        let mine = buckets.values.filter { $0.region == region && $0.owner == account }
        return mine.sorted { $0.name < $1.name }.map(resource) + (others[region] ?? [])
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

extension SimulatedAccount {
    /// Adds what completed restores have made, so that the next listing has it.
    mutating func makeRestoredResources() {
        for job in backup.takeCompletedRestores() {
            guard let arn = job.createdResourceARN.flatMap(ARN.init), job.resourceType != "S3",
                let region = arn.region, resources[region]?.contains(where: { $0.arn == arn.text }) != true
            else { continue }
            let name = arn.resource.split { $0 == ":" || $0 == "/" }.last.map(String.init)
            resources[region, default: []].append(
                SimulatedResource(arn: arn.text, type: job.resourceType, name: name, size: job.size ?? ByteCount(0)))
        }
    }
}
