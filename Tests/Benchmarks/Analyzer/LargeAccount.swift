import AWSModel
import Foundation
import Posture

/// An account of any size in eight regions: buckets that replicate, are backed up, both or neither; databases, tables,
/// volumes and file systems; fourteen recovery points of each backed-up resource, of which a survey reads the newest.
struct LargeAccount {
    let buckets: Int
    let others: Int

    var resources: Int { buckets + others }
    /// Those in the account; an inventory holds the newest of each vault.
    var recoveryPoints: Int { resources * 14 }

    static let id: AccountID = "111122223333"
    static let regions: [Region] = [
        "ap-northeast-1", "ap-southeast-2", "ca-central-1", "eu-central-1", "eu-west-1", "us-east-1", "us-east-2",
        "us-west-2",
    ]

    func inventory(at now: Date) -> Inventory {
        var inventory = Inventory(
            takenAt: now,
            caller: read(CallerIdentity(account: Self.id, arn: "arn:aws:iam::111122223333:user/x", userID: "X"), now),
            partition: "aws", regions: Self.regions.map { RegionState(name: $0, status: .answered) },
            bucketListing: read(buckets, now), buckets: (0..<buckets).map { bucket($0, now) }, destinations: [:],
            backup: [], keys: [:], roles: [:], replicationMetrics: [])
        inventory.buckets.sort { $0.name < $1.name }
        inventory.roles[Self.role] = RoleReading(
            role: read(Role(name: "replication", arn: ARN.bucket("role", partition: "aws"), trustPolicy: "{}"), now),
            policies: read([], now))
        inventory.native = Self.regions.enumerated().map { native(number: $0, in: $1, now) }
        inventory.backup = Self.regions.enumerated().map { backup(number: $0, in: $1, inventory, now) }
        return inventory
    }

    static let role = "arn:aws:iam::111122223333:role/replication"

    func read<Value>(_ value: Value, _ now: Date, _ region: Region = "us-east-1") -> Reading<Value> {
        Reading(.value(value), call: "bench:Read", region: region, at: now)
    }

    static func region(_ number: Int) -> Region { regions[number % regions.count] }

    private func bucket(_ number: Int, _ now: Date) -> Bucket {
        let region = Self.region(number)
        func absent<Value>() -> Reading<Value> { Reading(.absent, call: "bench:Read", region: region, at: now) }
        var bucket = Bucket(
            name: "bucket-\(number)", region: read(region, now, region),
            versioning: read(BucketVersioning(status: .known(.enabled)), now, region), replication: absent(),
            encryption: read(BucketEncryption(algorithm: .known(.sseS3)), now, region), lifecycle: absent(),
            objectLock: absent(), notification: read(NotificationConfiguration(eventBridge: true), now, region),
            tags: read([Tag(key: "team", value: "t\(number % 40)")], now, region))
        if number % 2 == 0 {
            bucket.replication = read(
                ReplicationConfiguration(
                    role: Self.role,
                    rules: [
                        ReplicationRule(
                            id: "dr", priority: 1, status: .known(.enabled), filter: ReplicationFilter(),
                            destination: ReplicationDestination(
                                bucket: "arn:aws:s3:::bucket-\((number + 1) % buckets)"),
                            deleteMarkerReplication: .known(.disabled))
                    ]), now, region)
        }
        return bucket
    }

    private func native(number: Int, in region: Region, _ now: Date) -> NativeRegion {
        let own = stride(from: number, to: others, by: Self.regions.count)
        func arn(_ service: String, _ resource: String) -> ARN {
            ARN(partition: "aws", service: service, region: region, account: Self.id, resource: resource)
        }
        return NativeRegion(
            region: region,
            databases: read(
                own.filter { $0 / 8 % 4 == 0 }.map {
                    DBInstance(
                        identifier: "db-\($0)", arn: arn("rds", "db:db-\($0)"), engine: "postgres",
                        status: "available", backupRetentionDays: 7, latestRestorableTime: now, tags: [])
                }, now, region), clusters: read([], now, region), globalClusters: read([], now, region),
            automatedBackups: read([], now, region),
            tables: read(
                own.filter { $0 / 8 % 4 == 1 }.map {
                    TableContents(
                        name: "table-\($0)",
                        table: read(
                            Table(name: "table-\($0)", arn: arn("dynamodb", "table/table-\($0)"), replicas: nil), now,
                            region),
                        pointInTimeRecovery: read(PointInTimeRecovery(status: .known(.enabled)), now, region),
                        tags: read([], now, region))
                }, now, region),
            volumes: read(
                own.filter { $0 / 8 % 4 == 2 }.map { Volume(id: "vol-\($0)", tags: []) }, now, region),
            snapshots: read(
                own.filter { $0 / 8 % 4 == 2 }.map {
                    EBSSnapshot(id: "snap-\($0)", volume: "vol-\($0)", state: .known(.completed), startedAt: now)
                }, now, region), snapshotPolicies: read([], now, region),
            fileSystems: read(
                own.filter { $0 / 8 % 4 == 3 }.map {
                    FileSystemContents(
                        fileSystem: FileSystem(
                            id: "fs-\($0)", arn: arn("elasticfilesystem", "file-system/fs-\($0)"), tags: []),
                        backsUpDaily: read(false, now, region))
                }, now, region), fileSystemReplications: read([], now, region),
            databaseSnapshots: read([], now, region),
            clusterSnapshots: read([], now, region), tableBackups: read([], now, region),
            globalTables: read([], now, region))
    }
}
