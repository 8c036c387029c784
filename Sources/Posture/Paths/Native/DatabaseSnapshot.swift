import AWSModel
import Foundation

/// A snapshot of an instance or a cluster that somebody made or copied by hand, wherever it is.
struct DatabaseSnapshot: Sendable {
    let arn: ARN
    /// Where it is.
    let region: Region
    /// The end of its database's ARN: `db:shop`, `cluster:catalogue`.
    let database: String
    let resourceID: String?
    let databaseCreatedAt: Date?
    let status: String?
    /// The point in time of its data.
    let takenAt: Date?
    /// Whether that may be the moment of the copy, so that its data is older.
    let mayBeOlder: Bool
    /// The snapshot that it was copied from; nil where that is not told.
    let source: ARN?
    /// The region that it was made in or copied from; nil where that is not told.
    let sourceRegion: Region?
    let keyARN: String?

    /// Nil for one that RDS or AWS Backup made: a recovery point is not counted twice.
    init?(_ snapshot: DBSnapshot, in region: Region) {
        guard Self.isByHand(snapshot.type, snapshot.identifier) else { return nil }
        arn = snapshot.arn
        self.region = region
        database = "db:" + snapshot.database.lowercased()
        resourceID = snapshot.resourceID
        databaseCreatedAt = snapshot.databaseCreatedAt
        status = snapshot.status
        takenAt = snapshot.originallyCreatedAt ?? snapshot.createdAt
        source = snapshot.source.flatMap { ARN($0) }
        sourceRegion = source?.region ?? snapshot.sourceRegion
        mayBeOlder = snapshot.originallyCreatedAt == nil && sourceRegion != nil && sourceRegion != region
        keyARN = snapshot.keyARN
    }

    init?(_ snapshot: DBClusterSnapshot, in region: Region) {
        guard Self.isByHand(snapshot.type, snapshot.identifier) else { return nil }
        arn = snapshot.arn
        self.region = region
        database = "cluster:" + snapshot.cluster.lowercased()
        resourceID = snapshot.resourceID
        databaseCreatedAt = snapshot.clusterCreatedAt
        status = snapshot.status
        takenAt = snapshot.createdAt
        source = snapshot.source.flatMap { ARN($0) }
        sourceRegion = source?.region
        mayBeOlder = source != nil
        keyARN = snapshot.keyARN
    }

    private static func isByHand(_ type: String?, _ identifier: String) -> Bool {
        (type == nil || type == "manual") && !identifier.hasPrefix("awsbackup:")
    }
}

/// The snapshots made by hand in all regions, by the database that they are of.
struct DatabaseSnapshots: Sendable {
    private var named: [String: [DatabaseSnapshot]] = [:]
    private var ids: [String: [DatabaseSnapshot]] = [:]
    private var arns: [String: DatabaseSnapshot] = [:]

    mutating func add(_ region: NativeRegion) {
        for snapshot in region.databaseSnapshots?.value ?? [] { add(DatabaseSnapshot(snapshot, in: region.region)) }
        for snapshot in region.clusterSnapshots?.value ?? [] { add(DatabaseSnapshot(snapshot, in: region.region)) }
    }

    private mutating func add(_ snapshot: DatabaseSnapshot?) {
        guard let snapshot else { return }
        named[snapshot.database, default: []].append(snapshot)
        if let id = snapshot.resourceID { ids[id, default: []].append(snapshot) }
        arns[snapshot.arn.text] = snapshot
    }

    /// Those of one database. A copy keeps the database's name, and tells the region that it was copied from; a copy of
    /// a copy is followed back as far as its sources still stand.
    ///
    /// - Parameter createdAt: when the database was created.
    func snapshots(of database: ARN, id: String?, createdAt: Date?) -> [DatabaseSnapshot] {
        let renamed = (id.flatMap { ids[$0] } ?? []).filter { $0.database != database.resource.lowercased() }
        return renamed
            + (named[database.resource.lowercased()] ?? []).filter { snapshot in
                if let id, snapshot.resourceID == id { return true }
                // What was taken before the database was there is of an earlier one of that name.
                if let createdAt, let taken = snapshot.takenAt, taken < createdAt { return false }
                let origin = origin(of: snapshot)
                if let account = origin.account, let own = database.account, account != own { return false }
                if origin.region == database.region { return true }
                // Its source is gone, or of another copy: a database of that name and that very moment is this one.
                guard let createdAt, let other = snapshot.databaseCreatedAt else { return false }
                return abs(createdAt.timeIntervalSince(other)) < 1
            }
    }

    /// When its data is of, as far as that is told: a snapshot's source is older than its copy.
    func takenAt(_ snapshot: DatabaseSnapshot) -> (moment: Date, mayBeOlder: Bool)? {
        guard let taken = snapshot.takenAt else { return nil }
        guard snapshot.mayBeOlder, let source = snapshot.source.flatMap({ arns[$0.text] }),
            source.arn != snapshot.arn, let before = source.takenAt
        else { return (taken, snapshot.mayBeOlder) }
        return (min(taken, before), source.mayBeOlder)
    }

    private func origin(of snapshot: DatabaseSnapshot) -> (region: Region, account: AccountID?) {
        var now = snapshot
        // Copies go round in no circle, but what AWS says of them might.
        for _ in 0..<8 {
            guard let source = now.source, let before = arns[source.text] else { break }
            now = before
        }
        return (now.sourceRegion ?? now.region, now.source?.account ?? now.arn.account)
    }
}
