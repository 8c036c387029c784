package import AWSCore
package import AWSModel

extension EC2 {
    /// The zones of a region that the account may use.
    package struct DescribeAvailabilityZones: EC2Read {
        package static let service = EC2.service
        package static let name = "DescribeAvailabilityZones"
        package static let call = "ec2:DescribeAvailabilityZones"

        package init() {}

        package var parameters: KeyValuePairs<String, String?> { [:] }

        package static func read(_ reply: XMLElement) throws(MalformedReply) -> [AvailabilityZone] {
            var zones: [AvailabilityZone] = []
            for item in try reply.required("availabilityZoneInfo").all("item") {
                zones.append(
                    AvailabilityZone(name: try item.requiredText("zoneName"), state: item.nonEmptyText("zoneState")))
            }
            return zones
        }
    }
}
