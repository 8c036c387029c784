import Foundation

/// A process that acts: told apart from any other of its host, also one that had the same number before.
package struct LeaseHolder: Hashable, Sendable {
    package var host: String
    /// Of the host's present start; another after a reboot.
    package var boot: String
    /// Of process numbers: containers of one host count them apart.
    package var namespace: String
    package var process: Int32
    /// Ticks since the host's start.
    package var started: Int64
    /// "user@host"
    package var operatorName: String

    package init(
        host: String, boot: String, namespace: String, process: Int32, started: Int64, operatorName: String
    ) {
        self.host = host
        self.boot = boot
        self.namespace = namespace
        self.process = process
        self.started = started
        self.operatorName = operatorName
    }

    /// This process.
    package static var current: LeaseHolder {
        let host = ProcessInfo.processInfo.hostName
        let process = getpid()
        return LeaseHolder(
            host: host, boot: Self.text(of: "/proc/sys/kernel/random/boot_id"),
            namespace: (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/pid")) ?? "",
            process: process, started: Self.start(of: process) ?? 0, operatorName: "\(NSUserName())@\(host)")
    }

    /// Whether its process is known to run no more, as another process sees it; false where that cannot be seen.
    ///
    /// - Parameter startOf: when the process of a number was started, in ticks; nil where there is none.
    package func isGone(seenFrom observer: LeaseHolder, startOf: (Int32) -> Int64? = LeaseHolder.start) -> Bool {
        guard !boot.isEmpty, !observer.boot.isEmpty else { return false }
        guard boot == observer.boot else { return host == observer.host }
        guard namespace == observer.namespace else { return false }
        return startOf(process) != started
    }

    /// When the process of this number was started, in ticks since the host's start; nil where there is none.
    package static func start(of process: Int32) -> Int64? {
        // The second field is the program's name in parentheses, and may hold anything.
        let status = text(of: "/proc/\(process)/stat")
        guard let name = status.lastIndex(of: ")") else { return nil }
        let fields = status[status.index(after: name)...].split(separator: " ")
        // A zombie's work has ended.
        guard fields.count > 19, fields[0] != "Z", fields[0] != "X" else { return nil }
        return Int64(fields[19])
    }

    private static func text(of path: String) -> String {
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
