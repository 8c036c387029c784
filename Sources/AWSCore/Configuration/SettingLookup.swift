import AWSModel

/// Finds one setting in the environment, else in the profile, and names the place where it is wrong.
struct SettingLookup {
    let profile: String
    let shared: SharedConfiguration
    let environment: [String: String]
    private let section: ConfigSection

    init(profile: String, shared: SharedConfiguration, environment: [String: String]) {
        self.profile = profile
        self.shared = shared
        self.environment = environment
        section = shared.profile(profile) ?? ConfigSection()
    }

    func text(_ variable: String, _ setting: String) -> String? { find(variable, setting)?.value }

    /// True for `true` in any case, and false for all else, `1` and `yes` included: so the AWS CLI has it.
    func flag(_ variable: String, _ setting: String) -> Bool { find(variable, setting)?.value.lowercased() == "true" }

    /// - Throws: `ConfigurationError` for anything but a whole number of at least 1.
    func count(_ variable: String, _ setting: String) throws(ConfigurationError) -> Int? {
        guard let (value, place) = find(variable, setting) else { return nil }
        guard let number = Int(value), number >= 1 else {
            throw ConfigurationError("\(place) must be a whole number of at least 1")
        }
        return number
    }

    func region() -> Region? {
        (environment.nonEmpty("AWS_REGION") ?? environment.nonEmpty("AWS_DEFAULT_REGION") ?? section["region"])
            .map { Region($0) }
    }

    func bucketAddressing() throws(ConfigurationError) -> BucketAddressing {
        guard let value = section["s3", "addressing_style"] else { return .automatic }
        guard let addressing = BucketAddressing(rawValue: value.lowercased()) else {
            throw ConfigurationError(
                "s3 addressing_style of profile \"\(profile)\" must be auto, virtual or path")
        }
        return addressing
    }

    /// - Throws: `ConfigurationError` for a URL that is none, and for a `services` section that is not there.
    func endpoints(explicit: String?) throws(ConfigurationError) -> EndpointOverrides {
        var overrides = EndpointOverrides()
        if let explicit { overrides.explicit = try endpoint(explicit, "--endpoint-url") }
        if flag("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "ignore_configured_endpoint_urls") { return overrides }
        overrides.environment = try environment.nonEmpty("AWS_ENDPOINT_URL").map { (url) throws(ConfigurationError) in
            try endpoint(url, "AWS_ENDPOINT_URL")
        }
        let prefix = "AWS_ENDPOINT_URL_"
        for (variable, url) in environment.sorted(by: { $0.key < $1.key })
        where variable.hasPrefix(prefix) && !url.isEmpty {
            overrides.environmentByService[String(variable.dropFirst(prefix.count))] = try endpoint(url, variable)
        }
        overrides.profile = try section["endpoint_url"].map { (url) throws(ConfigurationError) in
            try endpoint(url, "endpoint_url of profile \"\(profile)\"")
        }
        guard let name = section["services"] else { return overrides }
        guard let services = shared.services(name) else {
            throw ConfigurationError(
                "profile \"\(profile)\" names the services section \"\(name)\", which is not in \(shared.config.path)")
        }
        for service in services.nested.keys.sorted() {
            guard let url = services[service, "endpoint_url"] else { continue }
            overrides.profileByService[service.uppercased()] = try endpoint(
                url, "endpoint_url of \(service) in services section \"\(name)\"")
        }
        return overrides
    }

    // The URL itself stays out of the error: it may hold a password.
    private func endpoint(_ url: String, _ place: String) throws(ConfigurationError) -> CustomEndpoint {
        guard let endpoint = CustomEndpoint(url) else {
            throw ConfigurationError("\(place) is not an endpoint, which reads like https://host:port/path")
        }
        return endpoint
    }

    private func find(_ variable: String, _ setting: String) -> (value: String, place: String)? {
        if let value = environment.nonEmpty(variable) { return (value, variable) }
        return section[setting].map { ($0, "\(setting) of profile \"\(profile)\"") }
    }
}
