/// Carries one request to a server and brings its reply; it neither signs nor retries.
package protocol Transport: Sendable {
    func send(_ request: HTTPRequest, timeouts: Timeouts) async throws(TransportError) -> HTTPResponse

    /// The same, told now and then while signs of life come: a reply that begins, a part of its body.
    func send(
        _ request: HTTPRequest, timeouts: Timeouts, signOfLife: @escaping @Sendable () -> Void
    ) async throws(TransportError) -> HTTPResponse
}

extension Transport {
    /// A transport that brings replies whole has no other sign of life.
    package func send(
        _ request: HTTPRequest, timeouts: Timeouts, signOfLife: @escaping @Sendable () -> Void
    ) async throws(TransportError) -> HTTPResponse {
        try await send(request, timeouts: timeouts)
    }
}

/// How long one attempt may take.
package struct Timeouts: Hashable, Sendable {
    package var connect: Duration
    /// Without a byte of a reply. Nil is as long as the whole may take.
    package var silence: Duration?
    package var total: Duration

    package init(connect: Duration = .seconds(3), silence: Duration? = nil, total: Duration = .seconds(20)) {
        self.connect = connect
        self.silence = silence
        self.total = total
    }

    /// Long enough for a page of ten thousand over a slow line, short for a server that says nothing.
    package static let scanning = Timeouts(connect: .seconds(3), silence: .seconds(10), total: .seconds(60))

    /// The same where a server has only so long left to give a sign of life.
    func waiting(atMost left: Duration) -> Timeouts {
        Timeouts(connect: min(connect, left), silence: min(silence ?? total, left), total: total)
    }
}

/// Why no reply came. The text says what the library said and holds no secret.
package enum TransportError: Error, Hashable, Sendable {
    /// The name could not be resolved.
    case nameResolution(String)
    /// No connection could be made: refused, no route.
    case connect(String)
    /// The certificate or the TLS handshake was refused.
    case tls(String)
    /// Connecting or the whole took longer than allowed.
    case timedOut(String)
    /// The connection broke before the reply was whole.
    case connectionLost(String)
    case cancelled
    case other(String)
}

extension TransportError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .nameResolution(let text): "name not resolved: \(text)"
        case .connect(let text): "no connection: \(text)"
        case .tls(let text): "TLS failed: \(text)"
        case .timedOut(let text): "timed out: \(text)"
        case .connectionLost(let text): "connection lost: \(text)"
        case .cancelled: "cancelled"
        case .other(let text): text
        }
    }
}
