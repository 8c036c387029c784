/// An attempt that failed: what is said of it, and whether another one may do better.
struct CallFailure: Error {
    var error: AWSError
    var kind: ErrorClass
    var retryAfter: Duration?
    var learnedSkew = false

    /// Nil when another attempt would be in vain.
    var price: RetryQuota.Price? {
        switch kind {
        case .throttling: .throttling
        case .transient:
            if case .transport(.timedOut) = error.cause { .timeout } else { .transient }
        case .clockSkew, .wrongRegion, .denied, .credentialsRejected, .permanent: nil
        }
    }
}
