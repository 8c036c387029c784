import Testing

@testable import AWSCore

@Suite struct ContainerCredentialsTests {
    private static let keys =
        #"{"AccessKeyId":"ASIATASK","SecretAccessKey":"s","Token":"t","Expiration":"2026-11-20T21:00:00Z","RoleArn":"x"}"#

    private func resolve(
        _ environment: [String: String], files: [String: String] = [:],
        transport: ScriptedTransport = ScriptedTransport.answering { _, _ in .ok(keys) }
    ) async throws -> (Credentials, CredentialsOrigin?) {
        try await resolveCredentials(environment: environment, others: files) { $0.transport = transport }
    }

    @Test("a relative URI is asked at the agent's address, its query kept")
    func relative() async throws {
        let transport = ScriptedTransport.answering { _, _ in .ok(Self.keys) }
        let (keys, _) = try await resolve(
            ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/v2/creds/a?id=1%202"], transport: transport)
        #expect(keys.accessKeyID == "ASIATASK")
        #expect(keys.sessionToken == "t")
        #expect(transport.requests.map(\.url) == ["http://169.254.170.2/v2/creds/a?id=1%202"])
    }

    @Test("a full URI brings its authorization, and the token's file wins over the variable")
    func full() async throws {
        let transport = ScriptedTransport.answering { _, _ in .ok(Self.keys) }
        _ = try await resolve(
            [
                "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://169.254.170.23/v1/credentials",
                "AWS_CONTAINER_AUTHORIZATION_TOKEN": "variable", "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": "/token",
            ], files: ["/token": "file"], transport: transport)
        #expect(transport.requests.first?.headers["Authorization"] == "file")
        #expect(transport.requests.first?.url == "http://169.254.170.23/v1/credentials")
    }

    @Test(
        "plain HTTP is for loopback and the agents' addresses alone",
        arguments: [
            ("http://localhost:51679/c", true), ("http://127.0.0.1/c", true), ("http://127.1.2.3:1/c", true),
            ("http://[::1]:80/c", true), ("http://[fd00:ec2::23]/c", true), ("https://example.com/c", true),
            ("http://example.com/c", false), ("http://169.254.170.3/c", false), ("http://127.0.0.1.evil.com/c", false),
            ("http://1270.0.0.1/c", false), ("http://localhost.evil.com/", false), ("file:///etc/passwd", false),
            ("http://localhost@evil.com/", false), ("nonsense", false),
        ])
    func allowed(url: String, isAllowed: Bool) async {
        let transport = ScriptedTransport.answering { _, _ in .ok(Self.keys) }
        let error = await failure {
            try await resolve(["AWS_CONTAINER_CREDENTIALS_FULL_URI": url], transport: transport)
        }
        #expect((error == nil) == isAllowed)
        #expect(transport.requests.isEmpty == !isAllowed)
    }

    @Test("a token with a line break never becomes a header")
    func lineBreak() async {
        let transport = ScriptedTransport.answering { _, _ in .ok(Self.keys) }
        let error = await failure {
            try await resolve(
                [
                    "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://localhost/",
                    "AWS_CONTAINER_AUTHORIZATION_TOKEN": "hush\r\nX-Evil: 1",
                ], transport: transport)
        }
        #expect(error == "the container's authorization token holds a line break; write it without one")
        #expect(transport.requests.isEmpty)
    }

    @Test("the agent is asked three times, and its silence is an error rather than the next place")
    func retries() async {
        let transport = ScriptedTransport.answering { _, _ in .status(500) }
        let error = await failure {
            try await resolve(["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/c"], transport: transport)
        }
        #expect(error?.contains("status 500") == true)
        #expect(transport.requests.count == 3)
    }
}
