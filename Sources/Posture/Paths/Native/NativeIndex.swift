import AWSModel
import Foundation

/// Where a resource stands in the inventory's own reading of its service.
package struct NativePlace: Hashable, Sendable {
    package enum Kind: Hashable, Sendable { case database, cluster, table, volume, fileSystem }

    package var kind: Kind
    // One for each resource: the numbers are kept small.
    private var regionNumber: Int16
    private var itemNumber: Int32

    package init(kind: Kind, region: Int, index: Int) {
        self.kind = kind
        regionNumber = Int16(region)
        itemNumber = Int32(index)
    }

    /// Among the inventory's native regions.
    package var region: Int { Int(regionNumber) }
    /// Among the region's items of its kind.
    package var index: Int { Int(itemNumber) }
}

/// The regions' own readings, with the indexes that paths across regions ask for.
package struct NativeIndex: Sendable {
    let regions: [NativeRegion]
    /// What replicates an instance, by the instance's ARN (3.2).
    private var replicas: [String: [NativePlace]] = [:]
    /// The automated backups kept in a region, by the instance's ARN (3.1).
    private var automatedBackups: [String: [(region: Int, index: Int)]] = [:]
    private var clusters: [String: NativePlace] = [:]
    private var databases: [String: NativePlace] = [:]
    /// By the ARN of each member; the same global database is told by several regions.
    private var globalClusters: [String: (region: Int, index: Int)] = [:]
    private var replications: [String: [FileSystemReplication]] = [:]
    /// Snapshots that are told to come from a snapshot or volume, by its id, in the order of the regions (3.6).
    private var copiedSnapshots: [String: [(region: Int, index: Int)]] = [:]
    private var volumeSnapshots: [String: [(region: Int, index: Int)]] = [:]

    private let snapshotPolicies: [SnapshotPolicies]
    /// Of instances and clusters, made or copied by hand.
    private(set) var snapshots = DatabaseSnapshots()
    /// How far replicas are behind, by the replica's ARN and the region of its source.
    private var lags: [String: [Region: Reading<Double>]] = [:]
    /// Backups that somebody asked for, by region and table.
    private var tableBackups: [Region: [String: [Int]]] = [:]
    /// Those of version 2017.11.29, by region and name.
    private var globalTables: [Region: [String: GlobalTable]] = [:]
    /// By region and name.
    private var tables: [Region: [String: Int]] = [:]
    /// The policies that left copies without a word of their origin, or whose origin is gone, by region.
    private var anonymousCopies: [Region: Set<String>] = [:]
    /// While the index is made.
    private var copiesByPolicy: [(region: Region, policy: String, origins: [String])] = []

    init(_ inventory: Inventory, now: Date) {
        regions = inventory.native ?? []
        for lag in inventory.replicationLags ?? [] { lags[lag.replica, default: [:]][lag.from] = lag.lag }
        snapshotPolicies = regions.map { SnapshotPolicies($0, now: now) }
        for (number, region) in regions.enumerated() {
            addDatabases(region, number)
            addSnapshots(region, number)
            snapshots.add(region)
            globalTables[region.region] = Dictionary(
                (region.globalTables?.value ?? []).map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
            for (index, backup) in (region.tableBackups?.value ?? []).enumerated() {
                tableBackups[region.region, default: [:]][backup.table, default: []].append(index)
            }
            tables[region.region] = Dictionary(
                (region.tables.value ?? []).enumerated().map { ($1.name, $0) }, uniquingKeysWith: { a, _ in a })
            for replication in region.fileSystemReplications.value ?? [] {
                replications[replication.sourceID, default: []].append(replication)
                for destination in replication.destinations {
                    replications[destination.fileSystem, default: []].append(replication)
                }
            }
        }
        addOrphans()
    }

    private mutating func addDatabases(_ region: NativeRegion, _ number: Int) {
        for (index, database) in (region.databases.value ?? []).enumerated() {
            let place = NativePlace(kind: .database, region: number, index: index)
            databases[database.arn.text] = place
            guard let source = database.replicaSource else { continue }
            // Within a region a replica names its source by its identifier alone.
            let arn =
                ARN(source) == nil
                ? ARN(
                    partition: database.arn.partition, service: "rds", region: database.arn.region,
                    account: database.arn.account, resource: "db:\(source)"
                ).text : source
            replicas[arn, default: []].append(place)
        }
        for (index, cluster) in (region.clusters.value ?? []).enumerated() {
            let place = NativePlace(kind: .cluster, region: number, index: index)
            clusters[cluster.arn.text] = place
            if let source = cluster.replicationSource { replicas[source, default: []].append(place) }
        }
        for (index, backup) in (region.automatedBackups.value ?? []).enumerated() {
            automatedBackups[backup.instanceARN, default: []].append((number, index))
        }
        for (index, global) in (region.globalClusters.value ?? []).enumerated() {
            // A cluster's own region knows best, the others may be of an earlier reading.
            for member in global.members
            where globalClusters[member.clusterARN.text] == nil || member.clusterARN.region == region.region {
                globalClusters[member.clusterARN.text] = (number, index)
            }
        }
    }

    private mutating func addSnapshots(_ region: NativeRegion, _ number: Int) {
        for (index, snapshot) in (region.snapshots.value ?? []).enumerated() where !snapshot.isOfBackup {
            volumeSnapshots[snapshot.volume, default: []].append((number, index))
            let origins = snapshot.origins
            for origin in origins { copiedSnapshots[origin, default: []].append((number, index)) }
            guard snapshot.state == .known(.completed),
                let policy = snapshot.tags.first(where: { $0.key == "aws:dlm:lifecycle-policy-id" })?.value
            else { continue }
            if origins.isEmpty {
                anonymousCopies[region.region, default: []].insert(policy)
            } else {
                copiesByPolicy.append((region.region, policy, origins))
            }
        }
    }

    /// What a copy was made of, and that is gone, tells of no volume either.
    private mutating func addOrphans() {
        var gone = Set(copiesByPolicy.flatMap(\.origins).filter { $0.hasPrefix("snap-") })
        for region in regions { for snapshot in region.snapshots.value ?? [] { gone.remove(snapshot.id) } }
        for copy in copiesByPolicy where copy.origins.allSatisfy(gone.contains) {
            anonymousCopies[copy.region, default: []].insert(copy.policy)
        }
        copiesByPolicy = []
    }
}

extension NativeIndex {
    func region(_ name: Region) -> NativeRegion? { regions.first { $0.region == name } }
    func snapshotPolicies(of place: NativePlace) -> SnapshotPolicies { snapshotPolicies[place.region] }

    func database(_ place: NativePlace) -> DBInstance? {
        place.kind == .database ? regions[place.region].databases.value?[place.index] : nil
    }
    func cluster(_ place: NativePlace) -> DBCluster? {
        place.kind == .cluster ? regions[place.region].clusters.value?[place.index] : nil
    }
    func table(_ place: NativePlace) -> TableContents? {
        place.kind == .table ? regions[place.region].tables.value?[place.index] : nil
    }
    func volume(_ place: NativePlace) -> Volume? {
        place.kind == .volume ? regions[place.region].volumes.value?[place.index] : nil
    }
    func fileSystem(_ place: NativePlace) -> FileSystemContents? {
        place.kind == .fileSystem ? regions[place.region].fileSystems.value?[place.index] : nil
    }

    /// Nil when they are not known.
    func tags(_ place: NativePlace) -> [Tag]? {
        switch place.kind {
        case .database: database(place)?.tags
        case .cluster: cluster(place)?.tags
        case .table: table(place).flatMap { $0.tags.isRead ? $0.tags.value ?? [] : nil }
        case .volume: volume(place)?.tags
        case .fileSystem: fileSystem(place)?.fileSystem.tags
        }
    }

    func table(named name: String, in region: Region) -> TableContents? {
        tables[region]?[name].flatMap { self.region(region)?.tables.value?[$0] }
    }
    func tableBackups(of name: String, in region: Region) -> [TableBackup] {
        let all = self.region(region)?.tableBackups?.value ?? []
        return (tableBackups[region]?[name] ?? []).map { all[$0] }
    }
    /// The global table of version 2017.11.29 that a region's table of that name is a replica of (3.5).
    func globalTable(named name: String, in region: Region) -> GlobalTable? {
        globalTables[region]?[name].flatMap { $0.replicas.contains { $0.region == region } ? $0 : nil }
    }
    /// Whether copies by one of the policies are in a region that do not say what they were copied from.
    func hasAnonymousCopies(by policies: Set<String>, in region: Region) -> Bool {
        !(anonymousCopies[region] ?? []).isDisjoint(with: policies)
    }

    func database(arn: String) -> DBInstance? { databases[arn].flatMap(database) }
    func cluster(arn: String) -> DBCluster? { clusters[arn].flatMap(cluster) }
    func replicas(of arn: String) -> [NativePlace] { replicas[arn] ?? [] }

    /// Seconds; nil where it was not asked for.
    func lag(of replica: String, from source: Region) -> Reading<Double>? { lags[replica]?[source] }

    func automatedBackups(of arn: String) -> [(region: Region, backup: DBInstanceAutomatedBackup)] {
        (automatedBackups[arn] ?? []).compactMap { place in
            regions[place.region].automatedBackups.value.map { (regions[place.region].region, $0[place.index]) }
        }
    }

    func hasSnapshots(outside home: Region) -> Bool {
        regions.contains { $0.region != home && !($0.snapshots.value ?? []).isEmpty }
    }

    func globalCluster(ofMember arn: String) -> GlobalCluster? {
        globalClusters[arn].flatMap { regions[$0.region].globalClusters.value?[$0.index] }
    }
    /// Every replication that a file system is the source or the destination of; the same may be told twice.
    func replications(of fileSystem: String) -> [FileSystemReplication] { replications[fileSystem] ?? [] }

    func snapshots(of volume: String) -> [(region: Region, snapshot: EBSSnapshot)] {
        (volumeSnapshots[volume] ?? []).compactMap(snapshot)
    }
    /// Those that say of themselves that they were copied from a snapshot, or made from a volume.
    func snapshots(from origin: String) -> [(region: Region, snapshot: EBSSnapshot)] {
        (copiedSnapshots[origin] ?? []).compactMap(snapshot)
    }

    private func snapshot(_ place: (region: Int, index: Int)) -> (region: Region, snapshot: EBSSnapshot)? {
        regions[place.region].snapshots.value.map { (regions[place.region].region, $0[place.index]) }
    }
}

extension EBSSnapshot {
    /// One that AWS Backup made or copied: its recovery point, not to be counted twice.
    var isOfBackup: Bool { tags.contains { $0.key.hasPrefix("aws:backup:") } }

    /// The ids of snapshots and volumes in its description: a copy has an arbitrary volume, and says only there what it
    /// was copied from (3.6).
    var origins: [String] {
        guard let text else { return [] }
        return text.split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init)
            .filter { $0.hasPrefix("snap-") || ($0.hasPrefix("vol-") && $0 != volume) }
    }
}
