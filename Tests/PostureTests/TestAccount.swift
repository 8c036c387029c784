import AWSModel
import Foundation

@testable import Posture

func read<Value>(_ value: Value, in region: Region = "us-east-1") -> Reading<Value> {
    Reading(.value(value), call: "test:Read", region: region, at: TestAccount.now)
}
func absent<Value>(in region: Region = "us-east-1") -> Reading<Value> {
    Reading(.absent, call: "test:Read", region: region, at: TestAccount.now)
}
func denied<Value>(in region: Region = "us-east-1") -> Reading<Value> {
    Reading(.denied(code: "AccessDenied"), call: "test:Read", region: region, at: TestAccount.now)
}
func unreachable<Value>(in region: Region = "us-east-1") -> Reading<Value> {
    Reading(.unreachable(cause: "timed out"), call: "test:Read", region: region, at: TestAccount.now)
}

/// An account of three regions in which everything was read, to be filled and broken by a test.
struct TestAccount {
    static let now = Date(timeIntervalSince1970: 1_795_262_400)  // 2026-11-21 12:00 UTC
    static let id: AccountID = "111122223333"
    static let otherID: AccountID = "444455556666"
    static let home: Region = "us-east-1"
    static let away: Region = "us-west-2"
    static let third: Region = "eu-west-1"

    var inventory: Inventory

    init() {
        let regions = [Self.third, Self.home, Self.away]
        inventory = Inventory(
            takenAt: Self.now,
            caller: read(CallerIdentity(account: Self.id, arn: "arn:aws:iam::111122223333:user/x", userID: "X")),
            partition: "aws", regions: regions.map { RegionState(name: $0, status: .answered) }, bucketListing: read(0),
            buckets: [], destinations: [:], backup: regions.map(Self.emptyBackup), keys: [:], roles: [:],
            replicationMetrics: [])
        inventory.roles[Self.role] = RoleReading(
            role: read(Role(name: "replication", arn: .bucket("role", partition: "aws"), trustPolicy: Self.trustOfS3)),
            policies: read([RolePolicy(name: "p", document: Self.policyOfS3)]))
        for region in regions { addKey(Self.keyARN(region), in: region) }
        addKey("alias/media", in: Self.home)
    }

    /// A key that can be used, found in `region` under `name`: an ARN, an id or an alias.
    mutating func addKey(_ name: String, in region: Region, state: KeyMetadata.State = .enabled) {
        guard let arn = ARN(Self.keyARN(region)) else { return }
        inventory.keys[KeyReference(name: name, region: region)] = read(
            KeyMetadata(keyID: "k", arn: arn, state: .known(state)))
    }

    static func emptyBackup(_ region: Region) -> BackupRegion {
        BackupRegion(
            region: region,
            settings: read(
                BackupRegionSettings(
                    optIn: ["S3": true, "DynamoDB": true, "EBS": true, "RDS": true, "Aurora": true, "EC2": true],
                    management: ["DynamoDB": true]), in: region),
            vaults: read([], in: region), plans: read([], in: region), protectedResources: read([], in: region),
            troubledJobs: read([], in: region), troubledCopies: read([], in: region), restores: read([], in: region),
            restoreTestingPlans: read([], in: region))
    }

    static func hoursAgo(_ hours: Double) -> Date { now.addingTimeInterval(-hours * 3600) }
    static func bucketARN(_ name: String) -> String { "arn:aws:s3:::\(name)" }
    static func vaultARN(_ name: String, _ region: Region = away, account: AccountID = id) -> String {
        "arn:aws:backup:\(region):\(account):backup-vault:\(name)"
    }
    static func keyARN(_ region: Region) -> String { "arn:aws:kms:\(region):111122223333:key/k" }
    static let role = "arn:aws:iam::111122223333:role/replication"
    private static let trustOfS3 =
        #"{"Statement":{"Effect":"Allow","Principal":{"Service":"s3.amazonaws.com"},"Action":"sts:AssumeRole"}}"#
    private static let policyOfS3 = #"{"Statement":{"Effect":"Allow","Action":["s3:*","kms:*"],"Resource":"*"}}"#

