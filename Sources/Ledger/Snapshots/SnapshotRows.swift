import AWSModel
import Foundation
import GRDB

/// Snapshots as rows, within one transaction.
struct SnapshotRows {
    private let db: Database

    init(_ db: Database) { self.db = db }

    /// The snapshot and its answers; the verdicts follow.
    ///
    /// - Returns: Its number, and those of its answers.
    func insert(_ snapshot: PostureSnapshot, at now: Date) throws -> (id: Int64, answers: [Int64]) {
        try db.execute(
            sql: """
                INSERT INTO snapshots (takenAt, account, partition, answer, complete, regions, blindSpots, savingSince)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                snapshot.takenAt, snapshot.account?.digits, snapshot.partition, snapshot.answer, snapshot.complete,
                try Self.json(snapshot.regions.map(\.name)), try Self.json(snapshot.blindSpots), now,
            ])
        let id = db.lastInsertedRowID
        return (id, try snapshot.answers.map { try insert($0, of: id) })
    }

    private func insert(_ answer: SnapshotAnswer, of snapshot: Int64) throws -> Int64 {
        try db.execute(
            sql: """
                INSERT INTO snapshotAnswers (snapshot, threat, region, answer, onPaper, accepted, counts, blindSpots)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                snapshot, answer.threat, answer.region?.name, answer.answer, answer.onPaper, answer.accepted,
                try Self.json(answer.counts), try Self.json(answer.blindSpots),
            ])
        return db.lastInsertedRowID
    }

    func insert(_ verdicts: some Sequence<SnapshotVerdict>, of answer: Int64) throws {
        let insertion = try db.cachedStatement(
            sql: "INSERT INTO verdicts (answer, resource, statement) VALUES (?, ?, ?)")
        for verdict in verdicts {
            try insertion.execute(arguments: [answer, try resource(verdict), try statement(verdict)])
        }
    }

    // NULL equals nothing where rows must be unique: a resource without a region has an empty one, and so on.

    private func resource(_ verdict: SnapshotVerdict) throws -> Int64? {
        try number(
            of: [verdict.arn, verdict.type, verdict.name, verdict.region?.name ?? ""],
            "SELECT id FROM resources WHERE arn = ? AND type = ? AND name = ? AND region = ?",
            "INSERT INTO resources (arn, type, name, region) VALUES (?, ?, ?, ?)")
    }

    private func statement(_ verdict: SnapshotVerdict) throws -> Int64? {
        try number(
            of: [verdict.verdict, verdict.assurance ?? "", verdict.accepted, verdict.reason],
            "SELECT id FROM statements WHERE verdict = ? AND assurance = ? AND accepted = ? AND reason = ?",
            "INSERT INTO statements (verdict, assurance, accepted, reason) VALUES (?, ?, ?, ?)")
    }

    /// Of a row that stands once: the one that is there, or a new one.
    private func number(of key: StatementArguments, _ lookup: String, _ insertion: String) throws -> Int64? {
        if let known = try Int64.fetchOne(try db.cachedStatement(sql: lookup), arguments: key) { return known }
        try db.cachedStatement(sql: insertion).execute(arguments: key)
        return db.lastInsertedRowID
    }

    /// Drops the resources and statements that no verdict names any more.
    func sweep() throws {
        try db.execute(sql: "DELETE FROM resources WHERE id NOT IN (SELECT resource FROM verdicts)")
        try db.execute(sql: "DELETE FROM statements WHERE id NOT IN (SELECT statement FROM verdicts)")
    }

    func snapshot(_ row: Row, withVerdicts: Bool) throws -> PostureSnapshot {
        let id: Int64 = row["id"]
        let account: String? = row["account"]
        let regions: [String] = try Self.value(row["regions"], of: id)
        let answers = try Row.fetchAll(
            db, sql: "SELECT * FROM snapshotAnswers WHERE snapshot = ? ORDER BY id", arguments: [id])
        return PostureSnapshot(
            id: id, takenAt: row["takenAt"], account: account.map { AccountID($0) }, partition: row["partition"],
            answer: row["answer"], complete: row["complete"], regions: regions.map { Region($0) },
            blindSpots: try Self.value(row["blindSpots"], of: id),
            answers: try answers.map { try answer($0, of: id, withVerdicts: withVerdicts) })
    }

    private func answer(_ row: Row, of snapshot: Int64, withVerdicts: Bool) throws -> SnapshotAnswer {
        let id: Int64 = row["id"]
        let region: String? = row["region"]
        let verdicts =
            !withVerdicts
            ? []
            : try Row.fetchAll(
                db,
                sql: """
                    SELECT arn, type, name, region, verdict, assurance, accepted, reason FROM verdicts
                    JOIN resources ON resources.id = resource JOIN statements ON statements.id = statement
                    WHERE answer = ? ORDER BY arn
                    """, arguments: [id])
        return SnapshotAnswer(
            threat: row["threat"], region: region.map { Region($0) }, answer: row["answer"], onPaper: row["onPaper"],
            accepted: row["accepted"], counts: try Self.value(row["counts"], of: snapshot),
            blindSpots: try Self.value(row["blindSpots"], of: snapshot), verdicts: verdicts.map { SnapshotVerdict($0) })
    }

    private static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private static func value<Value: Decodable>(_ json: String, of snapshot: Int64) throws -> Value {
        do { return try JSONDecoder().decode(Value.self, from: Data(json.utf8)) } catch {
            throw LedgerError.unreadable("snapshot \(snapshot)")
        }
    }
}

extension SnapshotVerdict {
    init(_ row: Row) {
        let region: String = row["region"]
        let assurance: String = row["assurance"]
        self.init(
            arn: row["arn"], type: row["type"], name: row["name"], region: region.isEmpty ? nil : Region(region),
            verdict: row["verdict"], assurance: assurance.isEmpty ? nil : assurance, accepted: row["accepted"],
            reason: row["reason"])
    }
}
