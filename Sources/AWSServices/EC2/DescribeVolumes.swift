package import AWSCore
package import AWSModel
import Foundation

extension EC2 {
    /// The volumes of a region (3.6).
    package struct DescribeVolumes: EC2Listing {
        package static let name = "DescribeVolumes"
        package static let call = "ec2:DescribeVolumes"
        package static let rows = "volumeSet"

        /// Rows a page, 5…500; nil is all at once, which fails where they are many.
        package let maxResults: Int?
        package var nextToken: String?

        package init(maxResults: Int? = nil, nextToken: String? = nil) {
            self.maxResults = maxResults
            self.nextToken = nextToken
        }

        package static func read(item: XMLElement) throws(MalformedReply) -> Volume {
            let attachments = item["attachmentSet"]?.all("item") ?? []
            return Volume(
                id: try item.requiredText("volumeId"), state: item.nonEmptyText("status"),
                sizeGiB: try item.integer("size"), encrypted: try item.boolean("encrypted"),
                keyARN: item.nonEmptyText("kmsKeyId"), zone: item.nonEmptyText("availabilityZone"),
                createdAt: try item.date("createTime"),
                instances: attachments.compactMap { $0.nonEmptyText("instanceId") }, tags: try item.ec2Tags(),
                type: item.nonEmptyText("volumeType"), device: attachments.first?.nonEmptyText("device"),
                snapshot: item.nonEmptyText("snapshotId"), attachedAt: try lastAttachment(attachments))
        }

        /// Nil where one of them does not tell.
        private static func lastAttachment(_ attachments: [XMLElement]) throws(MalformedReply) -> Date? {
            var moments: [Date] = []
            for attachment in attachments {
                guard let moment = try attachment.date("attachTime") else { return nil }
                moments.append(moment)
            }
            return moments.max()
        }
    }
}
