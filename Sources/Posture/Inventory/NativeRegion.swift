package import AWSModel

/// The databases, tables, volumes and file systems of one region, with the protection that is their own (section 3).
package struct NativeRegion: Hashable, Sendable, Codable {
    package var region: Region
    package var databases: Reading<[DBInstance]>
    package var clusters: Reading<[DBCluster]>
    package var globalClusters: Reading<[GlobalCluster]>
    /// The automated backups that are kept here, those replicated from other regions among them.
    package var automatedBackups: Reading<[DBInstanceAutomatedBackup]>
    /// Sorted by name; a value when the listing was whole.
    package var tables: Reading<[TableContents]>
    package var volumes: Reading<[Volume]>
    package var snapshots: Reading<[EBSSnapshot]>
    package var snapshotPolicies: Reading<[SnapshotPolicyContents]>
    package var fileSystems: Reading<[FileSystemContents]>
    /// Every replication that begins or ends here.
    package var fileSystemReplications: Reading<[FileSystemReplication]>
    /// Snapshots that were made or copied here by hand; nil, as the three below, in a snapshot of a version that did
    /// not read them.
    package var databaseSnapshots: Reading<[DBSnapshot]>?
    package var clusterSnapshots: Reading<[DBClusterSnapshot]>?
    /// Backups of tables that somebody asked for one by one.
    package var tableBackups: Reading<[TableBackup]>?
    /// Global tables of version 2017.11.29; absent where the region does not know of them (3.5).
    package var globalTables: Reading<[GlobalTable]>?

    package init(
        region: Region, databases: Reading<[DBInstance]>, clusters: Reading<[DBCluster]>,
        globalClusters: Reading<[GlobalCluster]>, automatedBackups: Reading<[DBInstanceAutomatedBackup]>,
        tables: Reading<[TableContents]>, volumes: Reading<[Volume]>, snapshots: Reading<[EBSSnapshot]>,
        snapshotPolicies: Reading<[SnapshotPolicyContents]>, fileSystems: Reading<[FileSystemContents]>,
        fileSystemReplications: Reading<[FileSystemReplication]>,
        databaseSnapshots: Reading<[DBSnapshot]>? = nil, clusterSnapshots: Reading<[DBClusterSnapshot]>? = nil,
        tableBackups: Reading<[TableBackup]>? = nil, globalTables: Reading<[GlobalTable]>? = nil
    ) {
        self.region = region
        self.databases = databases
        self.clusters = clusters
        self.globalClusters = globalClusters
        self.automatedBackups = automatedBackups
        self.tables = tables
        self.volumes = volumes
        self.snapshots = snapshots
        self.snapshotPolicies = snapshotPolicies
        self.fileSystems = fileSystems
        self.fileSystemReplications = fileSystemReplications
        self.databaseSnapshots = databaseSnapshots
        self.clusterSnapshots = clusterSnapshots
        self.tableBackups = tableBackups
        self.globalTables = globalTables
    }
}

/// A table of the listing and what was read of it.
package struct TableContents: Hashable, Sendable, Codable {
    package var name: String
    package var table: Reading<Table>
    package var pointInTimeRecovery: Reading<PointInTimeRecovery>
    package var tags: Reading<[Tag]>

    package init(
        name: String, table: Reading<Table>, pointInTimeRecovery: Reading<PointInTimeRecovery>, tags: Reading<[Tag]>
    ) {
        self.name = name
        self.table = table
        self.pointInTimeRecovery = pointInTimeRecovery
        self.tags = tags
    }
}

/// A policy of the listing with its document.
package struct SnapshotPolicyContents: Hashable, Sendable, Codable {
    package var id: String
    package var policy: Reading<SnapshotPolicy>

    package init(id: String, policy: Reading<SnapshotPolicy>) {
        self.id = id
        self.policy = policy
    }
}

/// A file system and whether EFS has AWS Backup back it up daily (3.7).
package struct FileSystemContents: Hashable, Sendable, Codable {
    package var fileSystem: FileSystem
    package var backsUpDaily: Reading<Bool>

    package init(fileSystem: FileSystem, backsUpDaily: Reading<Bool>) {
        self.fileSystem = fileSystem
        self.backsUpDaily = backsUpDaily
    }
}
