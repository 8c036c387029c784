/// Stops calling a service in a region that cannot be reached.
///
/// It opens after three calls in a row without a connection or reply, or with the first timeout of a service that never
/// answered; one call may try again after a pause.
final class CircuitBreaker: Sendable {
    private struct State: Sendable {
        var failures = 0
        var everAnswered = false
        /// Uptime.
        var openedAt: Duration?
        var cause: TransportError?
    }

    static let failuresToOpen = 3
    /// Until one call may try again.
    static let pause: Duration = .seconds(30)

    private let state = Lock(State())

    /// Nil when a call may be made now, else why not.
    func refusal(at now: Duration) -> TransportError? {
        state.withLock { state in
            guard let openedAt = state.openedAt else { return nil }
            guard now - openedAt >= Self.pause else { return state.cause }
            state.openedAt = now
            return nil
        }
    }

    /// Why the newest call got no answer; nil once one did.
    var lastSilence: TransportError? { state.withLock(\.cause) }

    func answered() {
        state.withLock { state in
            state = State()
            state.everAnswered = true
        }
    }

    func gaveNoAnswer(_ cause: TransportError, at now: Duration) {
        state.withLock { state in
            state.failures += 1
            state.cause = cause
            // Who never answered and let a whole attempt pass is not worth another.
            var isSilent = false
            if case .timedOut = cause, !state.everAnswered { isSilent = true }
            if state.openedAt == nil, isSilent || state.failures >= Self.failuresToOpen { state.openedAt = now }
        }
    }
}
