import AWSModel

/// Makes the source of each place from what is configured there.
struct CredentialsSources: Sendable {
    private let configuration: ClientConfiguration
    private let effects: CredentialsEffects
    private let client: CredentialsClient

    init(_ configuration: ClientConfiguration, effects: CredentialsEffects) {
        self.configuration = configuration
        self.effects = effects
        // As with the AWS CLI, the endpoint of the command line is not where credentials are to be had.
        var overrides = configuration.endpoints
        overrides.explicit = nil
        client = CredentialsClient(
            effects: effects,
            endpoints: EndpointResolver(
                overrides: overrides, usesFIPS: configuration.usesFIPS, usesDualStack: configuration.usesDualStack))
    }

    /// Nil when nothing is configured there.
    /// - Throws: `CredentialsError` when what is configured cannot be right.
    func source(at place: CredentialsPlace) throws(CredentialsError) -> (any CredentialsSource)? {
        let shared = configuration.shared
        switch place {
        case .environment:
            return try EnvironmentCredentials(configuration.environment)
        case .assumedRole(let profile, let visited):
            return try assumedRole(profile, visited: visited)
        case .webIdentity(let profile, let environmentCounts):
            return try WebIdentityCredentials(
                profile: profile, section: shared.profile(profile),
                environment: environmentCounts ? configuration.environment : [:], home: configuration.home,
                tokens: tokens)
        case .sso(let profile):
            return try SSOCredentials(profile: profile, configuration: configuration, client: client)
        case .credentialsFile(let profile):
            return try SharedFileCredentials(
                profile: profile, section: shared.profileInCredentials(profile), path: shared.credentials.path)
        case .login(let profile):
            return LoginCredentials(
                profile: profile, section: shared.profile(profile), configuration: configuration, effects: effects)
        case .process(let profile):
            return try ProcessCredentials(
                profile: profile, section: shared.profile(profile), run: effects.runProcess)
        case .configFile(let profile):
            return try SharedFileCredentials(
                profile: profile, section: shared.profileInConfig(profile), path: shared.config.path)
        case .container:
            return try ContainerCredentials(configuration.environment, effects: effects)
        case .instanceMetadata:
            return try InstanceMetadataCredentials(configuration, effects: effects)
        }
    }

    private func assumedRole(_ profile: String, visited: [String]) throws(CredentialsError) -> AssumeRoleCredentials? {
        guard let section = configuration.shared.profile(profile),
            let role = try AssumedRole(profile: profile, section: section)
        else { return nil }
        let base: CredentialsChain
        switch (section["source_profile"], section["credential_source"]) {
        case (let source?, nil):
            base = try chain(from: source, for: profile, visited: visited + [profile])
        case (nil, let source?):
            base = try chain(fromNamed: source, for: profile)
        case (nil, nil):
            throw CredentialsError(
                .sourceFailed,
                "profile \"\(profile)\" has role_arn but neither source_profile nor credential_source; add one of them")
        case (_?, _?):
            throw CredentialsError(
                .sourceFailed,
                "profile \"\(profile)\" has both source_profile and credential_source; remove one of them")
        }
        return AssumeRoleCredentials(role, profile: profile, base: base, tokens: tokens(role.arn))
    }

    private func chain(
        from source: String, for profile: String, visited: [String]
    ) throws(CredentialsError) -> CredentialsChain {
        guard let section = configuration.shared.profile(source) else {
            throw CredentialsError(
                .sourceFailed,
                "source_profile \"\(source)\" of profile \"\(profile)\" is nowhere; correct it or add that profile")
        }
        let hasKeys = section["aws_access_key_id"] != nil || section["aws_secret_access_key"] != nil
        // A profile may name itself, to assume its role with keys of its own.
        if visited.contains(source), source != profile || !hasKeys {
            throw CredentialsError(
                .sourceFailed,
                "the source profiles \((visited + [source]).joined(separator: " → ")) go in a circle; "
                    + "let one of them have keys")
        }
        let places = CredentialsPlace.inProfile(source, environmentCounts: false)
        return CredentialsChain(
            hasKeys ? places : [.assumedRole(profile: source, visited: visited)] + places, sources: self,
            whenEmpty: CredentialsError(
                .sourceFailed, "source_profile \"\(source)\" of profile \"\(profile)\" has no credentials; add them"))
    }

    private func chain(fromNamed source: String, for profile: String) throws(CredentialsError) -> CredentialsChain {
        guard let place = CredentialsPlace(credentialSource: source) else {
            throw CredentialsError(
                .sourceFailed,
                "credential_source of profile \"\(profile)\" must be Environment, Ec2InstanceMetadata or EcsContainer")
        }
        return CredentialsChain(
            [place], sources: self,
            whenEmpty: CredentialsError(
                .sourceFailed,
                "credential_source \(source) of profile \"\(profile)\" has no credentials; name another source"))
    }

    private func tokens(_ roleARN: String) -> SecurityTokens {
        SecurityTokens(client: client, region: SecurityTokens.region(configuration.region, roleARN: roleARN))
    }
}
