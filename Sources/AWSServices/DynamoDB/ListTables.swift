package import AWSCore

extension DynamoDB {
    /// The names of a region's tables.
    package struct ListTables: JSONRead, Listing {
        package struct Body: Encodable {
            fileprivate let after: String?
            fileprivate let limit: Int?

            private enum CodingKeys: String, CodingKey { case after = "ExclusiveStartTableName", limit = "Limit" }
        }

        package static let service = DynamoDB.service
        package static let name = "ListTables"
        package static let permission: String? = "dynamodb:ListTables"
        package static let call = "dynamodb:ListTables"

        /// Names a page, 1…100; nil is 100.
        package let limit: Int?
        /// The last name of the page before.
        package var nextToken: String?

        package init(limit: Int? = nil, nextToken: String? = nil) {
            self.limit = limit
            self.nextToken = nextToken
        }

        package var body: Body { Body(after: nextToken, limit: limit) }

        package typealias Item = String

        package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> Page<String> {
            let reply = try JSONReply.decode(Reply.self, from: response.body)
            return Page(items: reply.names, nextToken: reply.last)
        }

        /// A page without its rows is malformed: it would read as an account without tables.
        private struct Reply: Decodable {
            let names: [String]
            let last: String?

            private enum CodingKeys: String, CodingKey { case names = "TableNames", last = "LastEvaluatedTableName" }
        }
    }
}
