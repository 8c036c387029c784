import AWSModel
import Foundation
import Testing

@testable import AWSCore

@Suite struct SSOCredentialsTests {
    private static let config = """
        [profile p]
        sso_session = corp
        sso_account_id = 123456789012
        sso_role_name = Reader
        [sso-session corp]
        sso_region = eu-central-1
        sso_start_url = https://corp.awsapps.com/start
        """
    private static let legacy = """
        [profile p]
        sso_account_id = 123456789012
        sso_role_name = Reader
        sso_region = eu-central-1
        sso_start_url = https://corp.awsapps.com/start
        """
    private static func path(_ name: String) -> String {
        "/home/me/.aws/sso/cache/\(Digest.hex(Digest.sha1(Array(name.utf8)))).json"
    }
    private static func token(_ expiresAt: String, renewable: Bool = true) -> String {
        let renewal =
            #","refreshToken":"old-refresh","clientId":"id","clientSecret":"cs","registrationExpiresAt":"2027-01-01T00:00:00Z""#
        return #"{"startUrl":"https://corp.awsapps.com/start","accessToken":"old","expiresAt":"\#(expiresAt)""#
            + (renewable ? renewal : "") + "}"
    }
    private static let keys =
        #"{"roleCredentials":{"accessKeyId":"ASIASSO","secretAccessKey":"s","sessionToken":"t","expiration":1795208400000}}"#

    /// Portal and token service, both well.
    private static func healthy(_ request: HTTPRequest, _: Int) -> HTTPResponse {
        request.origin.host.hasPrefix("oidc.")
            ? .ok(#"{"accessToken":"new","expiresIn":28800,"refreshToken":"new-refresh"}"#) : .ok(keys)
    }

    private func resolve(
        _ files: [String: String], config: String = config,
        transport: ScriptedTransport = ScriptedTransport.answering(healthy)
    ) async throws -> (Credentials, CredentialsOrigin?) {
        try await resolveCredentials(config: config, profile: "p", others: files) { $0.transport = transport }
    }

    @Test("a valid token of the session brings the role's credentials from the portal of the session's region")
    func session() async throws {
        let transport = ScriptedTransport.answering(Self.healthy)
        let (keys, origin) = try await resolve(
            [Self.path("corp"): Self.token("2026-11-20T23:00:00Z")], transport: transport)
        #expect(keys.accessKeyID == "ASIASSO")
        #expect(keys.account == "123456789012")
        #expect(keys.expiration == CredentialsEffects.fixedNow + 3600)
        #expect(
            transport.requests.map(\.url) == [
                "https://portal.sso.eu-central-1.amazonaws.com/federation/credentials?role_name=Reader&account_id=123456789012"
            ])
        #expect(transport.requests.first?.headers["x-amz-sso_bearer_token"] == "old")
        #expect(
            origin
                == CredentialsOrigin(
                    source: "profile p (SSO)", renewal: .automatic,
                    refreshNeeds: [RegionalDependency(service: "IAM Identity Center", region: "eu-central-1")]))
    }

    @Test("the older kind of profile keeps its token under the start URL, with the old way of writing UTC")
    func legacyProfile() async throws {
        let (keys, origin) = try await resolve(
            [Self.path("https://corp.awsapps.com/start"): Self.token("2026-11-20T23:00:00UTC")], config: Self.legacy)
        #expect(keys.accessKeyID == "ASIASSO")
        #expect(origin?.renewal == .byOperator("run `aws sso login --profile p`"))
    }

    @Test("an expired token is refreshed and written back with all that the file held")
    func refresh() async throws {
        let transport = ScriptedTransport.answering(Self.healthy)
        let files = MemoryFiles([
            "/home/me/.aws/config": Self.config, Self.path("corp"): Self.token("2026-11-20T19:00:00Z"),
        ])
        _ = try await resolveCredentials(profile: "p") {
            $0.transport = transport
            $0.files = files
        }
        let request = try #require(transport.requests.first)
        #expect(request.url == "https://oidc.eu-central-1.amazonaws.com/token")
        #expect(
            String(decoding: request.body, as: UTF8.self)
                == #"{"clientId":"id","clientSecret":"cs","grantType":"refresh_token","refreshToken":"old-refresh"}"#)
        #expect(transport.requests.last?.headers["x-amz-sso_bearer_token"] == "new")
        let written = try #require(files.text(Self.path("corp")))
        for part in [
            #""accessToken":"new""#, #""refreshToken":"new-refresh""#, #""expiresAt":"2026-11-21T04:00:00Z""#,
            #""clientId":"id""#, #""registrationExpiresAt":"2027-01-01T00:00:00Z""#, "startUrl",
        ] {
            #expect(written.contains(part))
        }
    }

    @Test("a token that is about to end but cannot be refreshed is used while it lasts")
    func refreshFails() async throws {
        let transport = ScriptedTransport.answering { request, _ in
            request.origin.host.hasPrefix("oidc.") ? .status(400) : .ok(Self.keys)
        }
        let (keys, _) = try await resolve(
            [Self.path("corp"): Self.token("2026-11-20T20:05:00Z")], transport: transport)
        #expect(keys.accessKeyID == "ASIASSO")
        #expect(transport.requests.last?.headers["x-amz-sso_bearer_token"] == "old")
    }

    @Test("an expired token that cannot be refreshed says how to sign in")
    func expired() async {
        let error = await failure {
            try await resolve([Self.path("corp"): Self.token("2026-11-20T19:00:00Z", renewable: false)])
        }
        #expect(error == "the SSO session \"corp\" has expired; run `aws sso login --profile p`")
    }

    @Test("a session that was ended elsewhere, a missing one and a role that is not granted are told apart")
    func failures() async {
        let valid = [Self.path("corp"): Self.token("2026-11-20T23:00:00Z")]
        let ended = await failure {
            try await resolve(valid, transport: ScriptedTransport.answering { _, _ in .status(401) })
        }
        #expect(ended == "the SSO session of profile \"p\" has ended; run `aws sso login --profile p`")
        let missing = await failure { try await resolve([:]) }
        #expect(missing == "there is no SSO session \"corp\"; run `aws sso login --profile p`")
        let denied = await failure {
            try await resolve(valid, transport: ScriptedTransport.answering { _, _ in .status(403) })
        }
        #expect(denied?.contains("see whether the role is granted to you") == true)
        let broken = await failure { try await resolve([Self.path("corp"): #"{"accessToken":"hush""#]) }
        #expect(broken?.contains("is not a token as `aws sso login` writes it") == true)
        #expect(broken?.contains("hush") == false)
    }

    @Test(
        "settings that are missing or contradict are named",
        arguments: [
            (
                legacy.replacing("sso_region", with: "sso_other"),
                "profile \"p\" uses SSO but has no sso_region; run `aws configure sso`"
            ),
            (
                config.replacing("[sso-session corp]", with: "[sso-session other]"),
                "profile \"p\" names the sso-session \"corp\", which is nowhere; run `aws configure sso`"
            ),
            (
                config.replacing("sso_session =", with: "sso_region = us-east-1\nsso_session ="),
                "sso_region of profile \"p\" is not that of its sso-session \"corp\"; remove it from the profile"
            ),
        ])
    func settings(config: String, message: String) async {
        #expect(await failure { try await resolve([:], config: config) } == message)
    }
}
