package import AWSCore
package import AWSModel

extension Backup {
    /// The selections of a restore testing plan (2.17).
    package struct ListRestoreTestingSelections: BackupListing {
        package static let name = "ListRestoreTestingSelections"
        package static let call = "backup:ListRestoreTestingSelections"
        package static let rows = "RestoreTestingSelections"

        package let planName: String
        /// Rows a page, 1…1000; nil is the service's own measure.
        package let maxResults: Int?
        package var nextToken: String?

        package init(planName: String, maxResults: Int? = nil, nextToken: String? = nil) {
            self.planName = planName
            self.maxResults = maxResults
            self.nextToken = nextToken
        }

        package var path: String { "/restore-testing/plans/\(PercentEncoding.encode(planName))/selections" }
        package var query: [QueryItem] {
            QueryItem.given(["MaxResults": maxResults.map { String($0) }, "NextToken": nextToken])
        }

        package typealias Item = RestoreTestingSelectionSummary
    }
}
