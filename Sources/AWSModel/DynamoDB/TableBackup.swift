package import Foundation

/// A backup of a table that somebody asked DynamoDB for; it stays in the table's region, and outlives the table (3.4).
package struct TableBackup: Hashable, Sendable, Codable {
    package enum Status: String, Hashable, Sendable {
        case creating = "CREATING", deleted = "DELETED", available = "AVAILABLE"
    }
    package enum Kind: String, Hashable, Sendable {
        case user = "USER", system = "SYSTEM", backup = "AWS_BACKUP"
    }

    package var arn: String
    package var table: String
    /// The id of the table that it is of; one made anew under the same name has another.
    package var tableID: String?
    package var createdAt: Date?
    package var status: Open<Status>?
    package var kind: Open<Kind>?

    private enum CodingKeys: String, CodingKey {
        case arn = "BackupArn", table = "TableName", tableID = "TableId", createdAt = "BackupCreationDateTime", status =
            "BackupStatus", kind = "BackupType"
    }

    package init(
        arn: String, table: String, tableID: String? = nil, createdAt: Date? = nil, status: Open<Status>? = nil,
        kind: Open<Kind>? = nil
    ) {
        self.arn = arn
        self.table = table
        self.tableID = tableID
        self.createdAt = createdAt
        self.status = status
        self.kind = kind
    }
}
