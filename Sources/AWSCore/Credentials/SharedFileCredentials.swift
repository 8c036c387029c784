import AWSModel

/// Keys written into a profile of the credentials file or the config file.
struct SharedFileCredentials: CredentialsSource {
    private let keys: Credentials

    /// Nil when the profile has no `aws_access_key_id`.
    /// - Parameters:
    ///   - section: the profile in that file.
    ///   - path: the file.
    init?(profile: String, section: ConfigSection?, path: String) throws(CredentialsError) {
        guard let section, let id = section["aws_access_key_id"] else { return nil }
        guard let secret = section["aws_secret_access_key"] else {
            throw CredentialsError(
                .sourceFailed,
                "profile \"\(profile)\" in \(path) has aws_access_key_id but no aws_secret_access_key; add it")
        }
        keys = Credentials(
            accessKeyID: id, secretAccessKey: secret,
            sessionToken: section["aws_session_token"] ?? section["aws_security_token"],
            account: section["aws_account_id"].map { AccountID($0) }, source: "profile \(profile) in \(path)")
    }

    var name: String { keys.source }
    var renewal: CredentialsRenewal {
        keys.sessionToken == nil ? .notNeeded : .byOperator("write fresh keys into the profile")
    }
    func load() async throws(CredentialsError) -> Credentials? { keys }
}
