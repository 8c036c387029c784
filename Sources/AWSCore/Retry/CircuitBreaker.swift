import Foundation

/// Stops calling a service in a region that gives no answer, so that it costs its budget once and not once a call.
///
/// It opens after three calls in a row without a connection or reply, after ten seconds of nothing else, or with the
/// first timeout of a service that never answered; one call may try again after a pause.
final class CircuitBreaker: Sendable {
    private struct State: Sendable {
        var failures = 0
        var everAnswered = false
        var firstFailure: Date?
        var openedAt: Date?
        var cause: TransportError?
    }

    static let failuresToOpen = 3
    static let silence: TimeInterval = 10
    /// Seconds until one call may try again.
    static let pause: TimeInterval = 30

    private let state = Lock(State())

    /// Nil when a call may be made now, else why not.
    func refusal(at now: Date) -> TransportError? {
        state.withLock { state in
            guard let openedAt = state.openedAt else { return nil }
            guard now.timeIntervalSince(openedAt) >= Self.pause else { return state.cause }
            state.openedAt = now
            return nil
        }
    }

    func answered() {
        state.withLock { state in
            state = State()
            state.everAnswered = true
        }
    }

    func gaveNoAnswer(_ cause: TransportError, at now: Date) {
        state.withLock { state in
            state.failures += 1
            state.cause = cause
            let first = state.firstFailure ?? now
            state.firstFailure = first
            // Who never answered and let a whole attempt pass is not worth another.
            var isSilent = now.timeIntervalSince(first) >= Self.silence
            if case .timedOut = cause, !state.everAnswered { isSilent = true }
            if state.openedAt == nil, isSilent || state.failures >= Self.failuresToOpen { state.openedAt = now }
        }
    }
}
