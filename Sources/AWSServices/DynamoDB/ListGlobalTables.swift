package import AWSCore
package import AWSModel

extension DynamoDB {
    /// The global tables of version 2017.11.29, with the regions of their replicas (3.5).
    package struct ListGlobalTables: JSONRead, Listing {
        package struct Body: Encodable {
            fileprivate let after: String?
            fileprivate let limit: Int?

            private enum CodingKeys: String, CodingKey {
                case after = "ExclusiveStartGlobalTableName", limit = "Limit"
            }
        }

        package static let service = DynamoDB.service
        package static let name = "ListGlobalTables"
        package static let permission: String? = "dynamodb:ListGlobalTables"
        package static let call = "dynamodb:ListGlobalTables"

        /// Tables a page; nil is 100.
        package let limit: Int?
        /// The last name of the page before.
        package var nextToken: String?

        package init(limit: Int? = nil, nextToken: String? = nil) {
            self.limit = limit
            self.nextToken = nextToken
        }

        package var body: Body { Body(after: nextToken, limit: limit) }

        package typealias Item = GlobalTable

        package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> Page<GlobalTable> {
            let reply = try JSONReply.decode(Reply.self, from: response.body)
            return Page(items: reply.tables, nextToken: reply.last)
        }

        /// A page without its rows is malformed: it would read as an account without global tables.
        private struct Reply: Decodable {
            let tables: [GlobalTable]
            let last: String?

            private enum CodingKeys: String, CodingKey {
                case tables = "GlobalTables", last = "LastEvaluatedGlobalTableName"
            }
        }
    }
}
