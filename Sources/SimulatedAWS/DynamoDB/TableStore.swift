package import AWSModel
package import Foundation

/// The tables of an account, by region and name.
package struct TableStore: Sendable {
    package private(set) var tables: [Region: [String: SimulatedTable]] = [:]
    /// Backups that were asked for, by the region that holds them; they outlive their tables (3.4).
    package internal(set) var backups: [Region: [SimulatedTableBackup]] = [:]
    /// The regions of each global table of version 2017.11.29, by its name (3.5).
    var oldGlobalTables: [String: [Region]] = [:]
    private var ids = SequenceOfIDs(seed: "dynamodb")

    /// How long a replica is `CREATING`; seconds.
    private static let replicaTime = 60.0

    package subscript(name: String, region: Region) -> SimulatedTable? { tables[region]?[name] }

    func named(in region: Region) -> [SimulatedTable] {
        (tables[region] ?? [:]).values.sorted { $0.name < $1.name }
    }

    func resources(in region: Region) -> [SimulatedResource] { named(in: region).map(\.resource) }

    /// A new table, in place of any of that name.
    @discardableResult
    package mutating func add(_ name: String, in region: Region, account: AccountID, at now: Date) -> SimulatedTable {
        let table = SimulatedTable(
            name: name, region: region,
            arn: ARN(
                partition: region.partition, service: "dynamodb", region: region, account: account,
                resource: "table/" + name),
            id: ids.uuid(), createdAt: now, readyAt: now)
        tables[region, default: [:]][name] = table
        return table
    }

    package mutating func update(_ name: String, in region: Region, _ change: (inout SimulatedTable) -> Void) {
        guard var table = tables[region]?[name] else { return }
        change(&table)
        tables[region]?[name] = table
    }

    /// A backup that is whole at once.
    @discardableResult
    package mutating func backUp(
        _ table: SimulatedTable, named name: String, kind: String = "USER", at now: Date
    ) -> SimulatedTableBackup {
        let stamp = Int((now.timeIntervalSince1970 * 1000).rounded())
        let backup = SimulatedTableBackup(
            arn: "\(table.arn)/backup/0\(stamp)-\(ids.uuid().prefix(8))", name: name, table: table, createdAt: now,
            kind: kind)
        backups[table.region, default: []].append(backup)
        return backup
    }

    package mutating func remove(_ name: String, in region: Region) { tables[region]?[name] = nil }

    /// The other replicas of a global table, in the order of their regions.
    func replicas(of table: SimulatedTable) -> [SimulatedTable] {
        guard let globalID = table.globalID else { return [] }
        return tables.values.compactMap { $0[table.name] }
            .filter { $0.globalID == globalID && $0.region != table.region }
            .sorted { $0.region < $1.region }
    }

    /// Makes the table global, with a replica in another region; point in time recovery, tags and protection are
    /// each replica's own.
    package mutating func addReplica(
        of name: String, in region: Region, to other: Region, keyARN: String? = nil, at now: Date
    ) {
        guard var source = tables[region]?[name], let account = source.arn.account else { return }
        source.globalID = source.globalID ?? source.id
        source.streamView = "NEW_AND_OLD_IMAGES"
        tables[region]?[name] = source
        add(name, in: other, account: account, at: now)
        update(name, in: other) { replica in
            replica.globalID = source.globalID
            replica.streamView = source.streamView
            replica.takeRows(of: source)
            replica.keyARN = keyARN
            replica.readyAt = now.addingTimeInterval(Self.replicaTime)
        }
    }
}
