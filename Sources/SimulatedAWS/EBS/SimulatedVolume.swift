package import AWSModel
package import Foundation

/// An EBS volume.
package struct SimulatedVolume: Sendable {
    /// `vol-` and 17 hexadecimal digits.
    package let id: String
    package let region: Region
    package let arn: ARN
    package let createdAt: Date
    /// `us-east-1a`
    package var zone: String
    /// GiB.
    package var gibibytes = 8
    package var type = "gp3"
    /// What its backups hold.
    package var size = ByteCount(0)
    package var keyARN: String?
    /// The snapshot it was made from.
    package var snapshotID: String?
    /// The instance it is attached to; nil is `available`.
    package var instanceID: String?
    package var tags: [String: String] = [:]

    var state: String { instanceID == nil ? "available" : "in-use" }

    var resource: SimulatedResource {
        SimulatedResource(arn: arn.text, type: "EBS", name: tags["Name"], tags: tags, size: size, keyARN: keyARN)
    }
}
