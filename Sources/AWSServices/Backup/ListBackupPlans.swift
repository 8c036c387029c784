package import AWSCore
package import AWSModel

extension Backup {
    /// The backup plans of a region (2.1).
    package struct ListBackupPlans: BackupListing {
        package static let name = "ListBackupPlans"
        package static let call = "backup:ListBackupPlans"
        package static let rows = "BackupPlansList"

        package let includeDeleted: Bool?
        /// Rows a page, 1…1000; nil is the service's own measure.
        package let maxResults: Int?
        package var nextToken: String?

        package init(includeDeleted: Bool? = nil, maxResults: Int? = nil, nextToken: String? = nil) {
            self.includeDeleted = includeDeleted
            self.maxResults = maxResults
            self.nextToken = nextToken
        }

        package var path: String { "/backup/plans/" }
        package var query: [QueryItem] {
            QueryItem.given([
                "includeDeleted": includeDeleted.map { String($0) }, "maxResults": maxResults.map { String($0) },
                "nextToken": nextToken,
            ])
        }

        package typealias Item = BackupPlanSummary
    }
}
