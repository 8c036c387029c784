package import Foundation

/// `DescribeGlobalSettings`: what holds for the account in every region (2.12).
package struct BackupGlobalSettings: Hashable, Sendable, Codable {
    /// `isCrossAccountBackupEnabled`, …, each `true` or `false`.
    package var settings: [String: String]
    package var updatedAt: Date?

    private enum CodingKeys: String, CodingKey {
        case settings = "GlobalSettings", updatedAt = "LastUpdateTime"
    }

    package init(settings: [String: String], updatedAt: Date? = nil) {
        self.settings = settings
        self.updatedAt = updatedAt
    }
}

extension BackupGlobalSettings {
    package var allowsCrossAccountCopies: Bool { settings["isCrossAccountBackupEnabled"] == "true" }
}
