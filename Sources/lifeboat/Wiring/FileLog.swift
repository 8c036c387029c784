import Foundation
import Logging

/// A log in a file, a line an event, times in UTC; the screen is never written to.
struct FileLog: LogHandler {
    private let descriptor: Int32
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .debug

    /// Appends to a file that its owner alone can read.
    init(path: String) throws {
        descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw Failure.usage("the log \(path) cannot be written: \(String(cString: strerror(errno)))")
        }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        // A full disk must not end the scan.
        try? Output.write("\(Date().formatted(.iso8601)) \(event.level) \(event.message)\n", to: descriptor)
    }
}
