package import AWSCore
package import AWSModel

extension EC2 {
    /// The subnets of a region.
    package struct DescribeSubnets: EC2Listing {
        package static let name = "DescribeSubnets"
        package static let call = "ec2:DescribeSubnets"
        package static let rows = "subnetSet"

        /// Rows a page, 5…1000; nil is all at once.
        package let maxResults: Int?
        package var nextToken: String?

        package init(maxResults: Int? = nil, nextToken: String? = nil) {
            self.maxResults = maxResults
            self.nextToken = nextToken
        }

        package static func read(item: XMLElement) throws(MalformedReply) -> Subnet {
            Subnet(
                id: try item.requiredText("subnetId"), vpc: item.nonEmptyText("vpcId"),
                zone: item.nonEmptyText("availabilityZone"),
                freeAddresses: try item.integer("availableIpAddressCount"))
        }
    }
}
