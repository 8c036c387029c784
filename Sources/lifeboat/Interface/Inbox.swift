import Console
import Foundation

/// Messages from work beside the interface, taken by the main thread; each wakes it.
final class Inbox: @unchecked Sendable {
    private let lock = NSLock()
    private var messages: [Message] = []
    private var waker: (@Sendable (Message) -> Void)?

    /// - Parameter waker: called at each message, once it can be taken; any thread may.
    func wakes(_ waker: @escaping @Sendable (Message) -> Void) { lock.withLock { self.waker = waker } }

    func post(_ message: Message) {
        let waker = lock.withLock {
            messages.append(message)
            return self.waker
        }
        waker?(message)
    }

    func drain() -> [Message] {
        lock.withLock {
            defer { messages = [] }
            return messages
        }
    }
}
