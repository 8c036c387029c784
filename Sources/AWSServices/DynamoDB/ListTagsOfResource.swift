package import AWSCore
package import AWSModel

extension DynamoDB {
    /// The tags of a table. AWS takes ten a second.
    package struct ListTagsOfResource: JSONRead, JSONListing {
        package struct Body: Encodable {
            fileprivate let resource: String
            fileprivate let nextToken: String?

            private enum CodingKeys: String, CodingKey { case resource = "ResourceArn", nextToken = "NextToken" }
        }

        package static let service = DynamoDB.service
        package static let name = "ListTagsOfResource"
        package static let call = "dynamodb:ListTagsOfResource"
        package static let members = (rows: "Tags", next: "NextToken")

        package let resourceARN: ARN
        package var nextToken: String?

        package init(resourceARN: ARN, nextToken: String? = nil) {
            self.resourceARN = resourceARN
            self.nextToken = nextToken
        }

        package var body: Body { Body(resource: resourceARN.text, nextToken: nextToken) }

        package typealias Item = Tag
    }
}
