package import AWSCore
package import AWSModel

extension DynamoDB {
    /// A table with its replicas (3.5).
    package struct DescribeTable: TableRead {
        package static let name = "DescribeTable"
        package static let call = "dynamodb:DescribeTable"

        package let tableName: String

        package init(tableName: String) { self.tableName = tableName }

        package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> Table {
            try JSONReply.decode(Reply.self, from: response.body).table
        }

        private struct Reply: Decodable {
            let table: Table

            private enum CodingKeys: String, CodingKey { case table = "Table" }
        }
    }
}
