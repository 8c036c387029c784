package import AWSCore
package import AWSModel

extension RDS {
    /// The groups of subnets that a region's databases can be put into.
    package struct DescribeDBSubnetGroups: RDSListing {
        package static let name = "DescribeDBSubnetGroups"
        package static let call = "rds:DescribeDBSubnetGroups"
        package static let rows = (list: "DBSubnetGroups", row: "DBSubnetGroup")

        package let maxRecords: Int?
        package var nextToken: String?

        package init(maxRecords: Int? = nil, nextToken: String? = nil) {
            self.maxRecords = maxRecords
            self.nextToken = nextToken
        }

        package static func read(row: XMLElement) throws(MalformedReply) -> DBSubnetGroup {
            DBSubnetGroup(
                name: try row.requiredText("DBSubnetGroupName"), vpc: row.nonEmptyText("VpcId"),
                status: row.nonEmptyText("SubnetGroupStatus"),
                subnets: row.rows("Subnets", "Subnet").compactMap { $0.nonEmptyText("SubnetIdentifier") })
        }
    }
}
