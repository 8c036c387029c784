extension TransportError {
    /// No sign of life from the server.
    var isSilence: Bool {
        switch self {
        case .nameResolution, .connect, .timedOut: true
        case .tls, .connectionLost, .cancelled, .other: false
        }
    }
    /// The request may have reached the service before this.
    var mayFollowArrival: Bool {
        switch self {
        case .nameResolution, .connect, .tls: false
        case .timedOut, .connectionLost, .cancelled, .other: true
        }
    }
    /// Worth another attempt.
    var isPassing: Bool {
        switch self {
        case .nameResolution, .connect, .timedOut, .connectionLost: true
        case .tls, .cancelled, .other: false
        }
    }
}
