import AWSModel
import Foundation
import GRDB

/// Snapshots as rows, within one transaction.
struct SnapshotRows {
    private let db: Database

    init(_ db: Database) { self.db = db }

    func insert(_ snapshot: PostureSnapshot) throws -> Int64 {
        try db.execute(
            sql: """
                INSERT INTO snapshots (takenAt, account, partition, answer, complete, regions, blindSpots)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                snapshot.takenAt, snapshot.account?.digits, snapshot.partition, snapshot.answer, snapshot.complete,
                try Self.json(snapshot.regions.map(\.name)), try Self.json(snapshot.blindSpots),
            ])
        let id = db.lastInsertedRowID
        for answer in snapshot.answers { try insert(answer, of: id) }
        return id
    }

    private func insert(_ answer: SnapshotAnswer, of snapshot: Int64) throws {
        try db.execute(
            sql: """
                INSERT INTO snapshotAnswers (snapshot, threat, region, answer, onPaper, accepted, counts, blindSpots)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                snapshot, answer.threat, answer.region?.name, answer.answer, answer.onPaper, answer.accepted,
                try Self.json(answer.counts), try Self.json(answer.blindSpots),
            ])
        let id = db.lastInsertedRowID
        let verdicts = try db.cachedStatement(
            sql: """
                INSERT INTO verdicts (answer, resource, verdict, assurance, accepted, reason) VALUES (?, ?, ?, ?, ?, ?)
                """)
        for verdict in answer.verdicts {
            try verdicts.execute(arguments: [
                id, try resource(verdict), verdict.verdict, verdict.assurance, verdict.accepted,
                try reason(verdict.reason),
            ])
        }
    }

    private func resource(_ verdict: SnapshotVerdict) throws -> Int64? {
        // NULL equals nothing where rows must be unique: a resource without a region has an empty one.
        let key: StatementArguments = [verdict.arn, verdict.type, verdict.name, verdict.region?.name ?? ""]
        let known = try db.cachedStatement(
            sql: "SELECT id FROM resources WHERE arn = ? AND type = ? AND name = ? AND region = ?")
        if let id = try Int64.fetchOne(known, arguments: key) { return id }
        try db.cachedStatement(sql: "INSERT INTO resources (arn, type, name, region) VALUES (?, ?, ?, ?)")
            .execute(arguments: key)
        return db.lastInsertedRowID
    }

    private func reason(_ text: String) throws -> Int64? {
        let known = try db.cachedStatement(sql: "SELECT id FROM reasons WHERE text = ?")
        if let id = try Int64.fetchOne(known, arguments: [text]) { return id }
        try db.cachedStatement(sql: "INSERT INTO reasons (text) VALUES (?)").execute(arguments: [text])
        return db.lastInsertedRowID
    }

    /// Drops the names and reasons that no verdict uses any more.
    func sweep() throws {
        try db.execute(sql: "DELETE FROM resources WHERE id NOT IN (SELECT resource FROM verdicts)")
        try db.execute(sql: "DELETE FROM reasons WHERE id NOT IN (SELECT reason FROM verdicts)")
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
                    SELECT arn, type, name, region, verdict, assurance, accepted, text FROM verdicts
                    JOIN resources ON resources.id = resource JOIN reasons ON reasons.id = reason
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
        self.init(
            arn: row["arn"], type: row["type"], name: row["name"], region: region.isEmpty ? nil : Region(region),
            verdict: row["verdict"], assurance: row["assurance"], accepted: row["accepted"], reason: row["text"])
    }
}
