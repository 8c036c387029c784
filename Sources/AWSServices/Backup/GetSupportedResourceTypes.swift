package import AWSCore

extension Backup {
    /// The resource types that AWS Backup supports in this region.
    package struct GetSupportedResourceTypes: BackupRead {
        package static let name = "GetSupportedResourceTypes"
        package static let call = "backup:GetSupportedResourceTypes"

        package init() {}

        package var path: String { "/supported-resource-types" }

        package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> [String] {
            try json(Reply.self, response).types
        }

        private struct Reply: Decodable {
            let types: [String]

            private enum CodingKeys: String, CodingKey { case types = "ResourceTypes" }
        }
    }
}
