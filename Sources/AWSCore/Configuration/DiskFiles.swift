import Foundation

/// The files of this machine.
package struct DiskFiles: FileStore {
    package init() {}

    package var homeDirectory: String { NSHomeDirectory() }

    package func read(_ path: String) throws(UnreadableFile) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw failure(path)
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                throw failure(path)
            }
            bytes += buffer[..<count]
            guard bytes.count <= Self.largest else { throw UnreadableFile(path: path, reason: "larger than 16 MiB") }
        }
    }

    package func replace(_ path: String, with bytes: [UInt8]) throws(UnreadableFile) {
        // In the same directory, for a rename is whole only within one file system; mkstemp makes it mode 600.
        var template = Array("\(path).XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw failure(path) }
        let temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        var done = write(bytes, to: descriptor) && fsync(descriptor) == 0
        done = close(descriptor) == 0 && done
        guard done, rename(temporary, path) == 0 else {
            let failed = failure(path)
            unlink(temporary)
            throw failed
        }
    }

    private func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written)
            }
            if count < 0 {
                if errno == EINTR { continue }
                return false
            }
            written += count
        }
        return true
    }

    private func failure(_ path: String) -> UnreadableFile {
        UnreadableFile(path: path, reason: String(cString: strerror(errno)))
    }
    private static let largest = 16 << 20
}
