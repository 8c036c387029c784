package import AWSModel

/// What a request asks, as policies and evidence name it.
package struct SimulatedCall: Hashable, Sendable {
    /// `s3:GetBucketReplication`
    package var name: String
    /// The IAM action, `s3:GetReplicationConfiguration`; nil when it cannot be denied.
    package var permission: String?
    /// The IAM actions that it needs besides.
    package var also: [String] = []
    /// Names of what it is about, the ARN last.
    package var resources: [String]
    package var region: Region

    package init(name: String, permission: String?, resources: [String] = [], region: Region) {
        self.name = name
        self.permission = permission
        self.resources = resources
        self.region = region
    }

    /// All that must be allowed for it.
    var permissions: [String] { [permission].compactMap { $0 } + also }
}
