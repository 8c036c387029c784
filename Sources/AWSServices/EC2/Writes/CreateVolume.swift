package import AWSCore

extension EC2 {
    /// Makes a volume of a snapshot; answered with its id. EC2 knows the token and answers it with the same volume.
    package struct CreateVolume: EC2Write {
        package static let service = EC2.service
        package static let name = "CreateVolume"
        package static let call = "ec2:CreateVolume"
        package static let isRepeatable = true

        package let snapshot: String
        package let zone: String
        /// More parameters, by their names on the wire.
        package let options: [String: String]
        package let token: String

        package init(snapshot: String, zone: String, options: [String: String] = [:], token: String) {
            self.snapshot = snapshot
            self.zone = zone
            self.options = options
            self.token = token
        }

        package var idempotencyToken: String? { token }
        package var parameters: KeyValuePairs<String, String?> {
            ["SnapshotId": snapshot, "AvailabilityZone": zone, "ClientToken": token]
        }

        package static func read(_ reply: XMLElement) throws(MalformedReply) -> String {
            try reply.requiredText("volumeId")
        }
    }
}
