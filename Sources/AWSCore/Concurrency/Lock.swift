package import Glibc

/// A value behind a pthread mutex.
///
/// Inlinable, for other targets would else go through Swift's generic machinery at each call.
/// Not `Synchronization.Mutex`: the thread sanitizer does not see that one and reports races that are none.
package final class Lock<State: Sendable>: @unchecked Sendable {
    @usableFromInline var state: State
    @usableFromInline let mutex: UnsafeMutablePointer<pthread_mutex_t>

    @inlinable package init(_ state: State) {
        self.state = state
        mutex = .allocate(capacity: 1)
        mutex.initialize(to: pthread_mutex_t())
        pthread_mutex_init(mutex, nil)
    }

    @inlinable deinit {
        pthread_mutex_destroy(mutex)
        mutex.deinitialize(count: 1)
        mutex.deallocate()
    }

    /// Runs the body with the value held; the body must be short and may not take the same lock again.
    @inlinable package func withLock<R>(_ body: (inout State) throws -> R) rethrows -> R {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return try body(&state)
    }
}
