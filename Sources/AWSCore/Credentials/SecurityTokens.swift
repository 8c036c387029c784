import AWSModel
import Foundation

/// Asks STS for the credentials of a role and reads its reply.
struct SecurityTokens: Sendable {
    let client: CredentialsClient
    /// Its regional host is asked, never the global one.
    let region: Region

    /// - Parameters:
    ///   - who: what the credentials and errors are named after, "profile prod (assume-role)".
    ///   - credentials: what the call is signed with; nil leaves it unsigned.
    func assume(
        _ form: FormBody, for who: String, signedWith credentials: Credentials?
    ) async throws(CredentialsError) -> Credentials {
        let request = OperationRequest(
            method: .post, headers: ["Content-Type": FormBody.contentType], body: form.bytes)
        let response = try await client.send(request, to: .securityTokens, in: region, signedWith: credentials)
        guard response.status == 200 else { throw refusal(response, who) }
        let document: XMLElement
        do {
            document = try XMLDocument.parse(response.body)
        } catch {
            throw CredentialsError(
                .sourceFailed,
                "\(who): the reply of STS in \(region.name) is \(error); see whether a proxy answers for it")
        }
        guard let result = document.children.first(where: { $0.name.hasSuffix("Result") }),
            let keys = result["Credentials"], let id = keys.text("AccessKeyId"),
            let secret = keys.text("SecretAccessKey"), let token = keys.text("SessionToken"),
            let expiration = keys.text("Expiration").flatMap(ISO8601Timestamp.parse)
        else {
            throw CredentialsError(
                .sourceFailed, "\(who): the reply of STS in \(region.name) lacks credentials; try again")
        }
        return Credentials(
            accessKeyID: id, secretAccessKey: secret, sessionToken: token, expiration: expiration,
            account: result["AssumedRoleUser"]?.text("Arn").flatMap { ARN($0)?.account }, source: who)
    }

    private func refusal(_ response: HTTPResponse, _ who: String) -> CredentialsError {
        let error = ServiceErrorReply(response, wire: .query)
        guard let code = error.code else {
            return CredentialsError(
                .sourceFailed,
                "\(who): STS in \(region.name) answered with status \(response.status) and no reason; "
                    + "see whether a proxy answers for it")
        }
        return CredentialsError(
            .sourceFailed,
            "\(who): STS in \(region.name) refused: \(code), \((error.message ?? "no reason given").prefix(400)); "
                + "see the role's trust policy and the keys it is assumed with")
    }

    /// Unique enough for the trail of an account; an operator's own name goes in `role_session_name`.
    static func defaultSessionName(at now: Date) -> String { "lifeboat-\(Int(now.timeIntervalSince1970))" }

    /// The configured region, or that of the role's partition where STS always is.
    static func region(_ configured: Region?, roleARN: String) -> Region {
        configured ?? ARN(roleARN).flatMap { Partition.named($0.partition) }?.globalRegion ?? Partition.aws.globalRegion
    }
}
