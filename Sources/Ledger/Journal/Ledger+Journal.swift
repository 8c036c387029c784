import AWSModel
package import Foundation
import GRDB

extension Ledger {
    /// Writes an intent before its call is sent; once more for the same token and call changes nothing but its moments.
    /// Whoever finds it not new must not send it as if nobody had: AWS is asked first what became of it.
    ///
    /// - Parameter lease: of the walkthrough or of the intent itself; where one is given, nothing is written unless it
    ///   still holds.
    /// - Returns: Whether it was written now, and the entry as it stands then.
    /// - Throws: Also `alreadyAccepted`, `tokenReused`, `leaseLost`. Nothing may be sent then.
    @discardableResult
    package func intend(_ intent: Intent, under lease: Lease? = nil, at now: Date) throws(LedgerError) -> Intended {
        try write { db in
            if let lease { try Self.demand(lease, db, at: now) }
            if let known = try Self.entry(intent.token, db) {
                var same = known.intent
                // Another operator may go on with it.
                same.operatorName = intent.operatorName
                guard same == intent else { throw LedgerError.tokenReused(token: intent.token) }
                guard known.state.maySend else {
                    throw LedgerError.alreadyAccepted(token: intent.token, identifier: known.identifier)
                }
                try Self.note(intent.token, known.state, intent.operatorName, "intended again", db, at: now)
                return Intended(isNew: false, entry: known)
            }
            try db.execute(
                sql: """
                    INSERT INTO intents (token, walkthrough, account, region, call, resource, request, operator, \
                    intendedAt, state, changedAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    intent.token, intent.walkthrough, intent.account?.digits, intent.region.name, intent.call,
                    intent.resource, intent.request, intent.operatorName, now, IntentState.intended.rawValue, now,
                ])
            try Self.note(intent.token, .intended, intent.operatorName, nil, db, at: now)
            return Intended(
                isNew: true,
                entry: JournalEntry(intent: intent, intendedAt: now, state: .intended, changedAt: now, sentAt: now))
        }
    }

    /// Writes what became of an intent. What is true is written whoever holds the lease.
    ///
    /// - Parameters:
    ///   - identifier: nil leaves the one that is known.
    ///   - message: nil leaves the one that is known.
    ///   - made: what was made; nil leaves what is known.
    ///   - endedAt: when it ended, as AWS tells it; nil leaves what is known.
    /// - Throws: Also `unknownToken`, `backwards`, `anotherIdentifier`.
    @discardableResult
    package func conclude(
        _ token: String, as state: IntentState, identifier: String? = nil, message: String? = nil, made: String? = nil,
        endedAt: Date? = nil, at now: Date
    ) throws(LedgerError) -> JournalEntry {
        try write { db in
            guard var entry = try Self.entry(token, db) else { throw LedgerError.unknownToken(token: token) }
            guard entry.state.mayBecome(state) else {
                throw LedgerError.backwards(token: token, from: entry.state, to: state)
            }
            if let known = entry.identifier, let identifier, known != identifier {
                throw LedgerError.anotherIdentifier(token: token, known: known, told: identifier)
            }
            entry.state = state
            entry.identifier = identifier ?? entry.identifier
            entry.message = message ?? entry.message
            entry.made = made ?? entry.made
            entry.endedAt = endedAt ?? entry.endedAt
            entry.changedAt = now
            try db.execute(
                sql: """
                    UPDATE intents SET state = ?, identifier = ?, message = ?, made = ?, endedAt = ?, changedAt = ? \
                    WHERE token = ?
                    """,
                arguments: [state.rawValue, entry.identifier, entry.message, entry.made, entry.endedAt, now, token])
            try Self.note(token, state, nil, message, db, at: now)
            return entry
        }
    }

    package func entry(_ token: String) throws(LedgerError) -> JournalEntry? {
        try read { db in try Self.entry(token, db) }
    }

    /// Of one walkthrough, or all; in the order in which they were intended.
    package func entries(of walkthrough: String? = nil) throws(LedgerError) -> [JournalEntry] {
        try read { db in
            try Row.fetchAll(
                db, sql: "\(Self.entries) WHERE ?1 IS NULL OR walkthrough = ?1 ORDER BY intendedAt, rowid",
                arguments: [walkthrough]
            ).map(JournalEntry.init)
        }
    }

    /// Those of which AWS has to be asked what became of them, oldest first.
    package func openEntries() throws(LedgerError) -> [JournalEntry] {
        try read { db in
            let open = IntentState.allCases.filter(\.isOpen).map(\.rawValue)
            return try Row.fetchAll(
                db,
                sql: """
                    \(Self.entries) WHERE state IN (\(databaseQuestionMarks(count: open.count)))
                    ORDER BY intendedAt, rowid
                    """, arguments: StatementArguments(open)
            ).map(JournalEntry.init)
        }
    }

    /// Everything that was written about an intent, oldest first.
    package func moments(of token: String) throws(LedgerError) -> [JournalMoment] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM intentMoments WHERE token = ? ORDER BY id", arguments: [token])
                .map { row in
                    JournalMoment(
                        at: row["at"], state: try IntentState(row), operatorName: row["operator"],
                        message: row["message"])
                }
        }
    }

    /// With the moment of the last intent: those alone are noted with whoever acted.
    private static let entries = """
        SELECT intents.*, (
            SELECT max(at) FROM intentMoments
            WHERE intentMoments.token = intents.token AND intentMoments.operator IS NOT NULL
        ) AS sentAt FROM intents
        """

    private static func entry(_ token: String, _ db: Database) throws -> JournalEntry? {
        try Row.fetchOne(db, sql: "\(entries) WHERE token = ?", arguments: [token]).map(JournalEntry.init)
    }

    private static func note(
        _ token: String, _ state: IntentState, _ operatorName: String?, _ message: String?, _ db: Database, at now: Date
    ) throws {
        try db.execute(
            sql: "INSERT INTO intentMoments (token, at, state, operator, message) VALUES (?, ?, ?, ?, ?)",
            arguments: [token, now, state.rawValue, operatorName, message])
    }
}

extension IntentState {
    fileprivate init(_ row: Row) throws {
        let name: String = row["state"]
        guard let state = IntentState(rawValue: name) else { throw LedgerError.unreadable("the state \"\(name)\"") }
        self = state
    }
}

extension JournalEntry {
    fileprivate init(_ row: Row) throws {
        let account: String? = row["account"]
        let region: String = row["region"]
        self.init(
            intent: Intent(
                token: row["token"], walkthrough: row["walkthrough"], account: account.map { AccountID($0) },
                region: Region(region), call: row["call"], resource: row["resource"], request: row["request"],
                operatorName: row["operator"]),
            intendedAt: row["intendedAt"], state: try IntentState(row), identifier: row["identifier"],
            message: row["message"], changedAt: row["changedAt"], made: row["made"], endedAt: row["endedAt"],
            sentAt: row["sentAt"] ?? row["intendedAt"])
    }
}
