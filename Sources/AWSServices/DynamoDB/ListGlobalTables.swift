package import AWSCore
package import AWSModel

extension DynamoDB {
    /// The global tables of version 2017.11.29, with the regions of their replicas (3.5).
    package struct ListGlobalTables: JSONRead, JSONListing {
        package struct Body: Encodable {
            fileprivate let after: String?
            fileprivate let limit: Int?

            private enum CodingKeys: String, CodingKey {
                case after = "ExclusiveStartGlobalTableName", limit = "Limit"
            }
        }

        package static let service = DynamoDB.service
        package static let name = "ListGlobalTables"
        package static let call = "dynamodb:ListGlobalTables"
        package static let members = (rows: "GlobalTables", next: "LastEvaluatedGlobalTableName")

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
    }
}
