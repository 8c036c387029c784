import AWSModel

/// Makes the few calls to AWS that credentials need, at the regional hosts of the configuration's partition.
struct CredentialsClient: Sendable {
    let effects: CredentialsEffects
    let endpoints: EndpointResolver

    /// A reply of any status but 429 and 5xx, which are tried again.
    /// - Parameter credentials: what the call is signed with; nil leaves it unsigned.
    func send(
        _ request: OperationRequest, to service: Service, in region: Region, signedWith credentials: Credentials? = nil
    ) async throws(CredentialsError) -> HTTPResponse {
        let endpoint: Endpoint
        do {
            endpoint = try endpoints.resolve(service, in: region, for: request)
        } catch {
            throw CredentialsError(.sourceFailed, error.description)
        }
        let unsigned = HTTPRequest(
            method: request.method, origin: endpoint.origin, path: endpoint.path, query: request.query,
            headers: request.headers, body: request.body)
        var wait = Duration.milliseconds(200)
        var attempt = 1
        while true {
            var signed = unsigned
            if let credentials {
                effects.signer.sign(
                    &signed, with: credentials, signingName: endpoint.signingName, region: endpoint.signingRegion,
                    at: effects.now())
            }
            let failure: String
            do {
                let response = try await effects.transport.send(signed, timeouts: Self.timeouts)
                guard response.status == 429 || response.status >= 500 else { return response }
                failure = "answered with status \(response.status)"
            } catch {
                failure = "did not answer: \(error)"
                if error == .cancelled { attempt = Self.attempts }
            }
            guard attempt < Self.attempts else {
                throw CredentialsError(
                    .sourceFailed,
                    "\(service.id) in \(region.name), which gives the credentials, \(failure); "
                        + "try again, or use credentials that do not depend on \(region.name)")
            }
            attempt += 1
            await effects.pause(wait)
            wait *= 4
        }
    }

    private static let attempts = 3
    private static let timeouts = Timeouts(connect: .seconds(3), total: .seconds(10))
}

extension Service {
    static let securityTokens = Service(
        id: "STS", endpointPrefix: "sts", signingName: "sts", apiVersion: "2011-06-15", wire: .query, callPrefix: "sts")
    static let ssoPortal = Service(
        id: "SSO", endpointPrefix: "portal.sso", signingName: "awsssoportal", apiVersion: "2019-06-10",
        wire: .restJSON, callPrefix: "sso")
    static let ssoTokens = Service(
        id: "SSO OIDC", endpointPrefix: "oidc", signingName: "sso-oauth", apiVersion: "2019-06-10", wire: .restJSON,
        callPrefix: "sso-oidc")
}
