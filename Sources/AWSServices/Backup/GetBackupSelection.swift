import AWSCore
package import AWSModel

extension Backup {
    /// What one selection of a plan takes (2.5).
    package struct GetBackupSelection: BackupRead {
        package static let name = "GetBackupSelection"
        package static let call = "backup:GetBackupSelection"

        package let planID: String
        package let selectionID: String

        package init(planID: String, selectionID: String) {
            self.planID = planID
            self.selectionID = selectionID
        }

        package var path: String {
            "/backup/plans/\(PercentEncoding.encode(planID))/selections/\(PercentEncoding.encode(selectionID))"
        }

        package typealias Output = BackupSelectionDetail
    }
}
