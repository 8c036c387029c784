import Foundation
import GRDB

/// Why the ledger cannot be used, or will not write what it was given; each says it in one sentence.
package enum LedgerError: Error, Hashable, Sendable {
    /// Nothing was recorded yet.
    case missing(String)
    /// The folder or the file cannot be made, opened or written to, in the system's words.
    case inaccessible(String, reason: String)
    case readOnly(String)
    case full(String)
    case busy(String)
    /// Not a database, or another program's.
    case foreign(String)
    case damaged(String)
    case newer(String)
    /// Anything else that SQLite says.
    case failed(String, reason: String)

    /// A token that was written for another call.
    case tokenReused(token: String)
    /// Somebody wrote it before: the call may have been sent.
    case alreadyIntended(token: String, operatorName: String)
    case unknownToken(token: String)
    /// The journal knows more already than it is told now.
    case backwards(token: String, from: IntentState, to: IntentState)
    /// It was accepted before: sending it again might start it twice.
    case alreadyAccepted(token: String, identifier: String?)
    /// Accepted under one identifier, and told another.
    case anotherIdentifier(token: String, known: String, told: String)
    case unknownWalkthrough(id: String)
    /// Calls of it stand in the journal: it is gone on with to its end, and not thrown away.
    case actedIn(walkthrough: String)
    /// Somebody else acts in it now.
    case leaseLost(LeaseSubject)
    /// A row that this version does not understand.
    case unreadable(String)
    case unknownDrill(id: Int64)
}

extension LedgerError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missing(let path): "there is no ledger at \(path) yet: nothing was recorded"
        case .inaccessible(let path, let reason): "the ledger \(path) cannot be used: \(reason)"
        case .readOnly(let path): "the ledger \(path) is read-only: give yourself leave to write to it and its folder"
        case .full(let path):
            "the ledger \(path) cannot be written to: the disk is full, or a limit of file sizes is met"
        case .busy(let path): "the ledger \(path) is held by another process for too long: try again"
        case .foreign(let path):
            "the file \(path) is no ledger of Lifeboat: move it away, or name another place by LIFEBOAT_LEDGER"
        case .damaged(let path): "the ledger \(path) is damaged: move it away, and keep it, for it may be mended"
        case .newer(let path): "the ledger \(path) was written by a newer Lifeboat: use that one"
        case .failed(let path, let reason): "the ledger \(path) cannot be used: \(reason)"
        case .tokenReused(let token): "the token \(token) stands in the journal for another call"
        case .alreadyIntended(let token, let operatorName):
            "the call \(token) was begun already by \(operatorName): it is resumed, and not sent anew"
        case .unknownToken(let token): "the journal holds no call with the token \(token)"
        case .backwards(let token, let from, let to):
            "the call \(token) is \(from.words) in the journal, and cannot become \(to.words)"
        case .alreadyAccepted(let token, let identifier):
            "the call \(token) was accepted already\(identifier.map { " as \($0)" } ?? ""), and is not sent again"
        case .anotherIdentifier(let token, let known, let told):
            "the call \(token) was accepted as \(known) in the journal, and cannot become \(told)"
        case .unknownWalkthrough(let id): "the ledger holds no walkthrough \(id)"
        case .actedIn(let id):
            "calls of the walkthrough \(id) stand in the journal: it is gone on with, and not thrown away"
        case .leaseLost(let subject): "\(subject.words) was taken over by another process: nothing was written"
        case .unreadable(let what): "\(what) in the ledger is not as this version writes it"
        case .unknownDrill(let id): "the ledger holds no drill \(id)"
        }
    }
}

extension LedgerError {
    /// - Parameter error: of GRDB, or one of ours that went through it.
    init(_ error: any Error, at path: String) {
        if let known = error as? LedgerError {
            self = known
            return
        }
        guard let error = error as? DatabaseError else {
            self = .failed(path, reason: error.localizedDescription)
            return
        }
        self =
            switch error.resultCode {
            case .SQLITE_FULL: .full(path)
            case .SQLITE_READONLY: .readOnly(path)
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path)
            case .SQLITE_NOTADB: .foreign(path)
            case .SQLITE_CORRUPT: .damaged(path)
            case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: .inaccessible(path, reason: Self.openingFailure(path))
            // A file that may not grow, or a disk that gives no page to a shared map, is told as an I/O error.
            case .SQLITE_IOERR: Self.isFull(error, path) ? .full(path) : .failed(path, reason: Self.words(error))
            default: .failed(path, reason: Self.words(error))
            }
    }

    private static func words(_ error: DatabaseError) -> String {
        error.message ?? error.resultCode.description
    }

    /// Whether an input or output error came of a file that may not grow, or of a disk without room.
    private static func isFull(_ error: DatabaseError, _ path: String) -> Bool {
        let growing: [ResultCode] = [
            .SQLITE_IOERR_WRITE, .SQLITE_IOERR_SHMSIZE, .SQLITE_IOERR_SHMMAP, .SQLITE_IOERR_TRUNCATE,
            .SQLITE_IOERR_FSYNC,
        ]
        guard growing.contains(error.extendedResultCode) else { return false }
        var limit = rlimit()
        let isLimited =
            getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0 && limit.rlim_cur != rlim_t.max
        var disk = statvfs()
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let isFull = statvfs(folder, &disk) == 0 && disk.f_bavail * disk.f_frsize < 1 << 20
        return isLimited || isFull
    }

    /// Why a file does not open for writing, in the system's words.
    private static func openingFailure(_ path: String) -> String {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        for (place, mode) in [(path, R_OK), (folder, W_OK), (path, W_OK)] where access(place, mode) != 0 {
            return "\(place): \(String(cString: strerror(errno)))"
        }
        return "it does not open"
    }
}
