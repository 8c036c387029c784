import AWSModel
import Foundation

/// The credentials of a role that IAM Identity Center grants to who signed in with `aws sso login`.
struct SSOCredentials: CredentialsSource {
    private let profile: String
    private let settings: SSOSettings
    private let cache: SSOTokenCache
    private let client: CredentialsClient

    /// Nil when the profile names neither an account nor a role of IAM Identity Center.
    init?(profile: String, configuration: ClientConfiguration, client: CredentialsClient) throws(CredentialsError) {
        guard let settings = try SSOSettings(profile: profile, shared: configuration.shared) else { return nil }
        self.profile = profile
        self.settings = settings
        self.client = client
        cache = SSOTokenCache(settings, home: configuration.home, client: client, advice: Self.advice(profile))
    }

    var name: String { "profile \(profile) (SSO)" }
    var renewal: CredentialsRenewal { cache.canRefresh ? .automatic : .byOperator(Self.advice(profile)) }
    var refreshNeeds: [RegionalDependency] {
        [RegionalDependency(service: "IAM Identity Center", region: settings.region)]
    }

    func load() async throws(CredentialsError) -> Credentials? {
        let token = try await cache.token()
        let request = OperationRequest(
            path: "/federation/credentials",
            query: [QueryItem("role_name", settings.role), QueryItem("account_id", settings.account.digits)],
            headers: ["x-amz-sso_bearer_token": token])
        let response = try await client.send(request, to: .ssoPortal, in: settings.region)
        guard response.status != 401 else {
            throw CredentialsError(
                .sourceFailed, "the SSO session of profile \"\(profile)\" has ended; \(Self.advice(profile))")
        }
        guard response.status == 200, let keys = try? JSONReply.decode(Reply.self, from: response.body).roleCredentials
        else {
            throw CredentialsError(
                .sourceFailed,
                "IAM Identity Center in \(settings.region.name) gave no credentials for role \(settings.role) of account "
                    + "\(settings.account) (status \(response.status)); see whether the role is granted to you")
        }
        return Credentials(
            accessKeyID: keys.accessKeyId, secretAccessKey: keys.secretAccessKey, sessionToken: keys.sessionToken,
            expiration: Date(timeIntervalSince1970: keys.expiration / 1000), account: settings.account, source: name)
    }

    private static func advice(_ profile: String) -> String {
        "run `aws sso login\(profile == "default" ? "" : " --profile \(profile)")`"
    }

    private struct Reply: Decodable {
        struct Keys: Decodable {
            let accessKeyId: String
            let secretAccessKey: String
            let sessionToken: String
            /// Milliseconds since 1970.
            let expiration: Double
        }
        let roleCredentials: Keys
    }
}
