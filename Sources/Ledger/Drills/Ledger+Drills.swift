import AWSModel
package import Foundation
import GRDB

extension Ledger {
    /// Appends a drill; none is ever changed or deleted.
    ///
    /// - Parameter corrects: the drill that this one puts right.
    /// - Throws: Also `unknownDrill`.
    @discardableResult
    package func record(
        _ drill: Drill, correcting corrects: Int64? = nil, at now: Date
    ) throws(LedgerError) -> RecordedDrill {
        try write { db in
            if let corrects {
                let known = try Int.fetchOne(db, sql: "SELECT 1 FROM drills WHERE id = ?", arguments: [corrects])
                guard known != nil else { throw LedgerError.unknownDrill(id: corrects) }
            }
            try db.execute(
                sql: """
                    INSERT INTO drills (corrects, recordedAt, account, resource, resourceType, drilledAt, document)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    corrects, now, drill.account?.digits, drill.resource, drill.resourceType, drill.drilledAt,
                    String(decoding: try Self.drillEncoder.encode(drill), as: UTF8.self),
                ])
            return RecordedDrill(id: db.lastInsertedRowID, corrects: corrects, recordedAt: now, drill: drill)
        }
    }

    /// Of one resource, or all, also those that others correct; in the order in which they were recorded.
    package func drills(of resource: String? = nil) throws(LedgerError) -> [RecordedDrill] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM drills WHERE ?1 IS NULL OR resource = ?1 ORDER BY id", arguments: [resource]
            ).map { row in
                let id: Int64 = row["id"]
                let document: String = row["document"]
                guard let drill = try? Self.drillDecoder.decode(Drill.self, from: Data(document.utf8)) else {
                    throw LedgerError.unreadable("drill \(id)")
                }
                return RecordedDrill(id: id, corrects: row["corrects"], recordedAt: row["recordedAt"], drill: drill)
            }
        }
    }

    /// Moments are seconds since 1970, so that nothing of them is lost.
    private static var drillEncoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .secondsSince1970
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }

    private static var drillDecoder: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .secondsSince1970
        return decoder
    }
}
