import Testing

@testable import AWSCore

@Suite struct CredentialsChainTests {
    private static let environmentKeys = ["AWS_ACCESS_KEY_ID": "AKIAENV", "AWS_SECRET_ACCESS_KEY": "hush"]

    @Test("with nothing anywhere the error says where was looked and what to do")
    func none() async {
        let error = await failure { try await resolveCredentials() }
        #expect(
            error == "no credentials in the environment, profile \"default\", a container's or an instance's role; "
                + "run `aws configure` or `aws sso login`, or name a profile with --profile")
    }

    @Test("once a source has given credentials it is the one that is asked again")
    func staysWithSource() async throws {
        let transport = ScriptedTransport.answering { request, count in
            guard count < 3 else { return .status(404) }
            return switch request.path {
            case "/latest/api/token": .ok("token")
            case "/latest/meta-data/iam/security-credentials/": .ok("role")
            default: .ok(#"{"AccessKeyId":"ASIAINST","SecretAccessKey":"s","Token":"t"}"#)
            }
        }
        let effects = CredentialsEffects.test(transport)
        let chain = CredentialsChain(try ClientConfiguration(environment: [:], files: effects.files), effects: effects)
        #expect(chain.origin == nil)
        #expect(try await chain.credentials().accessKeyID == "ASIAINST")
        let error = await #expect(throws: CredentialsError.self) { try await chain.credentials() }
        #expect(
            error?.description == "instance role gave credentials before and has none now; see what changed there")
    }

    @Test("a source that is configured and fails is an error, not a reason to try the next")
    func failuresStop() async {
        let error = await failure {
            try await resolveCredentials(
                config:
                    "[default]\ncredential_process = helper\naws_access_key_id = AKIACONF\naws_secret_access_key = s\n")
        }
        #expect(error == "no program [\"helper\"] here")
    }

    @Test("keys of a source never show in descriptions, dumps and errors")
    func secrets() async throws {
        let (keys, origin) = try await resolveCredentials(environment: Self.environmentKeys)
        var shown = "\(keys) \(String(reflecting: keys)) \(String(describing: origin))"
        dump(keys, to: &shown)
        #expect(!shown.contains("hush"))
        #expect(!shown.contains("AKIAENV"))
        let half = await failure {
            try await resolveCredentials(credentials: "[default]\naws_access_key_id = AKIAHUSH\n")
        }
        #expect(
            half
                == "profile \"default\" in ~/.aws/credentials has aws_access_key_id but no aws_secret_access_key; add it"
        )
    }
}
