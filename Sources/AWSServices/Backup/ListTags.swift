package import AWSCore
package import AWSModel

extension Backup {
    /// The tags of a vault, plan or recovery point, sorted by key within a page.
    package struct ListTags: BackupRead, Listing {
        package static let name = "ListTags"
        package static let call = "backup:ListTags"

        package let resourceARN: String
        /// Rows a page, 1…1000; nil is the service's own measure.
        package let maxResults: Int?
        package var nextToken: String?

        package init(resourceARN: String, maxResults: Int? = nil, nextToken: String? = nil) {
            self.resourceARN = resourceARN
            self.maxResults = maxResults
            self.nextToken = nextToken
        }

        package var path: String { "/tags/\(PercentEncoding.encode(resourceARN))/" }
        package var query: [QueryItem] {
            QueryItem.given(["maxResults": maxResults.map { String($0) }, "nextToken": nextToken])
        }

        package typealias Item = Tag

        package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> Page<Tag> {
            let reply = try json(Reply.self, response)
            let tags = reply.tags.map { Tag(key: $0.key, value: $0.value) }
            return Page(items: tags.sorted { $0.key < $1.key }, nextToken: reply.nextToken)
        }

        private struct Reply: Decodable {
            let tags: [String: String]
            let nextToken: String?

            private enum CodingKeys: String, CodingKey { case tags = "Tags", nextToken = "NextToken" }
        }
    }
}
