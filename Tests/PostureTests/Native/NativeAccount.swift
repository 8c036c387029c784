import AWSModel
import Foundation

@testable import Posture

/// Databases, tables, volumes and file systems in an account of three regions in which everything was read.
extension TestAccount {
    static func withNative() -> TestAccount {
        var account = TestAccount()
        account.inventory.native = [third, home, away].map { region in
            NativeRegion(
                region: region, databases: read([], in: region), clusters: read([], in: region),
                globalClusters: read([], in: region), automatedBackups: read([], in: region),
                tables: read([], in: region), volumes: read([], in: region), snapshots: read([], in: region),
                snapshotPolicies: read([], in: region), fileSystems: read([], in: region),
                fileSystemReplications: read([], in: region), databaseSnapshots: read([], in: region),
                clusterSnapshots: read([], in: region), tableBackups: read([], in: region),
                globalTables: read([], in: region))
        }
        return account
    }

    static func arn(_ service: String, _ resource: String, _ region: Region = home) -> ARN {
        ARN(partition: "aws", service: service, region: region, account: id, resource: resource)
    }

    mutating func editNative(_ region: Region, _ edit: (inout NativeRegion) -> Void) {
        guard let index = inventory.native?.firstIndex(where: { $0.region == region }) else { return }
        if var native = inventory.native?[index] {
            edit(&native)
            inventory.native?[index] = native
        }
    }

    mutating func addDatabase(
        _ name: String = "shop", in region: Region = home, _ edit: (inout DBInstance) -> Void = { _ in }
    ) {
        var database = DBInstance(
            identifier: name, arn: Self.arn("rds", "db:\(name)", region), engine: "postgres", status: "available",
            multiAZ: false, backupRetentionDays: 7, latestRestorableTime: Self.hoursAgo(0.1))
        edit(&database)
        editNative(region) { $0.databases = $0.databases.map { $0 + [database] } }
    }

    /// A replica of `shop` in another region.
    mutating func addReplica(_ status: String? = "replicating", _ edit: (inout DBInstance) -> Void = { _ in }) {
        addDatabase("shop-dr", in: Self.away) {
            $0.replicaSource = Self.arn("rds", "db:shop").text
            $0.statusInfos = status.map { [.init(type: "read replication", status: $0)] } ?? []
            edit(&$0)
        }
    }

    mutating func addReplicatedBackup(
        _ status: DBInstanceAutomatedBackup.Status = .replicating, hoursOld: Double = 0.2,
        _ edit: (inout DBInstanceAutomatedBackup) -> Void = { _ in }
    ) {
        var backup = DBInstanceAutomatedBackup(
            arn: "arn:aws:rds:us-west-2:111122223333:auto-backup:ab-1", instanceARN: Self.arn("rds", "db:shop").text,
            sourceRegion: Self.home, status: .known(status), latestRestorableTime: Self.hoursAgo(hoursOld))
        edit(&backup)
        editNative(Self.away) { $0.automatedBackups = $0.automatedBackups.map { $0 + [backup] } }
    }

    mutating func addCluster(
        _ name: String = "catalogue", in region: Region = home, _ edit: (inout DBCluster) -> Void = { _ in }
    ) {
        var cluster = DBCluster(
            identifier: name, arn: Self.arn("rds", "cluster:\(name)", region), engine: "aurora-postgresql",
            status: "available", members: ["\(name)-1"], backupRetentionDays: 7,
            latestRestorableTime: Self.hoursAgo(0.1))
        edit(&cluster)
        editNative(region) { $0.clusters = $0.clusters.map { $0 + [cluster] } }
    }

    /// A global database of `catalogue` with a secondary in another region.
    mutating func addGlobal(_ synchronization: GlobalCluster.Member.Synchronization? = .connected) {
        let global = GlobalCluster(
            identifier: "world",
            members: [
                .init(clusterARN: Self.arn("rds", "cluster:catalogue"), isWriter: true),
                .init(
                    clusterARN: Self.arn("rds", "cluster:catalogue-dr", Self.away), isWriter: false,
                    synchronization: synchronization.map { .known($0) }),
            ])
        // Each of its regions lists it.
        for region in [Self.home, Self.away] {
            editNative(region) { $0.globalClusters = $0.globalClusters.map { $0 + [global] } }
        }
    }

    /// A cluster in another region that replicates `catalogue` outside of any global database.
    mutating func addClusterReplica(_ edit: (inout DBCluster) -> Void = { _ in }) {
        addCluster("catalogue-dr", in: Self.away) {
            $0.replicationSource = Self.arn("rds", "cluster:catalogue").text
            edit(&$0)
        }
    }

