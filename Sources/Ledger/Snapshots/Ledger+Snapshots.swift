package import AWSModel
package import Foundation
import GRDB

extension Ledger {
    /// Saves a snapshot, and lets go of those that `SnapshotRetention` keeps no longer.
    ///
    /// A large one is written piece by piece, and each piece after whatever others have to write, so that no intent waits for it; it is seen when all of it is there.
    ///
    /// - Returns: Its number.
    @discardableResult
    package func save(_ snapshot: PostureSnapshot, at now: Date) throws(LedgerError) -> Int64 {
        let (id, answers) = try writeLast { db in try SnapshotRows(db).insert(snapshot, at: now) }
        for (answer, row) in zip(snapshot.answers, answers) {
            for start in stride(from: 0, to: answer.verdicts.count, by: Self.piece) {
                let piece = answer.verdicts[start..<min(start + Self.piece, answer.verdicts.count)]
                try writeLast { db in try SnapshotRows(db).insert(piece, of: row) }
            }
        }
        try writeLast { db in
            try db.execute(sql: "UPDATE snapshots SET savingSince = NULL WHERE id = ?", arguments: [id])
        }
        try letGo(of: snapshot.account, besides: id, at: now)
        return id
    }

    /// Verdicts that are written at once: some tens of milliseconds.
    private static let piece = 2_000

    /// - Parameter besides: what was just handed in stays for now, however old it is.
    private func letGo(of account: AccountID?, besides id: Int64, at now: Date) throws(LedgerError) {
        let gone = try read { db in
            let saved = try Row.fetchAll(
                db, sql: "SELECT id, takenAt FROM snapshots WHERE account IS ? AND savingSince IS NULL",
                arguments: [account?.digits])
            // Whoever began them an hour ago does not save them any more.
            let brokenOff = try Int64.fetchAll(
                db, sql: "SELECT id FROM snapshots WHERE savingSince < ?", arguments: [now.addingTimeInterval(-3_600)])
            return SnapshotRetention.pruned(saved.map { (id: $0["id"], takenAt: $0["takenAt"]) }, now: now) + brokenOff
        }.filter { $0 != id }
        for old in gone {
            try writeLast { db in try db.execute(sql: "DELETE FROM snapshots WHERE id = ?", arguments: [old]) }
        }
        if !gone.isEmpty { try writeLast { db in try SnapshotRows(db).sweep() } }
    }

    /// With their answers, without verdicts; the newest first.
    ///
    /// - Parameter account: nil for all.
    package func snapshots(of account: AccountID? = nil) throws(LedgerError) -> [PostureSnapshot] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM snapshots WHERE savingSince IS NULL AND (?1 IS NULL OR account = ?1)
                    ORDER BY takenAt DESC, id DESC
                    """,
                arguments: [account?.digits]
            ).map { try SnapshotRows(db).snapshot($0, withVerdicts: false) }
        }
    }

    /// With all that it says.
    package func snapshot(_ id: Int64) throws(LedgerError) -> PostureSnapshot? {
        try read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM snapshots WHERE id = ? AND savingSince IS NULL", arguments: [id])
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
                        resources.region AS region, verdict, assurance, statements.accepted AS accepted, reason
                    FROM resources
                    JOIN verdicts ON verdicts.resource = resources.id
                    JOIN statements ON statements.id = verdicts.statement
                    JOIN snapshotAnswers ON snapshotAnswers.id = verdicts.answer
                    JOIN snapshots ON snapshots.id = snapshotAnswers.snapshot
                    WHERE (arn = ?1 OR name = ?1) AND savingSince IS NULL
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
