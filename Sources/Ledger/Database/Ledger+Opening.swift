import Foundation
import GRDB

extension Ledger {
    /// Seconds that a write waits for another process's.
    private static let patience: TimeInterval = 10

    static func opened(_ path: String, readOnly: Bool) throws(LedgerError) -> Ledger {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.busyMode = .timeout(patience)
        if !readOnly { configuration.journalMode = .wal }
        do {
            let ledger = Ledger(path: path, queue: try DatabaseQueue(path: path, configuration: configuration))
            try ledger.queue.inDatabase { db in try LedgerSchema.check(db, at: path) }
            guard !readOnly else { return ledger }
            // GRDB chooses NORMAL with a write-ahead log: there a commit may be lost with the power.
            try ledger.queue.inDatabase { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
            try ledger.queue.inDatabase(LedgerSchema.sign)
            try LedgerSchema.migrator.migrate(ledger.queue)
            try ledger.proveRoom()
            return ledger
        } catch {
            throw LedgerError(error, at: path)
        }
    }

    /// Writes as much as some hundreds of intents take: an intent that finds no room stops what it announces, so that
    /// is better known now.
    private func proveRoom() throws {
        try queue.write { db in
            try db.execute(sql: "DELETE FROM room")
            try db.execute(sql: "INSERT INTO room (reserve) VALUES (randomblob(65536))")
        }
    }
}
