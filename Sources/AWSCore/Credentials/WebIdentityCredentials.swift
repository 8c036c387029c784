import Foundation

/// The credentials of a role assumed with the token of an identity provider, as pods and CI jobs do.
struct WebIdentityCredentials: CredentialsSource {
    private let profile: String
    private let roleARN: String
    private let sessionName: String?
    private let tokenFile: String
    private let tokens: SecurityTokens

    /// Nil when neither the environment nor the profile names a token file.
    /// - Parameter environment: empty where a profile was named explicitly or is a source profile (6.6).
    init?(
        profile: String, section: ConfigSection?, environment: [String: String], home: HomeDirectory,
        tokens: (_ roleARN: String) -> SecurityTokens
    ) throws(CredentialsError) {
        func setting(_ variable: String, _ name: String) -> String? { environment.nonEmpty(variable) ?? section?[name] }
        guard let file = setting("AWS_WEB_IDENTITY_TOKEN_FILE", "web_identity_token_file") else { return nil }
        guard let role = setting("AWS_ROLE_ARN", "role_arn") else {
            throw CredentialsError(
                .sourceFailed,
                "a web identity token file is named but no role; set AWS_ROLE_ARN, or role_arn of profile \"\(profile)\""
            )
        }
        self.profile = profile
        roleARN = role
        sessionName = setting("AWS_ROLE_SESSION_NAME", "role_session_name")
        tokenFile = home.expand(file)
        self.tokens = tokens(role)
    }

    var name: String { "web identity (role \(roleARN))" }
    var renewal: CredentialsRenewal { .automatic }
    var refreshNeeds: [RegionalDependency] { [RegionalDependency(service: "STS", region: tokens.region)] }

    func load() async throws(CredentialsError) -> Credentials? {
        let effects = tokens.client.effects
        // Read each time: whoever issues the token replaces it before it expires.
        let bytes: [UInt8]?
        do {
            bytes = try effects.files.read(tokenFile)
        } catch {
            throw CredentialsError(.sourceFailed, "the web identity token file cannot be read: \(error)")
        }
        guard let bytes else {
            throw CredentialsError(.sourceFailed, "the web identity token file \(tokenFile) does not exist; mount it")
        }
        var form = FormBody(action: "AssumeRoleWithWebIdentity", version: Service.securityTokens.apiVersion)
        form.add("RoleArn", roleARN)
        form.add("RoleSessionName", sessionName ?? SecurityTokens.defaultSessionName(at: effects.now()))
        form.add(
            "WebIdentityToken",
            String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
        return try await tokens.assume(form, for: name, signedWith: nil)
    }
}
