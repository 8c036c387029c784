package import AWSCore
package import AWSModel

extension DynamoDB {
    /// The tags of a table. AWS takes ten a second.
    package struct ListTagsOfResource: JSONRead, Listing {
        package struct Body: Encodable {
            fileprivate let resource: String
            fileprivate let nextToken: String?

            private enum CodingKeys: String, CodingKey { case resource = "ResourceArn", nextToken = "NextToken" }
        }

        package static let service = DynamoDB.service
        package static let name = "ListTagsOfResource"
        package static let permission: String? = "dynamodb:ListTagsOfResource"
        package static let call = "dynamodb:ListTagsOfResource"

        package let resourceARN: ARN
        package var nextToken: String?

        package init(resourceARN: ARN, nextToken: String? = nil) {
            self.resourceARN = resourceARN
            self.nextToken = nextToken
        }

        package var body: Body { Body(resource: resourceARN.text, nextToken: nextToken) }

        package typealias Item = Tag

        package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> Page<Tag> {
            let reply = try JSONReply.decode(Reply.self, from: response.body)
            return Page(items: reply.tags, nextToken: reply.nextToken)
        }

        private struct Reply: Decodable {
            let tags: [Tag]
            let nextToken: String?

            private enum CodingKeys: String, CodingKey { case tags = "Tags", nextToken = "NextToken" }
        }
    }
}
