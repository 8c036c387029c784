package import AWSCore
package import AWSModel

extension Backup {
    /// A backup plan's document, and AWS's own forecast of its next runs where asked for (2.1).
    package struct GetBackupPlan: BackupRead {
        package static let name = "GetBackupPlan"
        package static let call = "backup:GetBackupPlan"

        package let planID: String
        package let versionID: String?
        package let scheduledRuns: Int?

        package init(planID: String, versionID: String? = nil, scheduledRuns: Int? = nil) {
            self.planID = planID
            self.versionID = versionID
            self.scheduledRuns = scheduledRuns
        }

        package var path: String { "/backup/plans/\(PercentEncoding.encode(planID))/" }
        package var query: [QueryItem] {
            QueryItem.given(["versionId": versionID, "MaxScheduledRunsPreview": scheduledRuns.map { String($0) }])
        }

        package typealias Output = BackupPlanDetail
    }
}
