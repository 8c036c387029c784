package import AWSModel

/// What AWS Backup asks of the rest of the account.
package protocol SimulatedWorld: Sendable {
    /// All resources of a region that AWS Backup could protect.
    func resources(in region: Region) -> [SimulatedResource]
    /// What a role may do for AWS Backup with resources of a type, "S3" (2.18).
    func right(ofRole roleARN: String, onType type: String) -> SimulatedRoleRight
    /// Whether a key can be used; an ARN nobody knows cannot.
    func isKeyUsable(_ keyARN: String) -> Bool
    /// What a role may do for AWS Backup when it restores a type, "S3" (2.18).
    func restoreRight(ofRole roleARN: String, onType type: String) -> SimulatedRoleRight
    /// Why a restore of a type with these parameters fails in a region; nil when nothing is in its way.
    func obstacle(toRestoring type: String, with metadata: [String: String], in region: Region) -> String?
    /// The message with which every restore of a resource fails on its way; nil when none does.
    func restoreFailure(of resourceARN: String) -> String?
    /// What a restore job's metadata is told as, by name, instead of what it was started with.
    var rewrittenMetadata: [String: String] { get }
}

extension SimulatedWorld {
    package func right(ofRole roleARN: String, onType type: String) -> SimulatedRoleRight { .granted }
    package func isKeyUsable(_ keyARN: String) -> Bool { true }
    package func restoreRight(ofRole roleARN: String, onType type: String) -> SimulatedRoleRight { .granted }
    package func obstacle(
        toRestoring type: String, with metadata: [String: String], in region: Region
    ) -> String? { nil }
    package func restoreFailure(of resourceARN: String) -> String? { nil }
    package var rewrittenMetadata: [String: String] { [:] }
}

/// What a role lets AWS Backup do.
package enum SimulatedRoleRight: Hashable, Sendable {
    case granted
    /// The role is there and lacks the permissions for the type.
    case lacking
    /// There is no such role, or AWS Backup cannot assume it.
    case notAssumable
}

/// A resource as AWS Backup sees it.
package struct SimulatedResource: Hashable, Sendable {
    package var arn: String
    /// AWS Backup's name of the type: "S3", "EBS", "Aurora".
    package var type: String
    package var name: String?
    package var tags: [String: String]
    package var size: ByteCount
    /// The key it is encrypted with; nil is unencrypted or a key that AWS owns.
    package var keyARN: String?
    /// S3 only: versioning is Enabled (2.8).
    package var isVersioned: Bool
    /// S3 only: the bucket's notifications go to EventBridge (2.8).
    package var notifiesEventBridge: Bool
    /// What a restore would start from, `GetRecoveryPointRestoreMetadata` (2.16).
    package var restoreMetadata: [String: String]

    package init(
        arn: String, type: String, name: String? = nil, tags: [String: String] = [:], size: ByteCount = ByteCount(0),
        keyARN: String? = nil, isVersioned: Bool = true, notifiesEventBridge: Bool = true,
        restoreMetadata: [String: String] = [:]
    ) {
        self.arn = arn
        self.type = type
        self.name = name
        self.tags = tags
        self.size = size
        self.keyARN = keyARN
        self.isVersioned = isVersioned
        self.notifiesEventBridge = notifiesEventBridge
        self.restoreMetadata = restoreMetadata
    }
}
