import Dispatch
import Foundation

/// A lock on a folder, against other processes and other locks of this one; it is held until this value is gone.
final class FolderLock: Sendable {
    /// Whether others may hold it at the same time.
    enum Kind: Sendable {
        case shared, exclusive

        fileprivate var operation: Int32 { self == .shared ? LOCK_SH : LOCK_EX }
    }

    private let descriptor: Int32

    /// Opens the folder, which locks nothing yet; nil, and `errno` says why, where it cannot be opened.
    init?(on folder: String) {
        descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if descriptor < 0 { return nil }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Waits for whoever holds it; on a file system without locks it is free at once.
    ///
    /// - Parameter seconds: the longest wait.
    /// - Returns: False where it is still held after them.
    func take(_ kind: Kind = .exclusive, within seconds: TimeInterval) -> Bool {
        if flock(descriptor, kind.operation | LOCK_NB) == 0 || errno != EWOULDBLOCK { return true }
        let isTaken = DispatchSemaphore(value: 0)
        // flock waits without a bound. A thread that is waited for no more gives the lock back when it comes to it.
        Thread.detachNewThread {
            while flock(self.descriptor, kind.operation) != 0, errno == EINTR {}
            isTaken.signal()
        }
        return isTaken.wait(timeout: .now() + seconds) == .success
    }
}
