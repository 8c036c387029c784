package import AWSCore
package import AWSModel

extension Backup {
    /// The restore testing plans of a region (2.17).
    package struct ListRestoreTestingPlans: BackupListing {
        package static let name = "ListRestoreTestingPlans"
        package static let call = "backup:ListRestoreTestingPlans"
        package static let rows = "RestoreTestingPlans"

        /// Rows a page, 1…1000; nil is the service's own measure.
        package let maxResults: Int?
        package var nextToken: String?

        package init(maxResults: Int? = nil, nextToken: String? = nil) {
            self.maxResults = maxResults
            self.nextToken = nextToken
        }

        package var path: String { "/restore-testing/plans" }
        package var query: [QueryItem] {
            QueryItem.given(["MaxResults": maxResults.map { String($0) }, "NextToken": nextToken])
        }

        package typealias Item = RestoreTestingPlan
    }
}
