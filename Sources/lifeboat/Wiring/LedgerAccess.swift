import Foundation
import Ledger

/// The operator's ledger for a command.
enum LedgerAccess {
    static var path: String {
        LedgerPlace.path(environment: ProcessInfo.processInfo.environment, home: NSHomeDirectory())
    }

    /// - Throws: `Failure` that says why it cannot be written to.
    static func toWrite() throws -> Ledger {
        do { return try Ledger.open(at: path) } catch { throw Failure.couldNotTell(error.description) }
    }

    /// - Throws: `Failure` where nothing was recorded yet, or it cannot be read.
    static func toRead() throws -> Ledger {
        do { return try Ledger.openToRead(at: path) } catch { throw Failure.couldNotTell(error.description) }
    }

    /// What a command does with it, its errors told in a sentence.
    static func using<Value>(_ work: () throws(LedgerError) -> Value) throws -> Value {
        do { return try work() } catch { throw Failure.couldNotTell(error.description) }
    }
}
