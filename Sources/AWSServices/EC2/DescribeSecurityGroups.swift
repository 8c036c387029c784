package import AWSCore
package import AWSModel

extension EC2 {
    /// The security groups of a region.
    package struct DescribeSecurityGroups: EC2Listing {
        package static let name = "DescribeSecurityGroups"
        package static let call = "ec2:DescribeSecurityGroups"
        package static let rows = "securityGroupInfo"

        /// Rows a page, 5…1000; nil is all at once.
        package let maxResults: Int?
        package var nextToken: String?

        package init(maxResults: Int? = nil, nextToken: String? = nil) {
            self.maxResults = maxResults
            self.nextToken = nextToken
        }

        package static func read(item: XMLElement) throws(MalformedReply) -> SecurityGroup {
            SecurityGroup(
                id: try item.requiredText("groupId"), name: item.nonEmptyText("groupName"),
                vpc: item.nonEmptyText("vpcId"))
        }
    }
}
