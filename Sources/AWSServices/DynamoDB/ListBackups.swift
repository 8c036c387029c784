package import AWSCore
package import AWSModel

extension DynamoDB {
    /// The backups of a region's tables that were asked for one by one; those of AWS Backup are its recovery points
    /// (3.4).
    package struct ListBackups: JSONRead, JSONListing {
        package struct Body: Encodable {
            fileprivate let after: String?
            fileprivate let limit: Int?
            fileprivate let kind: String

            private enum CodingKeys: String, CodingKey {
                case after = "ExclusiveStartBackupArn", limit = "Limit", kind = "BackupType"
            }
        }

        package static let service = DynamoDB.service
        package static let name = "ListBackups"
        package static let call = "dynamodb:ListBackups"
        package static let members = (rows: "BackupSummaries", next: "LastEvaluatedBackupArn")

        package let kind: TableBackup.Kind
        /// Backups a page, 1…100; nil is 100.
        package let limit: Int?
        /// The ARN of the last backup of the page before.
        package var nextToken: String?

        package init(_ kind: TableBackup.Kind, limit: Int? = nil, nextToken: String? = nil) {
            self.kind = kind
            self.limit = limit
            self.nextToken = nextToken
        }

        package var body: Body { Body(after: nextToken, limit: limit, kind: kind.rawValue) }

        package typealias Item = TableBackup
    }
}
