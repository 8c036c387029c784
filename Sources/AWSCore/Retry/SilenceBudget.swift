/// How long a region, or one service in it, is waited for in vain: what says nothing costs its budget once, whatever is
/// asked of it and however often.
///
/// Time counts while requests are out; the next sign of life wipes it. Ten seconds are what a server has that never
/// answered, twenty what one has that did. Once they are spent nothing is asked for a pause, then there is a new budget.
final class SilenceBudget: Sendable {
    static let untilFirstAnswer: Duration = .seconds(10)
    static let untilNextAnswer: Duration = .seconds(20)
    static let pause: Duration = .seconds(30)

    private struct State: Sendable {
        var everAnswered = false
        var requestsOut = 0
        /// Waited in vain before `countedTo`; uptime.
        var waited: Duration = .zero
        var countedTo: Duration = .zero
        var spentAt: Duration?

        var whole: Duration { everAnswered ? SilenceBudget.untilNextAnswer : SilenceBudget.untilFirstAnswer }

        mutating func count(to now: Duration) {
            if requestsOut > 0 { waited += now - countedTo }
            countedTo = now
            if waited >= whole, spentAt == nil { spentAt = now }
        }

        mutating func answered(at now: Duration) {
            everAnswered = true
            waited = .zero
            countedTo = now
            spentAt = nil
        }
    }

    private let state = Lock(State())

    /// What is left for a request that is sent now; nil when nothing may be sent. Who got it calls `ended`.
    func begin(at now: Duration) -> Duration? {
        state.withLock { state in
            state.count(to: now)
            if let spentAt = state.spentAt {
                guard now - spentAt >= Self.pause else { return nil }
                state.spentAt = nil
                state.waited = .zero
            }
            state.requestsOut += 1
            return state.whole - state.waited
        }
    }

    func signOfLife(at now: Duration) { state.withLock { $0.answered(at: now) } }

    /// The request came back, with a reply or without.
    func ended(at now: Duration, answered: Bool) {
        state.withLock { state in
            if answered { state.answered(at: now) } else { state.count(to: now) }
            state.requestsOut -= 1
        }
    }
}