    mutating func addTable(
        _ name: String = "orders", in region: Region = home,
        recovery: Reading<PointInTimeRecovery>? = nil, _ edit: (inout Table) -> Void = { _ in }
    ) {
        var table = Table(
            name: name, arn: Self.arn("dynamodb", "table/\(name)", region), status: "ACTIVE", replicas: nil,
            id: "id-1")
        edit(&table)
        let contents = TableContents(
            name: name, table: read(table, in: region),
            pointInTimeRecovery: recovery ?? read(PointInTimeRecovery(status: .known(.disabled)), in: region),
            tags: read([], in: region))
        editNative(region) { $0.tables = $0.tables.map { $0.filter { $0.name != name } + [contents] } }
        for other in (table.replicas ?? []).map(\.region) where other != region && region == Self.home {
            addTable(name, in: other) {
                $0.globalTableVersion = table.globalTableVersion
                $0.replicas = table.replicas
            }
        }
    }

    /// A copy in another region of a snapshot of `shop` that somebody made.
    mutating func addDatabaseSnapshot(
        in region: Region = away, daysOld: Double = 3, _ edit: (inout DBSnapshot) -> Void = { _ in }
    ) {
        let taken = Self.hoursAgo(daysOld * 24)
        var snapshot = DBSnapshot(
            identifier: "by-hand", arn: Self.arn("rds", "snapshot:by-hand", region), database: "shop",
            status: "available", type: "manual", createdAt: region == Self.home ? taken : Self.hoursAgo(1),
            originallyCreatedAt: taken,
            source: region == Self.home ? nil : Self.arn("rds", "snapshot:by-hand").text)
        edit(&snapshot)
        editNative(region) { $0.databaseSnapshots = $0.databaseSnapshots?.map { $0 + [snapshot] } }
    }

    /// A copy in another region of a snapshot of `catalogue`.
    mutating func addClusterSnapshot(
        in region: Region = away, daysOld: Double = 3, _ edit: (inout DBClusterSnapshot) -> Void = { _ in }
    ) {
        var snapshot = DBClusterSnapshot(
            identifier: "by-hand", arn: Self.arn("rds", "cluster-snapshot:by-hand", region), cluster: "catalogue",
            status: "available", type: "manual", createdAt: Self.hoursAgo(daysOld * 24),
            source: region == Self.home ? nil : Self.arn("rds", "cluster-snapshot:by-hand").text)
        edit(&snapshot)
        editNative(region) { $0.clusterSnapshots = $0.clusterSnapshots?.map { $0 + [snapshot] } }
    }

    /// A backup of `orders` that somebody asked for.
    mutating func addTableBackup(
        in region: Region = home, daysOld: Double = 3, _ edit: (inout TableBackup) -> Void = { _ in }
    ) {
        var backup = TableBackup(
            arn: Self.arn("dynamodb", "table/orders/backup/1", region).text, table: "orders", tableID: "id-1",
            createdAt: Self.hoursAgo(daysOld * 24), status: .known(.available), kind: .known(.user))
        edit(&backup)
        editNative(region) { $0.tableBackups = $0.tableBackups?.map { $0 + [backup] } }
    }

    /// A global table of version 2017.11.29.
    mutating func addOldGlobalTable(_ name: String = "orders", in regions: [Region] = [home, away]) {
        let table = GlobalTable(name: name, replicas: regions.map { GlobalTable.Replica(region: $0) })
        for region in regions { editNative(region) { $0.globalTables = $0.globalTables?.map { $0 + [table] } } }
    }

    mutating func addVolume(
        _ id: String = "vol-1", in region: Region = home, _ edit: (inout Volume) -> Void = { _ in }
    ) {
        var volume = Volume(id: id, state: "in-use", sizeGiB: 100, encrypted: false)
        edit(&volume)
        editNative(region) { $0.volumes = $0.volumes.map { $0 + [volume] } }
    }

    mutating func addSnapshot(
        _ id: String, of volume: String, in region: Region = home, hoursOld: Double = 5,
        _ edit: (inout EBSSnapshot) -> Void = { _ in }
    ) {
        var snapshot = EBSSnapshot(
            id: id, volume: volume, state: .known(.completed), startedAt: Self.hoursAgo(hoursOld))
        edit(&snapshot)
        editNative(region) { $0.snapshots = $0.snapshots.map { $0 + [snapshot] } }
    }

    /// A copy of a snapshot, which tells only in its description what it was copied from (3.6).
    mutating func addCopy(of origin: String, hoursOld: Double = 4, _ edit: (inout EBSSnapshot) -> Void = { _ in }) {
        addSnapshot("snap-copy-\(origin)", of: "vol-ffffffff", in: Self.away, hoursOld: hoursOld) {
            $0.text = "[Copied \(origin) from us-east-1] nightly"
            edit(&$0)
        }
    }

