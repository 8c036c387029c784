package import AWSCore
package import AWSModel

extension Backup {
    /// Every resource that had a backup in this region once (2.13).
    package struct ListProtectedResources: BackupListing {
        package static let name = "ListProtectedResources"
        package static let call = "backup:ListProtectedResources"
        package static let rows = "Results"

        /// Rows a page, 1…1000; nil is the service's own measure.
        package let maxResults: Int?
        package var nextToken: String?

        package init(maxResults: Int? = nil, nextToken: String? = nil) {
            self.maxResults = maxResults
            self.nextToken = nextToken
        }

        package var path: String { "/resources/" }
        package var query: [QueryItem] {
            QueryItem.given(["maxResults": maxResults.map { String($0) }, "nextToken": nextToken])
        }

        package typealias Item = ProtectedResource
    }
}
