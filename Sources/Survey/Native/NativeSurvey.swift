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
        async let databases = databases()
        async let clusters: Reading<[DBCluster]> = reader.readAll(RDS.DescribeDBClusters(), in: region)
        async let globalClusters: Reading<[GlobalCluster]> = reader.readAll(RDS.DescribeGlobalClusters(), in: region)
        async let automatedBackups = automatedBackups()
        async let tables = TableSurvey(reader: reader, region: region, mentions: mentions).tables()
        async let volumes: Reading<[Volume]> = reader.readAll(
            EC2.DescribeVolumes(maxResults: 500), in: region, limit: Self.mostVolumes)
        async let snapshots: Reading<[EBSSnapshot]> = reader.readAll(
            EC2.DescribeSnapshots(maxResults: 1000), in: region, limit: Self.mostSnapshots)
        async let snapshotPolicies = SnapshotPolicySurvey(reader: reader, region: region).policies()
        async let fileSystems = FileSystemSurvey(reader: reader, region: region).fileSystems()
        async let replications = FileSystemSurvey(reader: reader, region: region).replications()
        return await NativeRegion(
            region: region, databases: databases, clusters: clusters, globalClusters: globalClusters,
            automatedBackups: automatedBackups, tables: tables, volumes: volumes, snapshots: snapshots,
            snapshotPolicies: snapshotPolicies, fileSystems: fileSystems, fileSystemReplications: replications)
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
            fileSystemReplications: notRead(EFS.DescribeReplicationConfigurations.call))
    }

    private func databases() async -> Reading<[DBInstance]> {
        let databases: Reading<[DBInstance]> = await reader.readAll(RDS.DescribeDBInstances(), in: region)
        await mentions.follow(databases, in: region)
        return databases
    }

    private func automatedBackups() async -> Reading<[DBInstanceAutomatedBackup]> {
        let backups: Reading<[DBInstanceAutomatedBackup]> = await reader.readAll(
            RDS.DescribeDBInstanceAutomatedBackups(), in: region)
        await mentions.follow(backups, in: region)
        return backups
    }
}
