import Testing

@testable import AWSCore

@Suite struct EndpointOverridesTests {
    private static let config = """
        [default]
        endpoint_url = http://profile
        services = local
        [services local]
        s3_control =
          endpoint_url = http://profile-service
        """
    private static let all = [
        "AWS_ENDPOINT_URL": "http://environment", "AWS_ENDPOINT_URL_S3_CONTROL": "http://environment-service",
    ]
    private let s3Control = Service(
        id: "S3 Control", endpointPrefix: "s3-control", signingName: "s3", apiVersion: "", wire: .restXML,
        callPrefix: "s3")

    private func host(_ environment: [String: String], config: String = config, option: String? = nil) throws -> String?
    {
        let configuration = try ClientConfiguration(
            options: .init(endpointURL: option), environment: environment, files: MemoryFiles(config: config))
        return configuration.endpoints.endpoint(for: s3Control)?.origin.host
    }

    @Test("command line, service's variable, variable, services section, profile: the first that is there wins (6.7)")
    func order() throws {
        #expect(try host(Self.all, option: "http://option") == "option")
        #expect(try host(Self.all) == "environment-service")
        #expect(try host(["AWS_ENDPOINT_URL": "http://environment"]) == "environment")
        #expect(try host([:]) == "profile-service")
        #expect(try host([:], config: "[default]\nendpoint_url = http://profile\n") == "profile")
        #expect(try host([:], config: "") == nil)
    }

    @Test("configured endpoints can be ignored, all but that of the command line")
    func ignored() throws {
        let ignore = Self.all.merging(["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "true"]) { $1 }
        #expect(try host(ignore) == nil)
        #expect(try host(ignore, option: "http://option") == "option")
        #expect(
            try host(
                Self.all,
                config: Self.config.replacing("[services", with: "ignore_configured_endpoint_urls = true\n[services"))
                == nil)
    }
}
