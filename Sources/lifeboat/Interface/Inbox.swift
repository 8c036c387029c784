import Console
import CursesTerminal
import Foundation

/// Messages from work beside the interface, taken by the main thread; each wakes it.
final class Inbox: @unchecked Sendable {
    private let lock = NSLock()
    private var messages: [Message] = []
    private var waker: TerminalWaker?

    func wakes(_ waker: TerminalWaker) { lock.withLock { self.waker = waker } }

    func post(_ message: Message) {
        let waker = lock.withLock {
            messages.append(message)
            return self.waker
        }
        waker?.wake()
    }

    func drain() -> [Message] {
        lock.withLock {
            defer { messages = [] }
            return messages
        }
    }
}
