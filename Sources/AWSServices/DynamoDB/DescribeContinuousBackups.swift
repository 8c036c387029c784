package import AWSCore
package import AWSModel

extension DynamoDB {
    /// Whether a table can be brought back to a moment of the past (3.4). AWS takes ten a second.
    package struct DescribeContinuousBackups: TableRead {
        package static let name = "DescribeContinuousBackups"
        package static let call = "dynamodb:DescribeContinuousBackups"

        package let tableName: String

        package init(tableName: String) { self.tableName = tableName }

        package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> PointInTimeRecovery {
            try JSONReply.decode(Reply.self, from: response.body).backups.recovery
        }

        private struct Reply: Decodable {
            let backups: Backups

            private enum CodingKeys: String, CodingKey { case backups = "ContinuousBackupsDescription" }
        }

        private struct Backups: Decodable {
            let recovery: PointInTimeRecovery

            private enum CodingKeys: String, CodingKey { case recovery = "PointInTimeRecoveryDescription" }
        }
    }
}
