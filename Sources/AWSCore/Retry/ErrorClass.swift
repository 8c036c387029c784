/// What a failed attempt means for the next one (6.8, 6.9).
enum ErrorClass: Hashable, Sendable {
    case transient
    case throttling
    /// The server's clock and ours differ too much.
    case clockSkew
    /// The bucket lives elsewhere (1.23).
    case wrongRegion
    case denied
    case credentialsRejected
    case permanent
}

extension ErrorClass {
    static func of(status: Int, code: String?) -> ErrorClass {
        if let code {
            if throttlingCodes.contains(code) { return .throttling }
            if skewCodes.contains(code) { return .clockSkew }
            if wrongRegionCodes.contains(code) { return .wrongRegion }
            if transientCodes.contains(code) { return .transient }
            if rejectedCodes.contains(code) { return .credentialsRejected }
            if deniedCodes.contains(code) { return .denied }
        }
        switch status {
        case 301, 302, 307: return .wrongRegion
        case 429: return .throttling
        case 500, 502, 503, 504: return .transient
        case 401, 403: return .denied
        default: return .permanent
        }
    }

    private static let throttlingCodes: Set<String> = [
        "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottledException",
        "TooManyRequestsException", "ProvisionedThroughputExceededException", "TransactionInProgressException",
        "RequestLimitExceeded", "BandwidthLimitExceeded", "RequestThrottled", "SlowDown", "EC2ThrottledException",
    ]
    private static let transientCodes: Set<String> = [
        "RequestTimeout", "RequestTimeoutException", "PriorRequestNotComplete", "InternalError", "InternalFailure",
        "InternalServerException", "ServiceUnavailable", "ServiceUnavailableException", "OperationAborted",
    ]
    private static let skewCodes: Set<String> = [
        "RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture", "InvalidSignatureException",
        "SignatureDoesNotMatch", "AuthFailure",
    ]
    private static let wrongRegionCodes: Set<String> = [
        "PermanentRedirect", "TemporaryRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException",
    ]
    private static let rejectedCodes: Set<String> = [
        "ExpiredToken", "ExpiredTokenException", "InvalidClientTokenId", "UnrecognizedClientException",
        "InvalidAccessKeyId", "InvalidToken", "MissingAuthenticationToken", "MissingAuthenticationTokenException",
        "IncompleteSignature", "OptInRequired",
    ]
    private static let deniedCodes: Set<String> = [
        "AccessDenied", "AccessDeniedException", "AllAccessDisabled", "UnauthorizedOperation", "AuthorizationError",
        "UnauthorizedAccess", "NotAuthorized",
    ]
}
