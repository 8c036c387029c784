import AWSModel
import Foundation

/// The token that `aws sso login` left in `~/.aws/sso/cache`, refreshed and written back where that is allowed.
struct SSOTokenCache: Sendable {
    private let settings: SSOSettings
    private let path: String
    private let client: CredentialsClient
    /// "run `aws sso login --profile x`"
    private let advice: String

    init(_ settings: SSOSettings, home: HomeDirectory, client: CredentialsClient, advice: String) {
        self.settings = settings
        self.client = client
        self.advice = advice
        let name = Digest.hex(Digest.sha1(Array((settings.session ?? settings.startURL).utf8)))
        path = home.expand("~/.aws/sso/cache/\(name).json")
    }

    /// Whether the token can be renewed without the operator.
    var canRefresh: Bool { (try? load())?.refreshRequest != nil && settings.session != nil }

    /// A token that is still valid.
    func token() async throws(CredentialsError) -> String {
        let cached = try load()
        let now = client.effects.now()
        if settings.session != nil, cached.expiration < now + Self.window,
            let fresh = await refresh(cached, at: now)
        {
            return fresh
        }
        if cached.expiration > now { return cached.accessToken }
        // Another program may have refreshed it meanwhile, and a refresh token serves once.
        let latest = try load()
        guard latest.expiration > now else {
            throw CredentialsError(.sourceFailed, "the SSO session \(label) has expired; \(advice)")
        }
        return latest.accessToken
    }

    private func load() throws(CredentialsError) -> SSOToken {
        let bytes: [UInt8]?
        do {
            bytes = try client.effects.files.read(path)
        } catch {
            throw CredentialsError(.sourceFailed, "the token of the SSO session \(label) cannot be read: \(error)")
        }
        guard let bytes else {
            throw CredentialsError(.sourceFailed, "there is no SSO session \(label); \(advice)")
        }
        guard let token = SSOToken(bytes) else {
            throw CredentialsError(.malformedFile, "\(path) is not a token as `aws sso login` writes it; \(advice)")
        }
        return token
    }

    /// Nil when it cannot be refreshed, or was refused.
    private func refresh(_ token: SSOToken, at now: Date) async -> String? {
        guard let body = token.refreshRequest, token.registrationExpiration ?? .distantPast > now else { return nil }
        let request = OperationRequest(
            method: .post, path: "/token", headers: ["Content-Type": "application/json"], body: body)
        guard let response = try? await client.send(request, to: .ssoTokens, in: settings.region),
            response.status == 200, let reply = try? JSONReply.decode(Reply.self, from: response.body)
        else { return nil }
        let expiration = now + TimeInterval(reply.expiresIn)
        if let bytes = token.renewed(reply.accessToken, until: expiration, refreshToken: reply.refreshToken) {
            // A cache that cannot be written costs the next program a login, not this one its token.
            try? client.effects.files.replace(path, with: bytes)
        }
        return reply.accessToken
    }

    private var label: String { "\"\(settings.session ?? settings.startURL)\"" }
    /// Seconds before the end in which a token is renewed.
    private static let window: TimeInterval = 15 * 60

    private struct Reply: Decodable {
        let accessToken: String
        /// Seconds.
        let expiresIn: Int
        let refreshToken: String?
    }
}

/// A cached token with all that the file holds beside it, so that nothing is lost when it is written back.
private struct SSOToken {
    private let members: [String: Any]
    let accessToken: String
    let expiration: Date

    init?(_ bytes: [UInt8]) {
        guard let members = (try? JSONSerialization.jsonObject(with: Data(bytes))) as? [String: Any],
            let accessToken = members["accessToken"] as? String,
            let expiration = (members["expiresAt"] as? String).flatMap(ISO8601Timestamp.parse)
        else { return nil }
        self.members = members
        self.accessToken = accessToken
        self.expiration = expiration
    }

    var registrationExpiration: Date? {
        (members["registrationExpiresAt"] as? String).flatMap(ISO8601Timestamp.parse)
    }

    /// The body of `CreateToken`; nil when the token came without the means to renew it.
    var refreshRequest: [UInt8]? {
        guard let id = members["clientId"] as? String, let secret = members["clientSecret"] as? String,
            let refresh = members["refreshToken"] as? String,
            let body = try? JSONSerialization.data(
                withJSONObject: [
                    "clientId": id, "clientSecret": secret, "refreshToken": refresh, "grantType": "refresh_token",
                ], options: .sortedKeys)
        else { return nil }
        return Array(body)
    }

    /// The file with a new token in it.
    func renewed(_ accessToken: String, until expiration: Date, refreshToken: String?) -> [UInt8]? {
        var members = members
        members["accessToken"] = accessToken
        members["expiresAt"] = expiration.ISO8601Format()
        members["refreshToken"] = refreshToken ?? members["refreshToken"]
        return (try? JSONSerialization.data(withJSONObject: members, options: .sortedKeys)).map(Array.init)
    }
}
