package import AWSCore
package import AWSModel

extension EFS {
    /// The replications that begin or end in a region (3.7).
    package struct DescribeReplicationConfigurations: RESTJSONRead, JSONListing {
        package static let service = EFS.service
        package static let name = "DescribeReplicationConfigurations"
        package static let call = "elasticfilesystem:DescribeReplicationConfigurations"
        package static let members = (rows: "Replications", next: "NextToken")

        /// Rows a page; nil is 100.
        package let maxResults: Int?
        package var nextToken: String?

        package init(maxResults: Int? = nil, nextToken: String? = nil) {
            self.maxResults = maxResults
            self.nextToken = nextToken
        }

        package var path: String { "/2015-02-01/file-systems/replication-configurations" }
        package var query: [QueryItem] {
            QueryItem.given(["MaxResults": maxResults.map { String($0) }, "NextToken": nextToken])
        }

        package typealias Item = FileSystemReplication
    }
}