    /// A policy that makes a snapshot every so many hours of volumes tagged `backup: yes` and copies it away.
    mutating func addSnapshotPolicy(
        hours: Int = 12, to target: Region = away, state: String = "ENABLED",
        retain: SnapshotPolicy.RetainRule? = .init(count: 30), keepingCopies: SnapshotPolicy.CopyRetainRule? = nil,
        copyKey: String? = nil
    ) {
        let policy = SnapshotPolicy(
            id: "policy-1", state: state,
            details: .init(
                resourceTypes: ["VOLUME"], targetTags: [Tag(key: "backup", value: "yes")],
                schedules: [
                    .init(
                        name: "s", create: .init(interval: hours),
                        copies: [.init(target: target.name, keyARN: copyKey, retain: keepingCopies)], retain: retain)
                ]))
        editNative(Self.home) {
            $0.snapshotPolicies = $0.snapshotPolicies.map {
                $0 + [SnapshotPolicyContents(id: "policy-1", policy: read(policy))]
            }
        }
    }

    /// The schedules of each policy at home.
    mutating func editSnapshotPolicies(_ edit: (inout [SnapshotPolicy.Schedule]) -> Void) {
        editNative(Self.home) { region in
            region.snapshotPolicies = region.snapshotPolicies.map { contents in
                contents.map { one in
                    guard var policy = one.policy.value else { return one }
                    var schedules = policy.details?.schedules ?? []
                    edit(&schedules)
                    policy.details?.schedules = schedules
                    return SnapshotPolicyContents(id: one.id, policy: read(policy))
                }
            }
        }
    }

    /// A default policy, of every volume but what it leaves out.
    mutating func addDefaultSnapshotPolicy(_ exclusions: SnapshotPolicy.Exclusions) {
        addSnapshotPolicy(
            SnapshotPolicy(
                id: "policy-2", state: "ENABLED", isDefault: true,
                details: .init(
                    createIntervalDays: 1, crossRegionCopyTargets: [.init(region: Self.away)], resourceType: "VOLUME",
                    exclusions: exclusions)))
    }

    mutating func addInstanceSnapshotPolicy(_ parameters: SnapshotPolicy.Parameters, to target: Region? = away) {
        let schedule = SnapshotPolicy.Schedule(
            name: "s", create: .init(interval: 12), copies: target.map { [.init(target: $0.name)] }, retain: nil)
        addSnapshotPolicy(
            SnapshotPolicy(
                id: "policy-3", state: "ENABLED",
                details: .init(resourceTypes: ["INSTANCE"], schedules: [schedule], parameters: parameters)))
    }

    private mutating func addSnapshotPolicy(_ policy: SnapshotPolicy) {
        editNative(Self.home) {
            $0.snapshotPolicies = $0.snapshotPolicies.map {
                $0 + [SnapshotPolicyContents(id: policy.id, policy: read(policy))]
            }
        }
    }

    /// How far a replica in another region is behind.
    mutating func addLag(of replica: ARN, _ lag: Reading<Double>) {
        let lag = ReplicationLag(replica: replica.text, from: Self.home, lag: lag)
        inventory.replicationLags = (inventory.replicationLags ?? []) + [lag]
    }

    mutating func addFileSystem(
        _ id: String = "fs-1", in region: Region = home, _ edit: (inout FileSystem) -> Void = { _ in }
    ) {
        var fileSystem = FileSystem(
            id: id, arn: Self.arn("elasticfilesystem", "file-system/\(id)", region), tags: [])
        edit(&fileSystem)
        editNative(region) {
            $0.fileSystems = $0.fileSystems.map {
                $0 + [FileSystemContents(fileSystem: fileSystem, backsUpDaily: read(false, in: region))]
            }
        }
    }

    mutating func addFileSystemReplication(
        to target: Region = away, _ status: FileSystemReplication.Destination.Status = .enabled,
        minutesOld: Double? = 10, owner: AccountID? = nil
    ) {
        let replication = FileSystemReplication(
            sourceID: "fs-1", sourceRegion: Self.home,
            destinations: [
                .init(
                    fileSystem: "fs-2", region: target, owner: owner, status: .known(status),
                    lastReplicatedAt: minutesOld.map { Self.hoursAgo($0 / 60) })
            ])
        if owner == nil { addFileSystem("fs-2", in: target) }
        for region in Set([Self.home, target]) {
            editNative(region) { $0.fileSystemReplications = $0.fileSystemReplications.map { $0 + [replication] } }
        }
    }
}

extension Volume {
    /// Attaches it where instances boot from.
    mutating func bootsInstance() {
        instances = ["i-1"]
        device = "/dev/xvda"
    }
}
