import AWSModel
import Testing

@testable import AWSCore

@Suite struct ClientConfigurationTests {
    private func resolve(
        _ config: String = "", credentials: String = "", environment: [String: String] = [:],
        options: ClientConfiguration.Options = .init()
    ) throws -> ClientConfiguration {
        try ClientConfiguration(
            options: options, environment: environment, files: MemoryFiles(config: config, credentials: credentials))
    }

    @Test("with nothing configured the defaults hold")
    func defaults() throws {
        let configuration = try resolve()
        #expect(configuration.profile == "default")
        #expect(configuration.region == nil)
        #expect(configuration.maxAttempts == nil)
        #expect(configuration.caBundle == nil)
        #expect(configuration.verifiesTLS)
        #expect(!configuration.usesFIPS && !configuration.usesDualStack)
        #expect(configuration.bucketAddressing == .automatic)
        #expect(configuration.endpoints == EndpointOverrides())
    }

    @Test(
        "the profile is that of the command line, of AWS_PROFILE, of AWS_DEFAULT_PROFILE, else the default one",
        arguments: [
            ("a", ["AWS_PROFILE": "b", "AWS_DEFAULT_PROFILE": "c"], "a"),
            (nil, ["AWS_PROFILE": "b", "AWS_DEFAULT_PROFILE": "c"], "b"),
            (nil, ["AWS_PROFILE": "", "AWS_DEFAULT_PROFILE": "c"], "c"),
            (nil, [:], "default"),
        ] as [(String?, [String: String], String)])
    func profile(option: String?, environment: [String: String], expected: String) throws {
        let configuration = try resolve(
            "[profile a]\n[profile b]\n[profile \"c\"]\n", environment: environment, options: .init(profile: option))
        #expect(configuration.profile == expected)
        #expect(configuration.isProfileExplicit == (option != nil))
    }

    @Test(
        "the region is that of the command line, of AWS_REGION, of AWS_DEFAULT_REGION, else of the profile",
        arguments: [
            ("eu-west-1", ["AWS_REGION": "eu-west-2", "AWS_DEFAULT_REGION": "eu-west-3"], "eu-west-1"),
            (nil, ["AWS_REGION": "eu-west-2", "AWS_DEFAULT_REGION": "eu-west-3"], "eu-west-2"),
            (nil, ["AWS_DEFAULT_REGION": "eu-west-3"], "eu-west-3"),
            (nil, [:], "eu-north-1"),
        ] as [(Region?, [String: String], Region)])
    func region(option: Region?, environment: [String: String], expected: Region) throws {
        let configuration = try resolve(
            "[default]\nregion = eu-north-1\n", environment: environment, options: .init(region: option))
        #expect(configuration.region == expected)
    }

    @Test("a setting of the credentials file wins over the same one of the config file, and profiles are merged")
    func merging() throws {
        let configuration = try resolve(
            "[default]\nregion = eu-west-1\nmax_attempts = 7\n", credentials: "[default]\nregion = eu-west-2\n")
        #expect(configuration.region == "eu-west-2")
        #expect(configuration.maxAttempts == 7)
    }

    @Test("`[profile default]` wins over `[default]`")
    func profileDefault() throws {
        #expect(try resolve("[profile default]\nregion = a-b-1\n[default]\nregion = a-b-2\n").region == "a-b-1")
    }

