/// Asks the places where credentials may be, in botocore's order (6.6), and stays with the first that has any.
package final class CredentialsChain: CredentialsProvider {
    private let places: [CredentialsPlace]
    private let sources: CredentialsSources
    private let whenEmpty: CredentialsError
    private let chosen = Lock<(any CredentialsSource)?>(nil)

    /// - Parameter whenEmpty: thrown when no place has any.
    init(_ places: [CredentialsPlace], sources: CredentialsSources, whenEmpty: CredentialsError) {
        self.places = places
        self.sources = sources
        self.whenEmpty = whenEmpty
    }

    package convenience init(_ configuration: ClientConfiguration, effects: CredentialsEffects) {
        let isExplicit = configuration.isProfileExplicit
        self.init(
            CredentialsPlace.all(profile: configuration.profile, isExplicit: isExplicit),
            sources: CredentialsSources(configuration, effects: effects),
            whenEmpty: CredentialsError(
                .none,
                "no credentials in \(isExplicit ? "" : "the environment, ")profile \"\(configuration.profile)\", "
                    + "a container's or an instance's role; run `aws configure` or `aws sso login`, "
                    + "or name a profile with --profile"))
    }

    /// Asks anew each time; `RefreshingCredentials` keeps them.
    package func credentials() async throws(CredentialsError) -> Credentials {
        if let source = chosen.withLock({ $0 }) {
            guard let credentials = try await source.load() else {
                throw CredentialsError(
                    .sourceFailed, "\(source.name) gave credentials before and has none now; see what changed there")
            }
            return try Self.checked(credentials)
        }
        for place in places {
            guard let source = try sources.source(at: place), let credentials = try await source.load() else {
                continue
            }
            chosen.withLock { $0 = source }
            return try Self.checked(credentials)
        }
        throw whenEmpty
    }

    /// Where the credentials come from; nil until they were asked for.
    package var origin: CredentialsOrigin? {
        chosen.withLock { $0 }.map { source in
            CredentialsOrigin(source: source.name, renewal: source.renewal, refreshNeeds: source.refreshNeeds)
        }
    }

    // What is not printable ASCII would end a header early, or came from a bad copy.
    private static func checked(_ keys: Credentials) throws(CredentialsError) -> Credentials {
        for text in [keys.accessKeyID, keys.secretAccessKey, keys.sessionToken ?? "-"]
        where text.isEmpty || !text.utf8.allSatisfy({ (33...126).contains($0) }) {
            throw CredentialsError(
                .sourceFailed, "the keys from \(keys.source) hold characters that no key has; write them again")
        }
        return keys
    }
}
