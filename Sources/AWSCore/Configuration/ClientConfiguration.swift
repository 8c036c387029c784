package import AWSModel

/// What options, environment and shared files say about how AWS is reached; read once, at the start.
package struct ClientConfiguration: Hashable, Sendable {
    /// What the command line gave; it wins over all else.
    package struct Options: Hashable, Sendable {
        package var profile: String?
        package var region: Region?
        package var endpointURL: String?
        package var caBundle: String?
        package var verifiesTLS: Bool

        package init(
            profile: String? = nil, region: Region? = nil, endpointURL: String? = nil, caBundle: String? = nil,
            verifiesTLS: Bool = true
        ) {
            self.profile = profile
            self.region = region
            self.endpointURL = endpointURL
            self.caBundle = caBundle
            self.verifiesTLS = verifiesTLS
        }
    }

    /// The profile in force, "default" when nobody named one.
    package let profile: String
    /// Whether the command line named the profile: then keys in the environment do not count (6.6).
    package let isProfileExplicit: Bool
    /// Nil when nobody named one.
    package let region: Region?
    /// 1 and more, a first attempt is one; nil when nobody set it.
    package let maxAttempts: Int?
    /// A file of certificates to trust instead of the system's.
    package let caBundle: String?
    package let verifiesTLS: Bool
    package let usesFIPS: Bool
    package let usesDualStack: Bool
    package let bucketAddressing: BucketAddressing
    package let endpoints: EndpointOverrides
    package let shared: SharedConfiguration
    package let environment: [String: String]
    package let home: HomeDirectory

    /// - Throws: `ConfigurationError` for a malformed file, a profile that was named but is nowhere, and a setting that
    ///   is not what it should be.
    package init(
        options: Options = Options(), environment: [String: String], files: any FileStore
    ) throws(ConfigurationError) {
        self.environment = environment
        home = HomeDirectory(environment: environment, files: files)
        shared = try SharedConfiguration.load(environment: environment, files: files)
        let named =
            options.profile ?? environment.nonEmpty("AWS_PROFILE") ?? environment.nonEmpty("AWS_DEFAULT_PROFILE")
        profile = named ?? "default"
        isProfileExplicit = options.profile != nil
        if let named, shared.profile(named) == nil {
            throw ConfigurationError(
                "profile \"\(named)\" is neither in \(shared.config.path) nor in \(shared.credentials.path)")
        }
        let settings = SettingLookup(profile: profile, shared: shared, environment: environment)

        region = options.region ?? settings.region()
        if let region, !RegionName.isHostLabel(region.name) {
            throw ConfigurationError("\"\(region.name)\" is not the name of a region, which reads like us-east-1")
        }
        maxAttempts = try settings.count("AWS_MAX_ATTEMPTS", "max_attempts")
        caBundle = (options.caBundle ?? settings.text("AWS_CA_BUNDLE", "ca_bundle")).map(home.expand)
        verifiesTLS = options.verifiesTLS
        usesFIPS = settings.flag("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint")
        usesDualStack = settings.flag("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint")
        bucketAddressing = try settings.bucketAddressing()
        endpoints = try settings.endpoints(explicit: options.endpointURL)
    }
}

extension ClientConfiguration: CustomStringConvertible, CustomReflectable {
    package var description: String { "profile \(profile), region \(region?.name ?? "none")" }
    // Environment and files hold secrets.
    package var customMirror: Mirror { Mirror(self, children: ["configuration": description]) }
}
