package import AWSCore
package import AWSModel

extension Backup {
    /// The audit frameworks of a region (2.19).
    package struct ListFrameworks: BackupListing {
        package static let name = "ListFrameworks"
        package static let call = "backup:ListFrameworks"
        package static let rows = "Frameworks"

        /// Rows a page, 1…1000; nil is the service's own measure.
        package let maxResults: Int?
        package var nextToken: String?

        package init(maxResults: Int? = nil, nextToken: String? = nil) {
            self.maxResults = maxResults
            self.nextToken = nextToken
        }

        package var path: String { "/audit/frameworks" }
        package var query: [QueryItem] {
            QueryItem.given(["MaxResults": maxResults.map { String($0) }, "NextToken": nextToken])
        }

        package typealias Item = AuditFrameworkSummary
    }
}
