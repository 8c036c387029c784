import AWSModel
import Foundation
import Posture

/// A bucket of us-east-1 that replicates to `media-dr`, a volume and an Aurora cluster, read whole.
enum TestInventory {
    static let now = TestFacts.now
    static let volume = "arn:aws:ec2:us-east-1:111122223333:volume/vol-1"
    static let cluster = "arn:aws:rds:us-east-1:111122223333:cluster:shop"
    static let secondary = "arn:aws:rds:us-west-2:111122223333:cluster:shop-dr"

    static func read<Value>(_ value: Value, in region: Region = "us-east-1") -> Reading<Value> {
        Reading(.value(value), call: "test:Read", region: region, at: now)
    }
    static func absent<Value>() -> Reading<Value> {
        Reading(.absent, call: "test:Read", region: "us-east-1", at: now)
    }

    static func make() throws -> Inventory {
        let regions: [Region] = ["us-east-1", "us-west-2"]
        var inventory = Inventory(
            takenAt: now,
            caller: read(CallerIdentity(account: "111122223333", arn: "arn:aws:iam::1:user/x", userID: "X")),
            partition: "aws", regions: regions.map { RegionState(name: $0, status: .answered) }, bucketListing: read(1),
            buckets: [
                Bucket(
                    name: "media", region: read("us-east-1"),
                    versioning: read(BucketVersioning(status: .known(.enabled))),
                    replication: absent(), encryption: read(BucketEncryption(algorithm: .known(.sseS3))),
                    lifecycle: absent(), objectLock: absent(),
                    notification: read(NotificationConfiguration(eventBridge: true)), tags: read([]))
            ], destinations: [:], backup: try regions.map(backup), keys: [:], roles: [:], replicationMetrics: [])
        inventory.native = try regions.map(native)
        return inventory
    }

    private static func backup(_ region: Region) throws -> BackupRegion {
        var contents: [VaultContents] = []
        if region == "us-west-2" {
            let point = try parsed("arn:aws:backup:us-west-2:111122223333:recovery-point:p-1")
            let vault = try parsed("arn:aws:backup:us-west-2:111122223333:backup-vault:dr")
            contents = [
                VaultContents(
                    vault: BackupVault(name: "dr", arn: vault, state: .known(.available)),
                    resources: read([
                        VaultedResource(
                            resourceARN: "arn:aws:s3:::media", resourceType: "S3",
                            newest: read(
                                RecoveryPoint(
                                    arn: point, vaultName: "dr", resourceARN: "arn:aws:s3:::media",
                                    status: .known(.completed), createdAt: now.addingTimeInterval(-36_000),
                                    size: ByteCount(10 << 30))))
                    ]))
            ]
        }
        let protected = ProtectedResource(resourceARN: "arn:aws:s3:::media", resourceType: "S3")
        return BackupRegion(
            region: region, settings: read(BackupRegionSettings(optIn: ["S3": true], management: [:])),
            vaults: read(contents), plans: read([]), protectedResources: read([protected]), troubledJobs: read([]),
            troubledCopies: read([]), restores: read([]), restoreTestingPlans: read([]))
    }

    private static func native(_ region: Region) throws -> NativeRegion {
        let isHome = region == "us-east-1"
        let clusters = [
            DBCluster(
                identifier: isHome ? "shop" : "shop-dr", arn: try parsed(isHome ? cluster : secondary),
                engine: "aurora-mysql", status: "available", members: isHome ? ["shop-1"] : [], backupRetentionDays: 7,
                latestRestorableTime: now.addingTimeInterval(-300))
        ]
        let global = GlobalCluster(
            identifier: "global",
            members: [
                .init(
                    clusterARN: try parsed(cluster), isWriter: true, readers: [], synchronization: .known(.connected)),
                .init(
                    clusterARN: try parsed(secondary), isWriter: false, readers: [],
                    synchronization: .known(.connected)),
            ])
        let snapshot = EBSSnapshot(
            id: "snap-1", volume: "vol-1", state: .known(.completed), startedAt: now.addingTimeInterval(-3600), tags: []
        )
        return NativeRegion(
            region: region, databases: read([]), clusters: read(clusters), globalClusters: read([global]),
            automatedBackups: read([]), tables: read([]),
            volumes: read(isHome ? [Volume(id: "vol-1", zone: "us-east-1a", instances: [], tags: [])] : []),
            snapshots: read(isHome ? [snapshot] : []), snapshotPolicies: read([]), fileSystems: read([]),
            fileSystemReplications: read([]))
    }

    private static func parsed(_ text: String) throws -> ARN {
        guard let arn = ARN(text) else { throw NoARN(text: text) }
        return arn
    }
    private struct NoARN: Error { let text: String }
}