    // MARK: Buckets

    mutating func addBucket(_ name: String, in region: Region = home, _ edit: (inout Bucket) -> Void = { _ in }) {
        var bucket = Bucket(
            name: name, region: read(region), versioning: read(BucketVersioning(status: .known(.enabled))),
            replication: absent(), encryption: read(BucketEncryption(algorithm: .known(.sseS3))), lifecycle: absent(),
            objectLock: absent(), notification: read(NotificationConfiguration(eventBridge: false)), tags: read([]))
        edit(&bucket)
        inventory.buckets.append(bucket)
        inventory.buckets.sort { $0.name < $1.name }
        inventory.bucketListing = inventory.bucketListing.map { $0 + 1 }
    }

    /// A destination that is not among the account's own buckets.
    mutating func addDestination(
        _ name: String, in region: Region = away, _ edit: (inout DestinationBucket) -> Void = { _ in }
    ) {
        var destination = DestinationBucket(
            name: name, region: read(region, in: region), accessDenied: false,
            versioning: read(BucketVersioning(status: .known(.enabled)), in: region), objectLock: absent(in: region),
            lifecycle: absent(in: region))
        edit(&destination)
        inventory.destinations[name] = destination
    }

    // MARK: AWS Backup

    mutating func editBackup(_ region: Region, _ edit: (inout BackupRegion) -> Void) {
        guard let index = inventory.backup.firstIndex(where: { $0.region == region }) else { return }
        edit(&inventory.backup[index])
    }

    mutating func addVault(
        _ name: String = "dr", in region: Region = away, _ edit: (inout BackupVault) -> Void = { _ in }
    ) {
        guard let arn = ARN(Self.vaultARN(name, region)) else { return }
        var vault = BackupVault(name: name, arn: arn, state: .known(.available))
        edit(&vault)
        editBackup(region) {
            $0.vaults = $0.vaults.map { $0 + [VaultContents(vault: vault, resources: read([], in: region))] }
        }
    }

    mutating func editVault(_ name: String, in region: Region, _ edit: (inout VaultContents) -> Void) {
        editBackup(region) { backup in
            backup.vaults = backup.vaults.map { vaults in
                vaults.map { contents in
                    guard contents.vault.name == name else { return contents }
                    var edited = contents
                    edit(&edited)
                    return edited
                }
            }
        }
    }

    /// A completed recovery point in a vault; its source region lists the resource as protected once.
    mutating func addPoint(
        of arn: String, in vault: String = "dr", region: Region = away, hoursOld: Double = 10,
        _ edit: (inout RecoveryPoint) -> Void = { _ in }
    ) {
        guard let pointARN = ARN("arn:aws:backup:\(region):111122223333:recovery-point:\(vault)-1") else { return }
        var point = RecoveryPoint(
            arn: pointARN, vaultName: vault, resourceARN: arn, status: .known(.completed),
            createdAt: Self.hoursAgo(hoursOld))
        edit(&point)
        editVault(vault, in: region) {
            $0.resources = $0.resources.map {
                $0 + [VaultedResource(resourceARN: arn, newest: read(point, in: region))]
            }
        }
        hadBackup(arn)
    }

    mutating func hadBackup(_ arn: String, in region: Region = home) {
        editBackup(region) {
            $0.protectedResources = $0.protectedResources.map { $0 + [ProtectedResource(resourceARN: arn)] }
        }
    }

