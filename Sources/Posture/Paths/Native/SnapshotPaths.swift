import AWSModel
import Foundation

/// RDS and Aurora: snapshots that somebody made by hand, or copied to another region. Nothing renews them.
extension NativeSearch {
    /// The newest of each region other than its own.
    mutating func examineSnapshotCopies(of place: NativePlace) {
        examine(snapshots(of: place).filter { $0.region != home }, .rdsSnapshotCopy)
        unreadElsewhere(place.kind == .cluster ? "snapshots of clusters" : "snapshots of databases") {
            place.kind == .cluster ? Self.gap($0.clusterSnapshots) : Self.gap($0.databaseSnapshots)
        }
    }

    /// The newest of each region: they outlive the database.
    mutating func examineSnapshotHistory(of place: NativePlace) {
        let gap = place.kind == .cluster ? gap(in: home, \.clusterSnapshots) : gap(in: home, \.databaseSnapshots)
        if let gap { found.unread.append(UnreadFact("its snapshots unread: \(gap)", ceiling: .atRisk)) }
        examine(snapshots(of: place).filter { $0.region == home }, .rdsSnapshot)
        examineSnapshotCopies(of: place)
    }

    /// The newest in its own region of those under another key than its own.
    mutating func examineSnapshotsBeside(_ place: NativePlace) {
        let gap = place.kind == .cluster ? gap(in: home, \.clusterSnapshots) : gap(in: home, \.databaseSnapshots)
        if let gap { found.unread.append(UnreadFact("its snapshots unread: \(gap)", ceiling: .atRisk)) }
        let beside = snapshots(of: place).filter { $0.region == home }
        if beside.contains(where: { keyRelation($0.keyARN) == .unknown }) {
            found.unread.append(UnreadFact("the keys of its snapshots are not known", ceiling: .atRisk))
        }
        examine(beside.filter { keyRelation($0.keyARN) == .other }, .rdsSnapshot)
    }

    /// What nobody renews is a path at risk at best, but that there is none was not seen.
    mutating func unreadElsewhere(_ what: String, _ gap: (NativeRegion) -> String?) {
        let dark = native.regions.filter { $0.region != home }.compactMap { region in gap(region).map { (region, $0) } }
        guard let (first, why) = dark.first else { return }
        let more = dark.count > 1 ? " and \(dark.count - 1) more regions" : ""
        found.unread.append(UnreadFact("\(what) in \(first.region)\(more) unread: \(why)", ceiling: .atRisk))
    }

    /// Those that can be restored from, or whose state is not told.
    private func snapshots(of place: NativePlace) -> [DatabaseSnapshot] {
        let all =
            if let database = native.database(place) {
                native.snapshots.snapshots(of: database.arn, id: database.resourceID, createdAt: database.createdAt)
            } else if let cluster = native.cluster(place) {
                native.snapshots.snapshots(of: cluster.arn, id: cluster.resourceID, createdAt: cluster.createdAt)
            } else {
                [DatabaseSnapshot]()
            }
        return all.filter { $0.status == nil || $0.status == "available" }
    }

    private mutating func examine(_ snapshots: [DatabaseSnapshot], _ mechanism: RecoveryPath.Mechanism) {
        for (region, snapshots) in Dictionary(grouping: snapshots, by: \.region).sorted(by: { $0.key < $1.key }) {
            let dated = snapshots.compactMap { snapshot in
                native.snapshots.takenAt(snapshot).map { (snapshot, $0.moment, $0.mayBeOlder) }
            }
            // The newest of a region stands for it.
            guard let (snapshot, moment, mayBeOlder) = dated.max(by: { $0.1 < $1.1 }) else { continue }
            var facts = PathFacts()
            let age = Duration(from: moment, to: account.now)
            let what = mechanism == .rdsSnapshotCopy ? "newest copy of a snapshot" : "newest snapshot"
            facts.faults.append("\(what) is \(age.words) old and nothing renews it")
            if snapshot.status == nil { facts.unread.append("state of snapshot \(snapshot.arn.resource) is not known") }
            judgeRegion(region, &facts)
            judgeKey(snapshot.keyARN, in: region, of: "the snapshot in \(region)", &facts)
            if mayBeOlder { facts.notes.append("it was copied then, from a snapshot that is older") }
            append(
                RecoveryPath(
                    mechanism: mechanism, region: region, account: snapshot.arn.account, target: snapshot.arn.text,
                    scope: .whole, healthy: true, assurance: .observed,
                    recoveryPoint: Estimate(duration: age, basis: .measured),
                    recoveryTime: RecoveryTimes.restore(of: resource.type), retention: .forever, reasons: []), facts)
        }
    }

    /// Why an optional listing was not read; one that an earlier version did not know was not.
    static func gap<Value>(_ reading: Reading<Value>?) -> String? { reading.map { $0.gap } ?? "not read" }

    func gap<Value>(in region: Region, _ listing: KeyPath<NativeRegion, Reading<Value>?>) -> String? {
        guard let native = native.region(region) else { return "not read" }
        return Self.gap(native[keyPath: listing])
    }
}
