import Foundation

/// A new folder among the temporary ones, for its owner alone, under a name that nobody can guess.
struct PrivateFolder {
    let path: String

    /// - Throws: `Failure` where none can be made.
    init(_ name: String) throws {
        var template = Array((NSTemporaryDirectory() + name + "-XXXXXX").utf8CString)
        // It is made by this process: what is there under a name, or a link, is never taken.
        guard mkdtemp(&template) != nil else {
            let why = String(cString: strerror(errno))
            throw Failure.couldNotTell("no folder can be made in \(NSTemporaryDirectory()): \(why)")
        }
        path = template.withUnsafeBufferPointer { bytes in
            String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
