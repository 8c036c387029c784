import AWSModel
import Testing

@testable import AWSCore

@Suite struct LoginCredentialsTests {
    private func resolve(_ file: String?, environment: [String: String] = [:]) async throws -> (
        Credentials, CredentialsOrigin?
    ) {
        let name = "\(Digest.hex(Digest.sha256(Array("arn:aws:sts::1:session".utf8)))).json"
        let directory = environment["AWS_LOGIN_CACHE_DIRECTORY"] ?? "/home/me/.aws/login/cache"
        return try await resolveCredentials(
            config: "[default]\nlogin_session = arn:aws:sts::1:session\n", environment: environment,
            others: file.map { ["\(directory)/\(name)": $0] } ?? [:])
    }
    private static func session(_ expiresAt: String) -> String {
        """
        {"accessToken":{"accessKeyId":"ASIALOGIN","secretAccessKey":"s","sessionToken":"t","accountId":"123456789012",
        "expiresAt":"\(expiresAt)"},"refreshToken":"r","dpopKey":"k","clientId":"c"}
        """
    }

    @Test(
        "keys that have not expired are used, wherever the cache is",
        arguments: [[:], ["AWS_LOGIN_CACHE_DIRECTORY": "/c"]])
    func valid(environment: [String: String]) async throws {
        let (keys, origin) = try await resolve(Self.session("2026-11-20T20:10:00Z"), environment: environment)
        #expect(keys.accessKeyID == "ASIALOGIN")
        #expect(keys.account == "123456789012")
        #expect(origin?.renewal == .byOperator("run `aws login`"))
    }

    @Test("expired, missing and malformed sessions say what to do")
    func invalid() async {
        #expect(
            await failure { try await resolve(Self.session("2026-11-20T19:00:00Z")) }
                == "the keys of profile default (aws login) have expired; run `aws login`")
        #expect(
            await failure { try await resolve(nil) } == "profile default (aws login) has no session; run `aws login`")
        let broken = await failure { try await resolve(#"{"accessToken":{"secretAccessKey":"hush"}}"#) }
        #expect(broken?.contains("is not a session as `aws login` writes it") == true)
        #expect(broken?.contains("hush") == false)
    }
}
