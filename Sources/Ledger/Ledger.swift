import Foundation
import GRDB

/// The local database: the journal of restores, walkthroughs and who acts in them, drills, snapshots of posture.
///
/// Several processes of one host may have it open at once. What a function wrote is on the disk when it returns.
package final class Ledger: Sendable {
    package let path: String
    let queue: DatabaseQueue

    init(path: String, queue: DatabaseQueue) {
        self.path = path
        self.queue = queue
    }

    /// Opens the ledger, made anew where there is none, and proves by writing to it that it can be written to.
    ///
    /// - Throws: What stands in the way: a folder or file that cannot be written to, a full disk, a file that is no
    ///   ledger or one of a newer version.
    package static func open(at path: String) throws(LedgerError) -> Ledger {
        let folder = try LedgerFolder(of: path)
        return try folder.locked { () throws(LedgerError) in
            try LedgerFolder.makeFile(path)
            return try opened(path, readOnly: false)
        }
    }

    /// Opens a ledger that is there, to read it; nothing in it changes, unless an older version's or a broken-off
    /// making has left it without all of its tables.
    ///
    /// - Throws: `LedgerError.missing` where nothing was recorded yet.
    package static func openToRead(at path: String) throws(LedgerError) -> Ledger {
        guard access(path, F_OK) == 0 else { throw .missing(path) }
        let ledger = try opened(path, readOnly: true)
        return try ledger.read { db in try LedgerSchema.migrator.hasCompletedMigrations(db) }
            ? ledger : try open(at: path)
    }

    func read<Value>(_ work: (Database) throws -> Value) throws(LedgerError) -> Value {
        do { return try queue.read(work) } catch { throw LedgerError(error, at: path) }
    }

    /// All of the work is written, or nothing of it; nobody else writes in between.
    ///
    /// SQLite gives its lock to whoever asks at the right moment, which one who writes without a pause always does. So
    /// what has to be written now shows that it waits, by a lock on the folder, and `writeLast` looks for that.
    func write<Value>(_ work: (Database) throws -> Value) throws(LedgerError) -> Value {
        let waiting = FolderLock(on: folder)
        defer { withExtendedLifetime(waiting) {} }
        _ = waiting?.take(.shared, within: Self.courtesy)
        return try writeAtOnce(work)
    }

    /// As `write`, once all others who wait to write have done so: for a piece of something large.
    func writeLast<Value>(_ work: (Database) throws -> Value) throws(LedgerError) -> Value {
        _ = FolderLock(on: folder)?.take(within: Self.courtesy)
        return try writeAtOnce(work)
    }

    /// Seconds for which one lets others go first.
    private static let courtesy: TimeInterval = 2

    private var folder: String { URL(fileURLWithPath: path).deletingLastPathComponent().path }

    private func writeAtOnce<Value>(_ work: (Database) throws -> Value) throws(LedgerError) -> Value {
        do { return try queue.write(work) } catch { throw LedgerError(error, at: path) }
    }

    /// What the open connection answers to a question about itself, "PRAGMA synchronous".
    package func setting(_ pragma: String) throws(LedgerError) -> String? {
        try read { db in try String.fetchOne(db, sql: pragma) }
    }
}
