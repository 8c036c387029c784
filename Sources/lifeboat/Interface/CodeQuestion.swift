import Console
import Foundation

/// Asks the operator for the code of an MFA device, in the interface.
final class CodeQuestion: @unchecked Sendable {
    private let inbox: Inbox
    private let lock = NSLock()
    private var waiting: [CheckedContinuation<String?, Never>] = []

    init(_ inbox: Inbox) { self.inbox = inbox }

    /// Nil when the operator gave up.
    func ask(_ serial: String) async -> String? {
        await withCheckedContinuation { continuation in
            lock.withLock { waiting.append(continuation) }
            inbox.post(.codeWanted(serial: serial))
        }
    }

    func answer(_ code: String?) {
        let asked = lock.withLock {
            defer { waiting = [] }
            return waiting
        }
        for continuation in asked { continuation.resume(returning: code) }
    }
}
