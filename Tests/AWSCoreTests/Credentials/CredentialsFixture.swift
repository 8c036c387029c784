import Foundation

@testable import AWSCore

extension ScriptedTransport {
    typealias Answer = @Sendable (_ request: HTTPRequest, _ before: Int) throws(TransportError) -> HTTPResponse

    /// - Parameter answer: given the request and how many came before it.
    static func answering(_ answer: @escaping Answer) -> ScriptedTransport {
        ScriptedTransport { request, number in
            Result { () throws(TransportError) in try answer(request, number - 1) }
        }
    }

    /// Nothing answers.
    static func silent() -> ScriptedTransport { ScriptedTransport { _, _ in .failure(.connect("refused")) } }
}

extension HTTPResponse {
    static func status(_ status: Int, _ body: String = "") -> HTTPResponse {
        HTTPResponse(status: status, body: Array(body.utf8))
    }
}

extension HTTPRequest {
    /// The fields of a form.
    var form: [String: String] {
        String(decoding: body, as: UTF8.self).split(separator: "&").reduce(into: [:]) { form, item in
            let pair = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            form[String(pair[0])] = PercentEncoding.decode(pair.last ?? "")
        }
    }
}

extension CredentialsEffects {
    /// 2026-11-20T20:00:00Z
    static let fixedNow = Date(timeIntervalSince1970: 1_795_204_800)

    /// No file, no program, no terminal, no waiting; the clock stands at `fixedNow`.
    static func test(
        _ transport: any Transport = ScriptedTransport.silent(), files: any FileStore = MemoryFiles(),
        askMFACode: AskMFACode? = nil
    ) -> CredentialsEffects {
        CredentialsEffects(
            transport: transport, files: files,
            runProcess: { (words) throws(CredentialsError) in
                throw CredentialsError(.sourceFailed, "no program \(words) here")
            },
            askMFACode: askMFACode, now: { fixedNow }, pause: { _ in })
    }
}

/// Resolves as the program does: configuration, then chain.
func resolveCredentials(
    config: String = "", credentials: String = "", environment: [String: String] = [:], profile: String? = nil,
    endpointURL: String? = nil, others: [String: String] = [:],
    effects change: (inout CredentialsEffects) -> Void = { _ in }
) async throws -> (Credentials, CredentialsOrigin?) {
    let files = MemoryFiles(config: config, credentials: credentials, others: others)
    var effects = CredentialsEffects.test(files: files)
    change(&effects)
    let configuration = try ClientConfiguration(
        options: .init(profile: profile, endpointURL: endpointURL), environment: environment, files: effects.files)
    let chain = CredentialsChain(configuration, effects: effects)
    return (try await chain.credentials(), chain.origin)
}

/// What a resolution fails with.
func failure(of body: () async throws -> (Credentials, CredentialsOrigin?)) async -> String? {
    do {
        _ = try await body()
        return nil
    } catch {
        return "\(error)"
    }
}

/// What STS answers when a role is assumed: the role's name becomes the key.
func stsReply(_ request: HTTPRequest) -> HTTPResponse {
    let action = request.form["Action"] ?? ""
    let role = request.form["RoleArn"] ?? ""
    let name = role.split(separator: "/").last ?? ""
    return .ok(
        """
        <\(action)Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><\(action)Result>
        <AssumedRoleUser><Arn>arn:aws:sts::123456789012:assumed-role/\(name)/s</Arn></AssumedRoleUser>
        <Credentials><AccessKeyId>ASIA\(name.uppercased())</AccessKeyId><SecretAccessKey>hush</SecretAccessKey>
        <SessionToken>hushtoken</SessionToken><Expiration>2026-11-20T21:00:00Z</Expiration></Credentials>
        </\(action)Result></\(action)Response>
        """)
}
