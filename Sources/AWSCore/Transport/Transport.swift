/// Carries one request to a server and brings its reply; it neither signs nor retries.
package protocol Transport: Sendable {
    func send(_ request: HTTPRequest, timeouts: Timeouts) async throws(TransportError) -> HTTPResponse
}

/// How long one attempt may take.
package struct Timeouts: Hashable, Sendable {
    package var connect: Duration
    package var total: Duration

    package init(connect: Duration = .seconds(3), total: Duration = .seconds(20)) {
        self.connect = connect
        self.total = total
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
