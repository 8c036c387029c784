package import AWSCore
package import AWSModel

extension EFS {
    /// The file systems of a region (3.7).
    package struct DescribeFileSystems: RESTJSONRead, JSONListing {
        package static let service = EFS.service
        package static let name = "DescribeFileSystems"
        package static let call = "elasticfilesystem:DescribeFileSystems"
        /// `Marker` in a reply is that of the page itself.
        package static let members = (rows: "FileSystems", next: "NextMarker")

        /// Rows a page; nil is 100.
        package let maxItems: Int?
        package var nextToken: String?

        package init(maxItems: Int? = nil, nextToken: String? = nil) {
            self.maxItems = maxItems
            self.nextToken = nextToken
        }

        package var path: String { "/2015-02-01/file-systems" }
        package var query: [QueryItem] {
            QueryItem.given(["MaxItems": maxItems.map { String($0) }, "Marker": nextToken])
        }

        package typealias Item = FileSystem
    }
}
