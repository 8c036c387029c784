package import AWSModel

/// A listing that was not read, so that resources may exist of which nothing is known: a yes cannot rest on it.
package struct BlindSpot: Hashable, Sendable {
    /// Nil where the listing spans all regions.
    package var region: Region?
    /// "the buckets of the account", "what AWS Backup protects"
    package var what: String
    /// "denied (AccessDenied)"
    package var cause: String

    package init(region: Region? = nil, what: String, cause: String) {
        self.region = region
        self.what = what
        self.cause = cause
    }
}
