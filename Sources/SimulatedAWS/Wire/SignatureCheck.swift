import AWSCore

/// Refuses requests whose signature is not the one the account's keys make.
enum SignatureCheck {
    static func verify(_ request: HTTPRequest, _ routed: RoutedRequest, _ credentials: SimulatedCredentials)
        throws(ServiceError)
    {
    }
}
