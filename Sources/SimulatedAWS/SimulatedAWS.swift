package import AWSCore
package import AWSModel
package import Foundation

/// An AWS account in memory that answers the same wire: in process it is a transport, over a server it is an endpoint.
package final class SimulatedAWS: Transport, Sendable {
    private struct State: Sendable {
        var account: SimulatedAccount
        var clock: SimulatedClock
    }
    private let state: Lock<State>

    /// An empty account whose clock stands still at a date.
    package convenience init(account: AccountID = "123456789012", at date: Date) {
        self.init(SimulatedAccount(id: account, at: date))
    }

    package init(_ account: SimulatedAccount) {
        state = Lock(State(account: account, clock: SimulatedClock(standingAt: account.now)))
    }

    /// Reads or changes the account under its lock, at the clock's moment.
    package func configure<R: Sendable>(_ body: (inout SimulatedAccount) throws -> R) rethrows -> R {
        try state.withLock { state in
            state.account.advance(to: state.clock.now)
            return try body(&state.account)
        }
    }

    package var now: Date { state.withLock { $0.clock.now } }

    package var faults: SimulatedFaults {
        get { state.withLock { $0.account.faults.faults } }
        set { state.withLock { $0.account.faults.faults = newValue } }
    }

    /// Moves the clock; what is due by then happens, in order.
    package func advance(by duration: Duration) {
        state.withLock { state in
            state.clock.advance(by: duration)
            state.account.advance(to: state.clock.now)
        }
    }

    /// Lets the account's clock run on from where it stands, with another clock.
    package func follow(_ clock: @escaping @Sendable () -> Date) {
        state.withLock { $0.clock.follow(clock) }
    }

    /// The reply to a request, when no fault keeps it away.
    package func respond(to request: HTTPRequest) -> HTTPResponse {
        state.withLock { state in
            state.account.advance(to: state.clock.now)
            return state.account.reply(to: request)
        }
    }

    /// What becomes of a request, faults included.
    package func outcome(of request: HTTPRequest) -> SimulatedOutcome {
        if let reply = Administration.reply(to: request, on: self) { return .reply(reply, after: .zero) }
        return state.withLock { state in
            state.account.advance(to: state.clock.now)
            return state.account.outcome(of: request)
        }
    }

    package func send(_ request: HTTPRequest, timeouts: Timeouts) async throws(TransportError) -> HTTPResponse {
        switch outcome(of: request) {
        case .reply(let response, let latency):
            if latency > timeouts.total { throw .timedOut("no reply within \(timeouts.total.seconds) s") }
            if latency > .zero {
                do { try await Task.sleep(for: latency) } catch { throw .cancelled }
            }
            return response
        case .silence: throw .timedOut("no reply within \(timeouts.total.seconds) s")
        case .refusal: throw .connect("connection refused")
        case .reset: throw .connectionLost("connection reset by peer")
        }
    }
}

/// What becomes of a request.
package enum SimulatedOutcome: Hashable, Sendable {
    case reply(HTTPResponse, after: Duration)
    /// Nothing is ever answered.
    case silence
    case refusal
    /// The connection breaks before the reply.
    case reset
}
