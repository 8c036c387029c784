/// The files that configuration and credentials are read from, and the token caches that are written back.
package protocol FileStore: Sendable {
    /// Where `~` points when the environment has no `HOME`.
    var homeDirectory: String { get }

    /// The bytes of a file; nil when there is none.
    /// - Throws: `UnreadableFile` when it is there but cannot be read.
    func read(_ path: String) throws(UnreadableFile) -> [UInt8]?

    /// Puts a file in place whole, or not at all; only its owner may read it (mode 600).
    func replace(_ path: String, with bytes: [UInt8]) throws(UnreadableFile)
}

/// A file that could not be read or written, and why in the words of the system.
package struct UnreadableFile: Error, Hashable, Sendable, CustomStringConvertible {
    package let path: String
    package let reason: String

    package init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }
    package var description: String { "\(path): \(reason)" }
}
