package import AWSCore
package import AWSModel

extension EC2 {
    /// The account's own snapshots in a region (3.6): without an owner EC2 would list every public one.
    package struct DescribeSnapshots: EC2Listing {
        package static let name = "DescribeSnapshots"
        package static let call = "ec2:DescribeSnapshots"
        package static let rows = "snapshotSet"

        /// Rows a page, 5…1000; nil is all at once, which fails where they are many.
        package let maxResults: Int?
        package var nextToken: String?

        package init(maxResults: Int? = nil, nextToken: String? = nil) {
            self.maxResults = maxResults
            self.nextToken = nextToken
        }

        package var parameters: KeyValuePairs<String, String?> {
            ["Owner.1": "self", "MaxResults": maxResults.map { String($0) }, "NextToken": nextToken]
        }

        package static func read(item: XMLElement) throws(MalformedReply) -> EBSSnapshot {
            EBSSnapshot(
                id: try item.requiredText("snapshotId"), volume: try item.requiredText("volumeId"),
                state: item.nonEmptyText("status").map { Open($0) }, startedAt: try item.date("startTime"),
                encrypted: try item.boolean("encrypted"), keyARN: item.nonEmptyText("kmsKeyId"),
                tier: item.nonEmptyText("storageTier"), sizeGiB: try item.integer("volumeSize"),
                text: item.nonEmptyText("description"), tags: try item.ec2Tags())
        }
    }
}
