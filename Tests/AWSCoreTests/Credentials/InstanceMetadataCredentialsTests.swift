import Foundation
import Testing

@testable import AWSCore

@Suite struct InstanceMetadataCredentialsTests {
    private static func instance(_ expiration: String, code: String = "Success") -> ScriptedTransport {
        ScriptedTransport.answering { request, _ in
            switch request.path {
            case "/latest/api/token" where request.method == .put: .ok("token")
            case "/latest/meta-data/iam/security-credentials/": .ok("role\n")
            case "/latest/meta-data/iam/security-credentials/role":
                .ok(
                    """
                    {"Code":"\(code)","AccessKeyId":"ASIAINST","SecretAccessKey":"s","Token":"t",
                    "Expiration":"\(expiration)"}
                    """)
            default: .status(404)
            }
        }
    }
    private func resolve(
        _ transport: ScriptedTransport, environment: [String: String] = [:]
    ) async throws -> (Credentials, CredentialsOrigin?) {
        try await resolveCredentials(environment: environment) { $0.transport = transport }
    }

    @Test("a session token is fetched first and sent with each question")
    func version2() async throws {
        let transport = Self.instance("2026-11-20T23:00:00Z")
        let (keys, origin) = try await resolve(transport)
        #expect(keys.accessKeyID == "ASIAINST")
        #expect(keys.sessionToken == "t")
        #expect(origin?.source == "instance role")
        #expect(transport.requests.map(\.method) == [.put, .get, .get])
        #expect(transport.requests.first?.headers["x-aws-ec2-metadata-token-ttl-seconds"] == "21600")
        #expect(transport.requests.dropFirst().allSatisfy { $0.headers["x-aws-ec2-metadata-token"] == "token" })
        #expect(transport.requests.allSatisfy { $0.origin.description == "http://169.254.169.254" })
    }

    @Test("without a session token nothing more is asked: never version 1", arguments: [400, 403, 404, 405, 500])
    func neverVersion1(status: Int) async {
        let transport = ScriptedTransport.answering { _, _ in .status(status) }
        let error = await failure { try await resolve(transport) }
        #expect(transport.requests.map(\.method) == [.put])
        #expect(error?.hasPrefix("no credentials in the environment, profile \"default\"") == true)
    }

    @Test("the environment can turn it off, move it, and say how often to ask")
    func environment() async {
        let off = ScriptedTransport.silent()
        _ = await failure { try await resolve(off, environment: ["AWS_EC2_METADATA_DISABLED": "TRUE"]) }
        #expect(off.requests.isEmpty)
        let moved = ScriptedTransport.silent()
        _ = await failure {
            try await resolve(
                moved,
                environment: [
                    "AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://127.0.0.1:1338/",
                    "AWS_METADATA_SERVICE_NUM_ATTEMPTS": "2",
                ])
        }
        #expect(moved.requests.map(\.url) == Array(repeating: "http://127.0.0.1:1338/latest/api/token", count: 2))
        let version6 = ScriptedTransport.silent()
        _ = await failure {
            try await resolve(version6, environment: ["AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE": "IPv6"])
        }
        #expect(version6.requests.first?.origin.host == "[fd00:ec2::254]")
    }

    @Test("keys at their end are used on and asked for again later, as in an outage of the service behind")
    func outage() async throws {
        let (keys, _) = try await resolve(Self.instance("2026-11-20T19:00:00Z"))
        #expect(keys.expiration == CredentialsEffects.fixedNow + 15 * 60)
    }

    @Test("a role that has no credentials says why")
    func noTrust() async {
        let error = await failure {
            try await resolve(Self.instance("2026-11-20T23:00:00Z", code: "AssumeRoleUnauthorizedAccess"))
        }
        #expect(error?.contains("AssumeRoleUnauthorizedAccess") == true)
    }
}
