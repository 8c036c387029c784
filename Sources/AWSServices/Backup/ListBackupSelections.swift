package import AWSCore
package import AWSModel

extension Backup {
    /// The selections of a plan; without any it protects nothing (2.1, 2.5).
    package struct ListBackupSelections: BackupListing {
        package static let name = "ListBackupSelections"
        package static let call = "backup:ListBackupSelections"
        package static let rows = "BackupSelectionsList"

        package let planID: String
        /// Rows a page, 1…1000; nil is the service's own measure.
        package let maxResults: Int?
        package var nextToken: String?

        package init(planID: String, maxResults: Int? = nil, nextToken: String? = nil) {
            self.planID = planID
            self.maxResults = maxResults
            self.nextToken = nextToken
        }

        package var path: String { "/backup/plans/\(PercentEncoding.encode(planID))/selections/" }
        package var query: [QueryItem] {
            QueryItem.given(["maxResults": maxResults.map { String($0) }, "nextToken": nextToken])
        }

        package typealias Item = BackupSelectionSummary
    }
}
