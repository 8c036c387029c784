package import AWSModel
package import Foundation

/// A file system of EFS.
package struct SimulatedFileSystem: Sendable {
    /// `fs-` and 17 hexadecimal digits.
    package let id: String
    package let region: Region
    package let arn: ARN
    package let createdAt: Date
    package var creationToken: String
    package var size = ByteCount(0)
    /// Nil is unencrypted.
    package var keyARN: String?
    /// Set on a One Zone file system, which fails with its zone (3.7).
    package var zone: String?
    /// `ENABLED` or `DISABLED`; nil when nobody ever set it. The daily backups that it stands for are not simulated.
    package var backupPolicy: String?
    package var performanceMode = "generalPurpose"
    package var throughputMode = "elastic"
    package var tags: [String: String] = [:]

    var resource: SimulatedResource {
        SimulatedResource(arn: arn.text, type: "EFS", name: tags["Name"], tags: tags, size: size, keyARN: keyARN)
    }
}
