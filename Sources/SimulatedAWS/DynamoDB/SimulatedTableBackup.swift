import AWSModel
import Foundation

/// A backup of a table that somebody asked for; it stays in the table's region (3.4).
struct SimulatedTableBackup: Sendable {
    let arn: String
    let name: String
    /// The table as it was.
    let table: SimulatedTable
    let createdAt: Date

    /// As `ListBackups` tells it.
    var summary: JSONText {
        .object([
            "BackupArn": .string(arn), "BackupName": .string(name), "BackupStatus": .string("AVAILABLE"),
            "BackupType": .string("USER"), "BackupCreationDateTime": .time(createdAt),
            "BackupSizeBytes": .integer(Int(table.size.bytes)), "TableName": .string(table.name),
            "TableId": .string(table.id), "TableArn": .string(table.arn.text),
        ])
    }

    /// As the call that makes or deletes it tells it.
    var details: JSONText {
        .object([
            "BackupArn": .string(arn), "BackupName": .string(name), "BackupStatus": .string("AVAILABLE"),
            "BackupType": .string("USER"), "BackupCreationDateTime": .time(createdAt),
            "BackupSizeBytes": .integer(Int(table.size.bytes)),
        ])
    }
}
