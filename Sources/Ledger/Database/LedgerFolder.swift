import Foundation

/// The folder of a ledger: made for its owner alone, and locked while somebody opens the ledger in it.
struct LedgerFolder {
    private let path: String
    private let ledger: String

    /// Makes the folder where it is missing.
    init(of ledger: String) throws(LedgerError) {
        self.ledger = ledger
        path = URL(fileURLWithPath: ledger).deletingLastPathComponent().path
        var status = stat()
        if stat(ledger, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            throw .inaccessible(ledger, reason: "it is not a file")
        }
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .inaccessible(ledger, reason: "its folder \(path) cannot be made: \(Self.reason(of: error))")
        }
    }

    /// Two that make the same ledger at once would stumble over each other's tables.
    func locked<Value>(_ work: () throws(LedgerError) -> Value) throws(LedgerError) -> Value {
        guard let lock = FolderLock(on: path) else {
            throw .inaccessible(ledger, reason: "\(path): \(String(cString: strerror(errno)))")
        }
        defer { withExtendedLifetime(lock) {} }
        guard lock.take(within: 10) else { throw .busy(ledger) }
        return try work()
    }

    /// Makes an empty file for its owner alone; SQLite gives its other files the same permissions.
    ///
    /// One that is there is not even opened: closing it would drop the locks of this process's other connections.
    static func makeFile(_ path: String) throws(LedgerError) {
        let descriptor = Foundation.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            close(descriptor)
            return
        }
        switch errno {
        case EEXIST: return
        case EROFS: throw .readOnly(path)
        case ENOSPC, EDQUOT: throw .full(path)
        default: throw .inaccessible(path, reason: String(cString: strerror(errno)))
        }
    }

    private static func reason(of error: any Error) -> String {
        let error = error as NSError
        let code = (error.userInfo[NSUnderlyingErrorKey] as? NSError)?.code ?? 0
        if code != 0 { return String(cString: strerror(Int32(code))) }
        return error.localizedFailureReason ?? error.localizedDescription
    }
}
