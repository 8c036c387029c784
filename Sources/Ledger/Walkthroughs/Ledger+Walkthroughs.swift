import AWSModel
package import Foundation
import GRDB

extension Ledger {
    /// Writes a new walkthrough down and takes the right to act in it.
    package func begin(
        _ walkthrough: SavedWalkthrough, by holder: LeaseHolder = .current, for span: TimeInterval = Lease.span
    ) throws(LedgerError) -> LeaseClaim {
        try write { db in
            try db.execute(
                sql: """
                    INSERT INTO walkthroughs (id, scenario, account, resource, operator, state, startedAt, updatedAt)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    walkthrough.id, walkthrough.scenario, walkthrough.account?.digits, walkthrough.resource,
                    walkthrough.operatorName, walkthrough.state, walkthrough.startedAt, walkthrough.startedAt,
                ])
        }
        return try claim(.walkthrough(walkthrough.id), by: holder, for: span, at: walkthrough.startedAt)
    }

    /// Keeps the state that a walkthrough has reached.
    ///
    /// - Throws: Also `leaseLost`, `unknownWalkthrough`; nothing is written then.
    package func save(
        _ id: String, state: String, scenario: String? = nil, resource: String? = nil, under lease: Lease, at now: Date
    ) throws(LedgerError) {
        try update(id, lease, now) { db in
            try db.execute(
                sql: """
                    UPDATE walkthroughs SET state = ?, scenario = coalesce(?, scenario),
                    resource = coalesce(?, resource), updatedAt = ? WHERE id = ?
                    """,
                arguments: [state, scenario, resource, now, id])
        }
    }

    /// Ends a walkthrough and gives the lease back.
    package func end(
        _ id: String, outcome: String, state: String, under lease: Lease, at now: Date
    ) throws(LedgerError) {
        try update(id, lease, now) { db in
            try db.execute(
                sql: "UPDATE walkthroughs SET state = ?, outcome = ?, endedAt = ?, updatedAt = ? WHERE id = ?",
                arguments: [state, outcome, now, now, id])
        }
        try release(lease)
    }

    /// Ends a walkthrough of which no call was ever intended, and gives the lease back.
    ///
    /// - Throws: Also `actedIn`, `leaseLost`, `unknownWalkthrough`; nothing is written then.
    package func discard(_ id: String, under lease: Lease, at now: Date) throws(LedgerError) {
        try update(id, lease, now) { db in
            let isActed = try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM intents WHERE walkthrough = ?)", arguments: [id])
            guard isActed == false else { throw LedgerError.actedIn(walkthrough: id) }
            try db.execute(
                sql: "UPDATE walkthroughs SET outcome = 'discarded', endedAt = ?, updatedAt = ? WHERE id = ?",
                arguments: [now, now, id])
        }
        try release(lease)
    }

    package func walkthrough(_ id: String) throws(LedgerError) -> SavedWalkthrough? {
        try read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM walkthroughs WHERE id = ?", arguments: [id])
                .map(SavedWalkthrough.init)
        }
    }

    /// The one that changed last first.
    package func walkthroughs(underWayOnly: Bool = true) throws(LedgerError) -> [SavedWalkthrough] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: "SELECT * FROM walkthroughs WHERE endedAt IS NULL OR NOT ? ORDER BY updatedAt DESC, rowid DESC",
                arguments: [underWayOnly]
            ).map(SavedWalkthrough.init)
        }
    }

    private func update(
        _ id: String, _ lease: Lease, _ now: Date, _ work: (Database) throws -> Void
    ) throws(LedgerError) {
        try write { db in
            guard lease.subject == .walkthrough(id) else { throw LedgerError.leaseLost(.walkthrough(id)) }
            try Self.demand(lease, db, at: now)
            try work(db)
            guard db.changesCount == 1 else { throw LedgerError.unknownWalkthrough(id: id) }
        }
    }
}

extension SavedWalkthrough {
    fileprivate init(_ row: Row) {
        let account: String? = row["account"]
        self.init(
            id: row["id"], scenario: row["scenario"], account: account.map { AccountID($0) }, resource: row["resource"],
            operatorName: row["operator"], state: row["state"], startedAt: row["startedAt"])
        updatedAt = row["updatedAt"]
        endedAt = row["endedAt"]
        outcome = row["outcome"]
    }
}
