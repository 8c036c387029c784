import AWSCore
import SimulatedAWS

/// A transport to a simulated account that keeps what was sent, and dies with its process.
final class WatchedTransport: Transport {
    private let aws: SimulatedAWS
    private let crash: Crash?
    private let before: (@Sendable (HTTPRequest) -> Void)?
    private let log = Lock<[HTTPRequest]>([])

    /// - Parameter before: called before each request leaves.
    init(_ aws: SimulatedAWS, crash: Crash? = nil, before: (@Sendable (HTTPRequest) -> Void)? = nil) {
        self.aws = aws
        self.crash = crash
        self.before = before
    }

    var requests: [HTTPRequest] { log.withLock { $0 } }

    func send(_ request: HTTPRequest, timeouts: Timeouts) async throws(TransportError) -> HTTPResponse {
        guard crash?.step() != .dead else { throw .cancelled }
        before?(request)
        log.withLock { $0.append(request) }
        let response = try await aws.send(request, timeouts: timeouts)
        guard crash?.step() != .dead else { throw .cancelled }
        return response
    }
}