    @Test("a named profile that is nowhere is an error that names it and both files")
    func unknownProfile() throws {
        for (options, environment) in [
            (ClientConfiguration.Options(profile: "prod"), [:]), (.init(), ["AWS_PROFILE": "prod"]),
        ] {
            let error = #expect(throws: ConfigurationError.self) {
                try resolve("[prod]\n[profile a b]\n", environment: environment, options: options)
            }
            #expect(
                error?.description == "profile \"prod\" is neither in ~/.aws/config nor in ~/.aws/credentials")
        }
    }

    @Test("the files are where the environment says, `~` included")
    func filePlaces() throws {
        let files = MemoryFiles(["/else/conf": "[profile p]\nregion = x-y-1\n", "/h/cred": "[p]\nmax_attempts = 9\n"])
        let configuration = try ClientConfiguration(
            environment: [
                "HOME": "/h", "AWS_CONFIG_FILE": "/else/conf", "AWS_SHARED_CREDENTIALS_FILE": "~/cred",
                "AWS_PROFILE": "p",
            ], files: files)
        #expect(configuration.region == "x-y-1")
        #expect(configuration.maxAttempts == 9)
    }

    @Test("a file that is there but cannot be read is an error, not an empty file")
    func unreadable() {
        let error = #expect(throws: ConfigurationError.self) {
            try ClientConfiguration(environment: [:], files: MemoryFiles([:], locked: ["/home/me/.aws/config"]))
        }
        #expect(error?.description == "~/.aws/config cannot be read: Permission denied")
    }

    @Test("flags, attempts, bundle and addressing come from the environment before the profile")
    func precedence() throws {
        let config = """
            [default]
            use_fips_endpoint = true
            use_dualstack_endpoint = True
            max_attempts = 4
            ca_bundle = ~/profile.pem
            s3 =
              addressing_style = path
            """
        let profile = try resolve(config)
        #expect(profile.usesFIPS && profile.usesDualStack)
        #expect(profile.maxAttempts == 4)
        #expect(profile.caBundle == "/home/me/profile.pem")
        #expect(profile.bucketAddressing == .path)
        let environment = try resolve(
            config,
            environment: [
                "AWS_USE_FIPS_ENDPOINT": "false", "AWS_USE_DUALSTACK_ENDPOINT": "false", "AWS_MAX_ATTEMPTS": "2",
                "AWS_CA_BUNDLE": "/env.pem",
            ])
        #expect(!environment.usesFIPS && !environment.usesDualStack)
        #expect(environment.maxAttempts == 2)
        #expect(environment.caBundle == "/env.pem")
        let options = try resolve(
            config, environment: ["AWS_CA_BUNDLE": "/env.pem"],
            options: .init(caBundle: "/option.pem", verifiesTLS: false))
        #expect(options.caBundle == "/option.pem")
        #expect(!options.verifiesTLS)
    }

    @Test(
        "a flag is on for `true` in any case and off for all else, as botocore has it",
        arguments: [
            ("true", true), ("TRUE", true), ("True", true), ("1", false), ("yes", false), (" true", false),
            ("false", false), ("0", false),
        ])
    func flags(value: String, isOn: Bool) throws {
        let environment = try resolve(
            environment: ["AWS_USE_FIPS_ENDPOINT": value, "AWS_USE_DUALSTACK_ENDPOINT": value])
        #expect(environment.usesFIPS == isOn && environment.usesDualStack == isOn)
        guard value == value.trimmingPrefix(" ") else { return }
        let profile = try resolve("[default]\nuse_fips_endpoint = \(value)\nuse_dualstack_endpoint = \(value)\n")
        #expect(profile.usesFIPS == isOn && profile.usesDualStack == isOn)
    }

    @Test(
        "a setting that is not what it should be is named in one sentence",
        arguments: [
            ("", ["AWS_MAX_ATTEMPTS": "many"], "AWS_MAX_ATTEMPTS must be a whole number of at least 1"),
            ("max_attempts = 0", [:], "max_attempts of profile \"default\" must be a whole number of at least 1"),
            (
                "s3 =\n  addressing_style = x", [:],
                "s3 addressing_style of profile \"default\" must be auto, virtual or path"
            ),
            (
                "", ["AWS_ENDPOINT_URL": "hush"],
                "AWS_ENDPOINT_URL is not an endpoint, which reads like https://host:port/path"
            ),
            (
                "", ["AWS_ENDPOINT_URL_S3": "https://me:hush@host"],
                "AWS_ENDPOINT_URL_S3 is not an endpoint, which reads like https://host:port/path"
            ),
            (
                "endpoint_url = //", [:],
                "endpoint_url of profile \"default\" is not an endpoint, which reads like https://host:port/path"
            ),
            (
                "services = x", [:],
                "profile \"default\" names the services section \"x\", which is not in ~/.aws/config"
            ),
            ("region = a b", [:], "\"a b\" is not the name of a region, which reads like us-east-1"),
        ])
    func invalid(profile: String, environment: [String: String], message: String) {
        let error = #expect(throws: ConfigurationError.self) {
            try resolve("[default]\n\(profile)\n", environment: environment)
        }
        #expect(error?.description == message)
    }

    @Test("what is known of the environment stays out of descriptions and dumps")
    func secrets() throws {
        let configuration = try resolve(
            credentials: "[default]\naws_secret_access_key = hush1\n", environment: ["AWS_SECRET_ACCESS_KEY": "hush2"])
        var dumped = "\(configuration)"
        dump(configuration, to: &dumped)
        #expect(!dumped.contains("hush"))
    }
}
