@testable import AWSCore

/// Files in memory, home at `/home/me`; a path in `locked` is there but cannot be read.
final class MemoryFiles: FileStore {
    private let contents: Lock<[String: [UInt8]]>
    private let locked: Set<String>

    init(_ contents: [String: String] = [:], locked: Set<String> = []) {
        self.contents = Lock(contents.mapValues { Array($0.utf8) })
        self.locked = locked
    }

    /// The two shared files at their usual places.
    convenience init(config: String = "", credentials: String = "", others: [String: String] = [:]) {
        var files = others
        if !config.isEmpty { files["/home/me/.aws/config"] = config }
        if !credentials.isEmpty { files["/home/me/.aws/credentials"] = credentials }
        self.init(files)
    }

    let homeDirectory = "/home/me"

    func read(_ path: String) throws(UnreadableFile) -> [UInt8]? {
        if locked.contains(path) { throw UnreadableFile(path: path, reason: "Permission denied") }
        return contents.withLock { $0[path] }
    }
    func replace(_ path: String, with bytes: [UInt8]) throws(UnreadableFile) {
        contents.withLock { $0[path] = bytes }
    }
    func text(_ path: String) -> String? {
        contents.withLock { $0[path] }.map { String(decoding: $0, as: UTF8.self) }
    }
}
