package import AWSModel

/// One place that credentials may come from; it keeps nothing and refreshes nothing, each load asks anew.
package protocol CredentialsSource: Sendable {
    /// How it is named to people: "profile prod (assume-role)".
    var name: String { get }
    /// What brings the next credentials when these expire.
    var renewal: CredentialsRenewal { get }
    /// The calls that a load makes to AWS; without those regions no refresh succeeds (7.3).
    var refreshNeeds: [RegionalDependency] { get }

    /// Nil when it turns out to have none, and the next source is to be asked.
    func load() async throws(CredentialsError) -> Credentials?
}

extension CredentialsSource {
    package var refreshNeeds: [RegionalDependency] { [] }
}

/// How credentials are renewed.
package enum CredentialsRenewal: Hashable, Sendable {
    /// They do not expire.
    case notNeeded
    case automatic
    /// The operator must do something: "run `aws login`".
    case byOperator(String)
}

/// A service of one region that something cannot do without.
package struct RegionalDependency: Hashable, Sendable, CustomStringConvertible {
    /// "STS", "IAM Identity Center"
    package let service: String
    package let region: Region

    package init(service: String, region: Region) {
        self.service = service
        self.region = region
    }
    package var description: String { "\(service) in \(region.name)" }
}

/// Where the credentials in use come from, and what their refresh depends on.
package struct CredentialsOrigin: Hashable, Sendable {
    package let source: String
    package let renewal: CredentialsRenewal
    /// Empty when no region's loss stops the refresh.
    package let refreshNeeds: [RegionalDependency]

    package init(source: String, renewal: CredentialsRenewal, refreshNeeds: [RegionalDependency]) {
        self.source = source
        self.renewal = renewal
        self.refreshNeeds = refreshNeeds
    }
}
