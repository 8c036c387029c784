/// How many calls of one service in one region are in flight: doubles with each round trip while nothing throttles,
/// shrinks when AWS throttles.
final class ConcurrencyLimit: Sendable {
    private struct State: Sendable {
        var limit = ConcurrencyLimit.initial
        var inFlight = 0
        var waiting: [CheckedContinuation<Void, Never>] = []
        var firstWaiting = 0
        /// Starts of calls are numbered; a throttled call that started before the last decrease lowers nothing again.
        var started = 0
        var lastDecrease = 0
        var wasThrottled = false
    }

    static let initial = 128.0
    static let smallest = 4.0
    static let largest = 256.0

    private let state = Lock(State())

    /// How many calls may be in flight now.
    var admitted: Int { state.withLock { Int($0.limit) } }

    var isBusy: Bool { state.withLock { $0.inFlight > 0 } }

    /// Waits for a place. The number it returns goes to `release`.
    func acquire() async -> Int {
        let immediate: Int? = state.withLock { state in
            guard state.inFlight < Int(state.limit) else { return nil }
            state.inFlight += 1
            state.started += 1
            return state.started
        }
        if let immediate { return immediate }
        await withCheckedContinuation { continuation in
            let admitted = state.withLock { state in
                guard state.inFlight >= Int(state.limit) else {
                    state.inFlight += 1
                    return true
                }
                state.waiting.append(continuation)
                return false
            }
            if admitted { continuation.resume() }
        }
        return state.withLock { state in
            state.started += 1
            return state.started
        }
    }

    /// Gives the place back and says how the call went.
    func release(_ number: Int, throttled: Bool) {
        let admitted: [CheckedContinuation<Void, Never>] = state.withLock { state in
            state.inFlight -= 1
            if throttled {
                state.wasThrottled = true
                if number > state.lastDecrease {
                    state.limit = max(Self.smallest, state.limit * 0.7)
                    state.lastDecrease = state.started
                }
            } else {
                state.limit = min(Self.largest, state.limit + (state.wasThrottled ? 1 / state.limit : 1))
            }
            return Self.admit(&state)
        }
        admitted.forEach { $0.resume() }
    }

    /// Callers that fit below the limit now, oldest first.
    private static func admit(_ state: inout State) -> [CheckedContinuation<Void, Never>] {
        var admitted: [CheckedContinuation<Void, Never>] = []
        while state.inFlight < Int(state.limit), state.firstWaiting < state.waiting.count {
            admitted.append(state.waiting[state.firstWaiting])
            state.firstWaiting += 1
            state.inFlight += 1
        }
        if state.firstWaiting == state.waiting.count {
            state.waiting.removeAll(keepingCapacity: true)
            state.firstWaiting = 0
        } else if state.firstWaiting > 1_024 {
            state.waiting.removeFirst(state.firstWaiting)
            state.firstWaiting = 0
        }
        return admitted
    }
}
