import AWSModel
import Foundation
import Testing

@testable import AWSCore

@Suite struct AssumeRoleCredentialsTests {
    private static let base = "[base]\naws_access_key_id = AKIABASE\naws_secret_access_key = hush\n"

    private func resolve(
        _ config: String, credentials: String = base, environment: [String: String] = [:], profile: String = "prod",
        transport: ScriptedTransport = ScriptedTransport.answering { request, _ in stsReply(request) },
        askMFACode: CredentialsEffects.AskMFACode? = nil
    ) async throws -> (Credentials, CredentialsOrigin?) {
        try await resolveCredentials(
            config: config, credentials: credentials, environment: environment, profile: profile
        ) {
            $0.transport = transport
            $0.askMFACode = askMFACode
        }
    }

    @Test("the role is assumed at the regional host, signed with the keys of its source profile")
    func sourceProfile() async throws {
        let transport = ScriptedTransport.answering { request, _ in stsReply(request) }
        let (keys, origin) = try await resolve(
            """
            [profile prod]
            region = eu-west-1
            role_arn = arn:aws:iam::123456789012:role/dr
            source_profile = base
            external_id = partner
            duration_seconds = 1800
            role_session_name = me
            """, transport: transport)
        #expect(keys.accessKeyID == "ASIADR")
        #expect(keys.account == "123456789012")
        #expect(keys.expiration == CredentialsEffects.fixedNow + 3600)
        let request = try #require(transport.requests.first)
        #expect(transport.requests.count == 1)
        #expect(request.url == "https://sts.eu-west-1.amazonaws.com/")
        #expect(
            request.form == [
                "Action": "AssumeRole", "Version": "2011-06-15", "RoleArn": "arn:aws:iam::123456789012:role/dr",
                "RoleSessionName": "me", "DurationSeconds": "1800", "ExternalId": "partner",
            ])
        #expect(request.headers["Authorization"]?.contains("Credential=AKIABASE/20261120/eu-west-1/sts/") == true)
        #expect(
            origin
                == CredentialsOrigin(
                    source: "profile prod (assume-role)", renewal: .automatic,
                    refreshNeeds: [RegionalDependency(service: "STS", region: "eu-west-1")]))
    }

    @Test("without a region the partition of the role says where STS is asked")
    func partition() async throws {
        let transport = ScriptedTransport.answering { request, _ in stsReply(request) }
        _ = try await resolve(
            "[profile prod]\nrole_arn = arn:aws-us-gov:iam::123456789012:role/dr\nsource_profile = base\n",
            transport: transport)
        #expect(transport.requests.first?.origin.host == "sts.us-gov-west-1.amazonaws.com")
        #expect(transport.requests.first?.form["RoleSessionName"] == "lifeboat-1795204800")
    }

    @Test("roles are chained, each signed with the keys of the one before")
    func chained() async throws {
        let transport = ScriptedTransport.answering { request, _ in stsReply(request) }
        let (keys, _) = try await resolve(
            """
            [profile prod]
            role_arn = arn:aws:iam::123456789012:role/outer
            source_profile = middle
            [profile middle]
            role_arn = arn:aws:iam::123456789012:role/inner
            source_profile = base
            """, transport: transport)
        #expect(keys.accessKeyID == "ASIAOUTER")
        #expect(transport.requests.map { $0.form["RoleArn"]?.suffix(5) } == ["inner", "outer"])
        #expect(transport.requests.last?.headers["Authorization"]?.contains("Credential=ASIAINNER/") == true)
        #expect(transport.requests.last?.headers["X-Amz-Security-Token"] == "hushtoken")
    }

    @Test("a profile may be its own source when it has keys")
    func selfReference() async throws {
        let (keys, _) = try await resolve(
            "[profile prod]\nrole_arn = arn:aws:iam::123456789012:role/dr\nsource_profile = prod\n",
            credentials: "[prod]\naws_access_key_id = AKIASELF\naws_secret_access_key = hush\n")
        #expect(keys.accessKeyID == "ASIADR")
    }

    @Test("keys of the environment are the source when credential_source says so, also with an explicit profile")
    func credentialSource() async throws {
        let transport = ScriptedTransport.answering { request, _ in stsReply(request) }
        let (keys, _) = try await resolve(
            "[profile prod]\nrole_arn = arn:aws:iam::123456789012:role/dr\ncredential_source = Environment\n",
            environment: ["AWS_ACCESS_KEY_ID": "AKIAENV", "AWS_SECRET_ACCESS_KEY": "hush"], transport: transport)
        #expect(keys.accessKeyID == "ASIADR")
        #expect(transport.requests.first?.headers["Authorization"]?.contains("Credential=AKIAENV/") == true)
    }

    @Test(
        "a role that cannot be assumed as written is an error that says why",
        arguments: [
            (
                "source_profile = other\n[profile other]\nrole_arn = arn:aws:iam::1:role/o\nsource_profile = prod",
                "the source profiles prod → other → prod go in a circle; let one of them have keys"
            ),
            ("source_profile = prod", "the source profiles prod → prod go in a circle; let one of them have keys"),
            (
                "source_profile = gone",
                "source_profile \"gone\" of profile \"prod\" is nowhere; correct it or add that profile"
            ),
            (
                "source_profile = bare\n[profile bare]\nregion = a-b-1",
                "source_profile \"bare\" of profile \"prod\" has no credentials; add them"
            ),
            (
                "region = a-b-1",
                "profile \"prod\" has role_arn but neither source_profile nor credential_source; add one of them"
            ),
            (
                "source_profile = base\ncredential_source = Environment",
                "profile \"prod\" has both source_profile and credential_source; remove one of them"
            ),
            (
                "credential_source = Nowhere",
                "credential_source of profile \"prod\" must be Environment, Ec2InstanceMetadata or EcsContainer"
            ),
            (
                "credential_source = Environment",
                "credential_source Environment of profile \"prod\" has no credentials; name another source"
            ),
            (
                "source_profile = base\nduration_seconds = long",
                "duration_seconds of profile \"prod\" must be a whole number of seconds"
            ),
        ])
    func refused(settings: String, message: String) async {
        let error = await failure {
            try await resolve("[profile prod]\nrole_arn = arn:aws:iam::1:role/r\n\(settings)\n")
        }
        #expect(error == message)
    }

    private static let mfa =
        "[profile prod]\nrole_arn = arn:aws:iam::1:role/dr\nsource_profile = base\nmfa_serial = arn:aws:iam::1:mfa/me\n"

    @Test("the code of an MFA device is asked for and sent")
    func mfaCode() async throws {
        let transport = ScriptedTransport.answering { request, _ in stsReply(request) }
        _ = try await resolve(Self.mfa, transport: transport) { $0 == "arn:aws:iam::1:mfa/me" ? "123456" : nil }
        #expect(transport.requests.first?.form["SerialNumber"] == "arn:aws:iam::1:mfa/me")
        #expect(transport.requests.first?.form["TokenCode"] == "123456")
    }

    @Test("without a terminal or a code an MFA device is a clear error")
    func noMFACode() async {
        let blind = await failure { try await resolve(Self.mfa) }
        #expect(blind?.contains("there is no terminal to ask on") == true)
        let silent = await failure { try await resolve(Self.mfa) { _ in nil } }
        #expect(silent == "no code of the MFA device arn:aws:iam::1:mfa/me was given for profile \"prod\"; try again")
    }

    private static let plain =
        "[profile prod]\nregion = eu-west-1\nrole_arn = arn:aws:iam::1:role/dr\nsource_profile = base\n"

    @Test("STS is asked where the environment says, and not at the endpoint of the command line")
    func endpoints() async throws {
        for (environment, url) in [
            ([:], "https://sts.eu-west-1.amazonaws.com/"),
            (["AWS_ENDPOINT_URL_STS": "http://localhost:5000"], "http://localhost:5000/"),
        ] {
            let transport = ScriptedTransport.answering { request, _ in stsReply(request) }
            _ = try await resolveCredentials(
                config: Self.plain, credentials: Self.base, environment: environment, profile: "prod",
                endpointURL: "http://localhost:9000"
            ) { $0.transport = transport }
            #expect(transport.requests.map(\.url) == [url])
        }
    }

    @Test("what STS refuses is told in its words, and not tried again")
    func denied() async {
        let transport = ScriptedTransport.answering { _, _ in
            .status(
                403,
                "<ErrorResponse><Error><Code>AccessDenied</Code><Message>not authorized</Message></Error></ErrorResponse>"
            )
        }
        let error = await failure { try await resolve(Self.plain, transport: transport) }
        #expect(
            error == "profile prod (assume-role): STS in eu-west-1 refused: AccessDenied, not authorized; "
                + "see the role's trust policy and the keys it is assumed with")
        #expect(transport.requests.count == 1)
    }

    @Test("a busy STS is asked three times and may then answer")
    func busy() async throws {
        let transport = ScriptedTransport.answering { request, count in count < 2 ? .status(503) : stsReply(request) }
        let (keys, _) = try await resolve(Self.plain, transport: transport)
        #expect(keys.accessKeyID == "ASIADR")
    }

    @Test("an STS that does not answer is named with its region, and no other place is asked")
    func silent() async {
        let transport = ScriptedTransport.silent()
        let error = await failure { try await resolve(Self.plain, transport: transport) }
        #expect(
            error?.hasPrefix("STS in eu-west-1, which gives the credentials, did not answer: no connection") == true)
        #expect(Set(transport.requests.map(\.origin.host)) == ["sts.eu-west-1.amazonaws.com"])
    }

    @Test("HTML in place of a reply is an error, with status 200 too", arguments: [200, 502, 407])
    func html(status: Int) async {
        let transport = ScriptedTransport.answering { _, _ in .status(status, "<html><body>proxy<br></body></html>") }
        let error = await failure { try await resolve(Self.plain, transport: transport) }
        #expect(error?.contains("STS in eu-west-1") == true)
    }
}
