import AWSCore
import AWSModel
import AWSServices
import Posture

/// Reads the databases, tables, volumes and file systems of one region with the protection that is their own: no call a
/// volume or a snapshot, however many there are.
struct NativeSurvey: Sendable {
    private static let mostVolumes = Reader.Limit(count: 100_000, noun: "volumes")
    /// Twice what an account may have in a region without asking for more.
    private static let mostSnapshots = Reader.Limit(count: 200_000, noun: "snapshots")

    let reader: Reader
    let region: Region
    let mentions: Mentions

    func contents() async -> NativeRegion {
        async let databases: Reading<[DBInstance]> = read(RDS.DescribeDBInstances()) { $0.keyARN }
        async let clusters: Reading<[DBCluster]> = read(RDS.DescribeDBClusters()) { $0.keyARN }
        async let globalClusters: Reading<[GlobalCluster]> = reader.readAll(RDS.DescribeGlobalClusters(), in: region)
        async let automatedBackups = automatedBackups()
        async let databaseSnapshots: Reading<[DBSnapshot]> = read(
            RDS.DescribeDBSnapshots(snapshotType: "manual")
        ) { $0.keyARN }
        async let clusterSnapshots: Reading<[DBClusterSnapshot]> = read(
            RDS.DescribeDBClusterSnapshots(snapshotType: "manual")
        ) { $0.keyARN }
        async let tableBackups: Reading<[TableBackup]> = reader.readAll(DynamoDB.ListBackups(.user), in: region)
        // A region that is younger than the old kind of global tables does not know the call.
        async let globalTables: Reading<[GlobalTable]> = reader.readAll(
            DynamoDB.ListGlobalTables(), in: region, absentCodes: ["UnknownOperationException"])
        async let tables = TableSurvey(reader: reader, region: region, mentions: mentions).tables()
        async let volumes: Reading<[Volume]> = read(EC2.DescribeVolumes(maxResults: 500), most: Self.mostVolumes) {
            $0.keyARN
        }
        async let snapshots: Reading<[EBSSnapshot]> = read(
            EC2.DescribeSnapshots(maxResults: 1000), most: Self.mostSnapshots
        ) { $0.keyARN }
        async let snapshotPolicies = SnapshotPolicySurvey(reader: reader, region: region, mentions: mentions)
            .policies()
        async let fileSystems = fileSystems()
        async let replications = FileSystemSurvey(reader: reader, region: region).replications()
        return await NativeRegion(
            region: region, databases: databases, clusters: clusters, globalClusters: globalClusters,
            automatedBackups: automatedBackups, tables: tables, volumes: volumes, snapshots: snapshots,
            snapshotPolicies: snapshotPolicies, fileSystems: fileSystems, fileSystemReplications: replications,
            databaseSnapshots: databaseSnapshots, clusterSnapshots: clusterSnapshots, tableBackups: tableBackups,
            globalTables: globalTables)
    }

    /// A region that was not to be read: what is there, and what it would save, stays unknown.
    func notRead() -> NativeRegion {
        let moment = reader.now()
        func notRead<Value>(_ call: String) -> Reading<Value> {
            Reading(.notRead, of: reader.source(call, in: region), at: moment)
        }
        return NativeRegion(
            region: region, databases: notRead(RDS.DescribeDBInstances.call),
            clusters: notRead(RDS.DescribeDBClusters.call), globalClusters: notRead(RDS.DescribeGlobalClusters.call),
            automatedBackups: notRead(RDS.DescribeDBInstanceAutomatedBackups.call),
            tables: notRead(DynamoDB.ListTables.call), volumes: notRead(EC2.DescribeVolumes.call),
            snapshots: notRead(EC2.DescribeSnapshots.call), snapshotPolicies: notRead(DLM.GetLifecyclePolicies.call),
            fileSystems: notRead(EFS.DescribeFileSystems.call),
            fileSystemReplications: notRead(EFS.DescribeReplicationConfigurations.call),
            databaseSnapshots: notRead(RDS.DescribeDBSnapshots.call),
            clusterSnapshots: notRead(RDS.DescribeDBClusterSnapshots.call),
            tableBackups: notRead(DynamoDB.ListBackups.call), globalTables: notRead(DynamoDB.ListGlobalTables.call))
    }

    /// A listing with the keys that it names.
    private func read<O: PaginatedOperation, Item: Hashable & Sendable>(
        _ operation: O, most: Reader.Limit? = nil, key: @Sendable (Item) -> String?
    ) async -> Reading<[Item]> where O.Output == Page<Item> {
        let listing: Reading<[Item]> = await reader.readAll(operation, in: region, limit: most)
        await mentions.follow(listing, key, in: region)
        return listing
    }

    private func fileSystems() async -> Reading<[FileSystemContents]> {
        let listing = await FileSystemSurvey(reader: reader, region: region).fileSystems()
        await mentions.follow(listing, { $0.fileSystem.keyARN }, in: region)
        return listing
    }

    private func automatedBackups() async -> Reading<[DBInstanceAutomatedBackup]> {
        let backups: Reading<[DBInstanceAutomatedBackup]> = await reader.readAll(
            RDS.DescribeDBInstanceAutomatedBackups(), in: region)
        await mentions.follow(backups, in: region)
        return backups
    }
}
