import AWSModel

/// The keys that `aws login` left in its cache, for as long as they last: 15 minutes.
struct LoginCredentials: CredentialsSource {
    private let profile: String
    private let cacheFile: String
    private let effects: CredentialsEffects

    /// Nil when the profile has no `login_session`.
    init?(profile: String, section: ConfigSection?, configuration: ClientConfiguration, effects: CredentialsEffects) {
        guard let session = section?["login_session"] else { return nil }
        self.profile = profile
        self.effects = effects
        let directory = configuration.environment.nonEmpty("AWS_LOGIN_CACHE_DIRECTORY") ?? "~/.aws/login/cache"
        cacheFile =
            configuration.home.expand(directory) + "/\(Digest.hex(Digest.sha256(Array(session.utf8)))).json"
    }

    var name: String { "profile \(profile) (aws login)" }
    var renewal: CredentialsRenewal { .byOperator(advice) }
    private var advice: String { "run `aws login\(profile == "default" ? "" : " --profile \(profile)")`" }

    func load() async throws(CredentialsError) -> Credentials? {
        let bytes: [UInt8]?
        do {
            bytes = try effects.files.read(cacheFile)
        } catch {
            throw CredentialsError(.sourceFailed, "the session of \(name) cannot be read: \(error)")
        }
        guard let bytes else { throw CredentialsError(.sourceFailed, "\(name) has no session; \(advice)") }
        guard let token = try? JSONReply.decode(Session.self, from: bytes).accessToken,
            let expiration = ISO8601Timestamp.parse(token.expiresAt)
        else {
            throw CredentialsError(.malformedFile, "\(cacheFile) is not a session as `aws login` writes it; \(advice)")
        }
        guard expiration > effects.now() else {
            throw CredentialsError(.sourceFailed, "the keys of \(name) have expired; \(advice)")
        }
        return Credentials(
            accessKeyID: token.accessKeyId, secretAccessKey: token.secretAccessKey, sessionToken: token.sessionToken,
            expiration: expiration, account: token.accountId.map { AccountID($0) }, source: name)
    }

    private struct Session: Decodable {
        struct Token: Decodable {
            let accessKeyId: String
            let secretAccessKey: String
            let sessionToken: String
            let accountId: String?
            let expiresAt: String
        }
        let accessToken: Token
    }
}
