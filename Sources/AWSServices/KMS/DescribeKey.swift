package import AWSCore
package import AWSModel

extension KMS {
    /// A key and its state, by id, alias or ARN, in the region that is asked (1.9).
    package struct DescribeKey: JSONRead {
        package struct Body: Encodable {
            fileprivate let keyID: String

            private enum CodingKeys: String, CodingKey { case keyID = "KeyId" }
        }

        package static let service = KMS.service
        package static let name = "DescribeKey"
        package static let call = "kms:DescribeKey"

        package let keyID: String

        package init(keyID: String) { self.keyID = keyID }

        package var body: Body { Body(keyID: keyID) }

        package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> KeyMetadata {
            try JSONReply.decode(Reply.self, from: response.body).key
        }

        private struct Reply: Decodable {
            let key: KeyMetadata

            private enum CodingKeys: String, CodingKey { case key = "KeyMetadata" }
        }
    }
}
