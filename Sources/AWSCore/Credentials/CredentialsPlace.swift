/// A place where credentials may be found.
enum CredentialsPlace: Hashable, Sendable {
    case environment
    /// - visited: the profiles that led to this one.
    case assumedRole(profile: String, visited: [String])
    /// - environmentCounts: whether the environment may name the token and the role.
    case webIdentity(profile: String, environmentCounts: Bool)
    case sso(profile: String)
    case credentialsFile(profile: String)
    case login(profile: String)
    case process(profile: String)
    case configFile(profile: String)
    case container
    case instanceMetadata

    /// Everywhere, in botocore's order (6.6); a profile that was named explicitly puts the environment out of play.
    static func all(profile: String, isExplicit: Bool) -> [CredentialsPlace] {
        (isExplicit ? [] : [.environment]) + [.assumedRole(profile: profile, visited: [])]
            + inProfile(profile, environmentCounts: !isExplicit) + [.container, .instanceMetadata]
    }

    /// All that a profile may have but a role to assume, in botocore's order.
    static func inProfile(_ profile: String, environmentCounts: Bool) -> [CredentialsPlace] {
        [
            .webIdentity(profile: profile, environmentCounts: environmentCounts), .sso(profile: profile),
            .credentialsFile(profile: profile), .login(profile: profile), .process(profile: profile),
            .configFile(profile: profile),
        ]
    }

    /// What `credential_source` of a profile calls it.
    init?(credentialSource: String) {
        switch credentialSource {
        case "Environment": self = .environment
        case "EcsContainer": self = .container
        case "Ec2InstanceMetadata": self = .instanceMetadata
        default: return nil
        }
    }
}