    /// A plan of one rule, daily at 05:00 UTC by AWS's default; it copies to the given vaults.
    mutating func addPlan(
        _ name: String = "prod", in region: Region = home, copyTo: [String] = [vaultARN("dr")], schedule: String? = nil,
        selecting arns: [String]? = ["*"], _ edit: (inout BackupRule) -> Void = { _ in }
    ) {
        var rule = BackupRule(
            name: "daily", targetVault: "local", scheduleExpression: schedule,
            lifecycle: RecoveryPointLifecycle(deleteAfterDays: 35),
            copyActions: copyTo.map { CopyAction(destinationVaultARN: $0) })
        edit(&rule)
        addPlan(name, in: region, rules: [rule], selecting: arns)
    }

    /// The vaults that its rules back up to are there too.
    mutating func addPlan(_ name: String, in region: Region = home, rules: [BackupRule], selecting arns: [String]?) {
        for vault in Set(rules.map(\.targetVault)).sorted() {
            let known = inventory.backup.first { $0.region == region }?.vaults.value ?? []
            if !known.contains(where: { $0.vault.name == vault }) { addVault(vault, in: region) }
        }
        let selections = arns.map { arns in
            [
                SelectionContents(
                    id: "s1",
                    selection: read(
                        BackupSelection(
                            name: "all", roleARN: "arn:aws:iam::111122223333:role/backup", resources: arns), in: region)
                )
            ]
        }
        let plan = PlanContents(
            id: name, name: name, plan: read(BackupPlan(name: name, rules: rules), in: region),
            createdAt: Self.hoursAgo(1000), selections: read(selections ?? [], in: region))
        editBackup(region) { $0.plans = $0.plans.map { $0 + [plan] } }
    }

    mutating func editPlan(_ name: String = "prod", in region: Region = home, _ edit: (inout PlanContents) -> Void) {
        editBackup(region) { backup in
            backup.plans = backup.plans.map { plans in
                plans.map { plan in
                    guard plan.name == name else { return plan }
                    var edited = plan
                    edit(&edited)
                    return edited
                }
            }
        }
    }
}

extension Bucket {
    mutating func replicate(_ rules: ReplicationRule...) {
        replication = read(ReplicationConfiguration(role: TestAccount.role, rules: rules))
    }
}

extension ReplicationRule {
    /// An enabled rule of the second version for the whole bucket.
    static func to(_ destination: String, id: String = "main", _ edit: (inout ReplicationRule) -> Void = { _ in })
        -> Self
    {
        var rule = ReplicationRule(
            id: id, priority: 1, status: .known(.enabled), filter: ReplicationFilter(),
            destination: ReplicationDestination(bucket: "arn:aws:s3:::\(destination)"),
            deleteMarkerReplication: .known(.disabled))
        edit(&rule)
        return rule
    }

    /// The same with KMS objects selected and a replica key.
    static func kms(to destination: String, key: String = TestAccount.keyARN(TestAccount.away)) -> Self {
        to(destination) {
            $0.kmsEncryptedObjects = .known(.enabled)
            $0.destination.replicaKMSKeyID = key
        }
    }
}

extension TestAccount {
    func assess(
        _ lost: Region = home, objectives: Objectives = .none, minimumAssurance: Assurance = .configured
    ) -> ScenarioAssessment? {
        Analyzer.assess(
            inventory, scenarios: [.regionOutage(lost)], objectives: objectives, minimumAssurance: minimumAssurance,
            now: Self.now
        ).scenarios.first
    }

    func resource(_ arn: String, lost: Region = home) -> ResourceAssessment? {
        assess(lost)?.resources.first { $0.arn == arn }
    }

    func threats(to arn: String) -> [Threat: ResourceAssessment] {
        let dossier = try? Analyzer.dossier(of: arn, in: inventory, findings: [], now: Self.now)
        return Dictionary(
            uniqueKeysWithValues: (dossier?.threats ?? []).map {
                ($0.threat, $0.resource)
            })
    }

    func findings(_ id: String) -> [Finding] {
        FindingCatalogue.all.filter { type(of: $0).id == id }
            .flatMap { $0.findings(in: AccountView(inventory, now: Self.now)) }
    }
}
