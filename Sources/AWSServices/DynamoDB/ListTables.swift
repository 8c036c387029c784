package import AWSCore

extension DynamoDB {
    /// The names of a region's tables.
    package struct ListTables: JSONRead, JSONListing {
        package struct Body: Encodable {
            fileprivate let after: String?
            fileprivate let limit: Int?

            private enum CodingKeys: String, CodingKey { case after = "ExclusiveStartTableName", limit = "Limit" }
        }

        package static let service = DynamoDB.service
        package static let name = "ListTables"
        package static let call = "dynamodb:ListTables"
        package static let members = (rows: "TableNames", next: "LastEvaluatedTableName")

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
    }
}
