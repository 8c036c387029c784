import AWSModel
import Foundation

/// Keys as JSON: what credential programs, containers and instances answer with.
struct KeyDocument: Decodable {
    var version: Int?
    /// "Success", or an instance's reason for having none.
    var code: String?
    var message: String?
    var accessKeyID: String?
    var secretAccessKey: String?
    var token: String?
    var sessionToken: String?
    var expiration: String?
    var account: String?

    private enum CodingKeys: String, CodingKey {
        case version = "Version", code = "Code", message = "Message", accessKeyID = "AccessKeyId"
        case secretAccessKey = "SecretAccessKey", token = "Token", sessionToken = "SessionToken"
        case expiration = "Expiration", account = "AccountId"
    }

    /// - Throws: `CredentialsError` naming what is missing.
    func credentials(
        of who: String, account fallback: String? = nil, advice: String
    ) throws(CredentialsError) -> Credentials {
        guard let accessKeyID, !accessKeyID.isEmpty, let secretAccessKey, !secretAccessKey.isEmpty else {
            throw CredentialsError(
                .sourceFailed, "\(who) gave no AccessKeyId or no SecretAccessKey; \(advice)")
        }
        var date: Date?
        if let expiration {
            guard let parsed = ISO8601Timestamp.parse(expiration) else {
                throw CredentialsError(
                    .sourceFailed, "\(who) gave an Expiration that is no ISO 8601 time; \(advice)")
            }
            date = parsed
        }
        return Credentials(
            accessKeyID: accessKeyID, secretAccessKey: secretAccessKey, sessionToken: sessionToken ?? token,
            expiration: date, account: (account ?? fallback).map { AccountID($0) }, source: who)
    }
}
