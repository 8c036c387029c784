package import AWSCore
package import AWSModel

extension Backup {
    /// The legal holds of a region.
    package struct ListLegalHolds: BackupListing {
        package static let name = "ListLegalHolds"
        package static let call = "backup:ListLegalHolds"
        package static let rows = "LegalHolds"

        /// Rows a page, 1…1000; nil is the service's own measure.
        package let maxResults: Int?
        package var nextToken: String?

        package init(maxResults: Int? = nil, nextToken: String? = nil) {
            self.maxResults = maxResults
            self.nextToken = nextToken
        }

        package var path: String { "/legal-holds/" }
        package var query: [QueryItem] {
            QueryItem.given(["maxResults": maxResults.map { String($0) }, "nextToken": nextToken])
        }

        package typealias Item = LegalHold
    }
}
