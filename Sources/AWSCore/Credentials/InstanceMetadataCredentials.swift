import Foundation

/// The credentials of the instance's role, by version 2 of the instance metadata service and never by version 1.
struct InstanceMetadataCredentials: CredentialsSource {
    private let endpoint: CustomEndpoint
    private let timeouts: Timeouts
    private let attempts: Int
    private let effects: CredentialsEffects

    /// Nil when `AWS_EC2_METADATA_DISABLED` is true.
    init?(_ configuration: ClientConfiguration, effects: CredentialsEffects) throws(CredentialsError) {
        let environment = configuration.environment
        if environment["AWS_EC2_METADATA_DISABLED"]?.lowercased() == "true" { return nil }
        let settings = SettingLookup(
            profile: configuration.profile, shared: configuration.shared, environment: environment)
        do {
            let seconds = try settings.count("AWS_METADATA_SERVICE_TIMEOUT", "metadata_service_timeout") ?? 1
            timeouts = Timeouts(connect: .seconds(seconds), total: .seconds(seconds))
            attempts = try settings.count("AWS_METADATA_SERVICE_NUM_ATTEMPTS", "metadata_service_num_attempts") ?? 1
        } catch {
            throw CredentialsError(.sourceFailed, error.description)
        }
        let mode = settings.text("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", "ec2_metadata_service_endpoint_mode")
        let address = mode?.lowercased() == "ipv6" ? "http://[fd00:ec2::254]" : "http://169.254.169.254"
        let url = settings.text("AWS_EC2_METADATA_SERVICE_ENDPOINT", "ec2_metadata_service_endpoint") ?? address
        guard let endpoint = CustomEndpoint(url) else {
            throw CredentialsError(
                .sourceFailed, "the endpoint of the instance metadata service is not a URL; correct it or unset it")
        }
        self.endpoint = endpoint
        self.effects = effects
    }

    var name: String { "instance role" }
    var renewal: CredentialsRenewal { .automatic }

    /// Nil when nothing answers or the instance has no role.
    func load() async throws(CredentialsError) -> Credentials? {
        guard
            let token = await text(
                .put, "/latest/api/token", ["x-aws-ec2-metadata-token-ttl-seconds": "21600"])
        else { return nil }
        let headers: HTTPHeaders = ["x-aws-ec2-metadata-token": token]
        let path = "/latest/meta-data/iam/security-credentials/"
        guard let role = await text(.get, path, headers)?.split(whereSeparator: \.isNewline).first,
            let body = await text(.get, path + PercentEncoding.encode(String(role)), headers)
        else { return nil }
        let advice = "see the role of the instance"
        guard let document = try? JSONReply.decode(KeyDocument.self, from: Array(body.utf8)) else {
            throw CredentialsError(.sourceFailed, "\(name) \(role) gave a reply that is not as documented; \(advice)")
        }
        if let code = document.code, code != "Success" {
            throw CredentialsError(
                .sourceFailed,
                "\(name) \(role) has no credentials: \(code), \(document.message ?? "no reason"); \(advice)")
        }
        let keys = try document.credentials(of: name, advice: advice)
        // In an outage the service hands out keys that are at their end, and AWS honours them for longer: they are used,
        // and asked for again later.
        let horizon = effects.now() + Self.extended
        guard let expiration = keys.expiration, expiration < effects.now() + RefreshingCredentials.advisory else {
            return keys
        }
        return Credentials(
            accessKeyID: keys.accessKeyID, secretAccessKey: keys.secretAccessKey, sessionToken: keys.sessionToken,
            expiration: max(expiration, horizon), account: keys.account, source: keys.source)
    }

    /// The body of a reply with status 200; nil for any other and for none.
    private func text(_ method: HTTPRequest.Method, _ path: String, _ headers: HTTPHeaders) async -> String? {
        var request = HTTPRequest(
            method: method, origin: endpoint.origin, path: endpoint.basePath + path, headers: headers)
        request.isDirect = true
        for _ in 1...attempts {
            guard let response = try? await effects.transport.send(request, timeouts: timeouts), response.status == 200,
                !response.body.isEmpty
            else { continue }
            return String(decoding: response.body, as: UTF8.self)
        }
        return nil
    }

    /// Seconds.
    private static let extended: TimeInterval = 15 * 60
}
