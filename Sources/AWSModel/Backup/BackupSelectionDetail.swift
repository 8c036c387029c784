package import Foundation

/// `GetBackupSelection`: a selection's document and what surrounds it.
package struct BackupSelectionDetail: Hashable, Sendable, Codable {
    package var selection: BackupSelection
    package var id: String
    package var planID: String?
    package var createdAt: Date?

    private enum CodingKeys: String, CodingKey {
        case selection = "BackupSelection", id = "SelectionId", planID = "BackupPlanId", createdAt = "CreationDate"
    }

    package init(selection: BackupSelection, id: String, planID: String? = nil, createdAt: Date? = nil) {
        self.selection = selection
        self.id = id
        self.planID = planID
        self.createdAt = createdAt
    }
}
