import AWSModel
import Foundation

/// Keys in the environment: `AWS_ACCESS_KEY_ID` and its companions.
struct EnvironmentCredentials: CredentialsSource {
    private let keys: Credentials

    /// Nil when `AWS_ACCESS_KEY_ID` is not set.
    init?(_ environment: [String: String]) throws(CredentialsError) {
        guard let id = environment.nonEmpty("AWS_ACCESS_KEY_ID") else { return nil }
        guard let secret = environment.nonEmpty("AWS_SECRET_ACCESS_KEY") else {
            throw CredentialsError(
                .sourceFailed, "AWS_ACCESS_KEY_ID is set but AWS_SECRET_ACCESS_KEY is not; set both or neither")
        }
        var expiration: Date?
        if let text = environment.nonEmpty("AWS_CREDENTIAL_EXPIRATION") {
            guard let date = ISO8601Timestamp.parse(text) else {
                throw CredentialsError(
                    .sourceFailed, "AWS_CREDENTIAL_EXPIRATION is no ISO 8601 time; correct it or unset it")
            }
            expiration = date
        }
        keys = Credentials(
            accessKeyID: id, secretAccessKey: secret,
            sessionToken: environment.nonEmpty("AWS_SESSION_TOKEN") ?? environment.nonEmpty("AWS_SECURITY_TOKEN"),
            expiration: expiration, account: environment.nonEmpty("AWS_ACCOUNT_ID").map { AccountID($0) },
            source: "environment")
    }

    var name: String { "environment" }
    var renewal: CredentialsRenewal {
        keys.sessionToken == nil && keys.expiration == nil
            ? .notNeeded : .byOperator("set fresh keys in the environment")
    }
    func load() async throws(CredentialsError) -> Credentials? { keys }
}
