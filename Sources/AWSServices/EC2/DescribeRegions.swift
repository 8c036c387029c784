package import AWSCore
package import AWSModel

extension EC2 {
    /// The regions of the partition and whether the account has them.
    package struct DescribeRegions: ReadOperation {
        package static let service = EC2.service
        package static let name = "DescribeRegions"
        package static let permission: String? = "ec2:DescribeRegions"
        package static let call = "ec2:DescribeRegions"

        /// Also those that the account has not enabled.
        package let allRegions: Bool

        package init(allRegions: Bool) { self.allRegions = allRegions }

        package func request() -> OperationRequest {
            var form = FormBody(action: Self.name, version: Self.service.apiVersion)
            form.add("AllRegions", String(allRegions))
            return OperationRequest(method: .post, body: form.bytes)
        }

        package static func decode(_ response: HTTPResponse) throws(MalformedReply) -> [RegionDescription] {
            let document = try XMLElement.document(response, root: "DescribeRegionsResponse")
            var regions: [RegionDescription] = []
            for item in try document.required("regionInfo").all("item") {
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
