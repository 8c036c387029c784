package import AWSModel
import Foundation
import GRDB

extension Ledger {
    /// Saves a snapshot, and lets go of those that `SnapshotRetention` keeps no longer.
    ///
    /// - Returns: Its number.
    @discardableResult
    package func save(_ snapshot: PostureSnapshot) throws(LedgerError) -> Int64 {
        try write { db in
            let id = try SnapshotRows(db).insert(snapshot)
            let kept = try Row.fetchAll(
                db, sql: "SELECT id, takenAt FROM snapshots WHERE account IS ?", arguments: [snapshot.account?.digits])
            let gone = SnapshotRetention.pruned(
                kept.map { (id: $0["id"], takenAt: $0["takenAt"]) }, now: snapshot.takenAt)
            // What was read at an earlier moment than others may be let go at once, but not while it is handed in.
            for old in gone where old != id {
                try db.execute(sql: "DELETE FROM snapshots WHERE id = ?", arguments: [old])
            }
            if !gone.isEmpty { try SnapshotRows(db).sweep() }
            return id
        }
    }

    /// With their answers, without verdicts; the newest first.
    ///
    /// - Parameter account: nil for all.
    package func snapshots(of account: AccountID? = nil) throws(LedgerError) -> [PostureSnapshot] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: "SELECT * FROM snapshots WHERE ?1 IS NULL OR account = ?1 ORDER BY takenAt DESC, id DESC",
                arguments: [account?.digits]
            ).map { try SnapshotRows(db).snapshot($0, withVerdicts: false) }
        }
    }

    /// With all that it says.
    package func snapshot(_ id: Int64) throws(LedgerError) -> PostureSnapshot? {
        try read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM snapshots WHERE id = ?", arguments: [id])
                .map { try SnapshotRows(db).snapshot($0, withVerdicts: true) }
        }
    }

    /// What every snapshot said of one resource; the newest first.
    ///
    /// - Parameter resource: its ARN, or a name.
    package func history(of resource: String) throws(LedgerError) -> [ResourceMoment] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT snapshots.id AS snapshot, takenAt, threat, snapshotAnswers.region AS lost, arn, type, name,
                        resources.region AS region, verdict, assurance, verdicts.accepted AS accepted, text
                    FROM resources
                    JOIN verdicts ON verdicts.resource = resources.id
                    JOIN reasons ON reasons.id = verdicts.reason
                    JOIN snapshotAnswers ON snapshotAnswers.id = verdicts.answer
                    JOIN snapshots ON snapshots.id = snapshotAnswers.snapshot
                    WHERE arn = ?1 OR name = ?1
                    ORDER BY takenAt DESC, snapshots.id DESC, snapshotAnswers.id
                    """, arguments: [resource]
            ).map { row in
                let lost: String? = row["lost"]
                return ResourceMoment(
                    snapshot: row["snapshot"], takenAt: row["takenAt"], threat: row["threat"],
                    region: lost.map { Region($0) }, verdict: SnapshotVerdict(row))
            }
        }
    }
}
