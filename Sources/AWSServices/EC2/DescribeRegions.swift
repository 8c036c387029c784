package import AWSCore
package import AWSModel

extension EC2 {
    /// The regions of the partition and whether the account has them.
    package struct DescribeRegions: EC2Read {
        package static let service = EC2.service
        package static let name = "DescribeRegions"
        package static let call = "ec2:DescribeRegions"

        /// Also those that the account has not enabled.
        package let allRegions: Bool

        package init(allRegions: Bool) { self.allRegions = allRegions }

        package var parameters: KeyValuePairs<String, String?> { ["AllRegions": String(allRegions)] }

        package static func read(_ reply: XMLElement) throws(MalformedReply) -> [RegionDescription] {
            var regions: [RegionDescription] = []
            for item in try reply.required("regionInfo").all("item") {
                regions.append(
                    RegionDescription(
                        name: Region(try item.requiredText("regionName")),
                        optInStatus: item.text("optInStatus").map { Open($0) },
                        endpoint: item.text("regionEndpoint")))
            }
            return regions
        }
    }
}
