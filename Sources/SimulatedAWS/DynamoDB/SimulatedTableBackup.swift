import AWSModel
package import Foundation

/// A backup of a table that somebody asked for, or that DynamoDB made when the table was deleted; it stays in the
/// table's region (3.4).
package struct SimulatedTableBackup: Sendable {
    let arn: String
    let name: String
    /// The table as it was.
    package let table: SimulatedTable
    package let createdAt: Date
    /// `USER`, or `SYSTEM` of a table that is gone.
    package var kind = "USER"

    /// When DynamoDB deletes it; nil is never.
    package var expiresAt: Date? { kind == "SYSTEM" ? createdAt.addingTimeInterval(35 * 86_400) : nil }

    /// As `ListBackups` tells it.
    var summary: JSONText {
        .object([
            "BackupArn": .string(arn), "BackupName": .string(name), "BackupStatus": .string("AVAILABLE"),
            "BackupType": .string(kind), "BackupCreationDateTime": .time(createdAt),
            "BackupSizeBytes": .integer(Int(table.size.bytes)), "TableName": .string(table.name),
            "TableId": .string(table.id), "TableArn": .string(table.arn.text),
        ])
    }

    /// As the call that makes or deletes it tells it.
    var details: JSONText {
        .object([
            "BackupArn": .string(arn), "BackupName": .string(name), "BackupStatus": .string("AVAILABLE"),
            "BackupType": .string(kind), "BackupCreationDateTime": .time(createdAt),
            "BackupSizeBytes": .integer(Int(table.size.bytes)),
        ])
    }
}
