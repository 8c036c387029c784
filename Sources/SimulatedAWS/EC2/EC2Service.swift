import AWSCore
import AWSModel

/// Answers `DescribeRegions`.
enum EC2Service {
    private static let namespace = "http://ec2.amazonaws.com/doc/2016-11-15/"

    static func respond(to request: SimulatedRequest, in account: SimulatedAccount) throws(ServiceError) -> HTTPResponse
    {
        let input = FormParameters(request)
        guard input.action == "DescribeRegions" else {
            throw ServiceError(
                400, "InvalidAction", "The action \(input.action) is not valid for this web service.")
        }
        var regions = account.regions.all
        if input["AllRegions"] != "true" { regions.removeAll { !account.regions.isEnabled($0) } }
        let names = input.list("RegionName").map { Region($0) }
        if let unknown = names.first(where: { account.regions[$0] == nil }) {
            throw ServiceError(400, "InvalidParameterValue", "Invalid region names: [\(unknown)]")
        }
        if !names.isEmpty { regions.removeAll { !names.contains($0) } }
        if input["Filter.1.Name"] == "opt-in-status" {
            let wanted = input.list("Filter.1.Value")
            regions.removeAll { region in account.regions[region].map { !wanted.contains($0.rawValue) } ?? true }
        }
        let rows = regions.map { region in
            XMLElement.node(
                "item",
                [
                    .leaf("regionName", region.name), .leaf("regionEndpoint", "ec2.\(region).amazonaws.com"),
                    .leaf("optInStatus", account.regions[region]?.rawValue ?? ""),
                ])
        }
        let root = XMLElement.node(
            "DescribeRegionsResponse",
            [.leaf("requestId", QueryReply.requestIDToCome), .node("regionInfo", rows)])
        return HTTPResponse(
            status: 200, headers: ["Content-Type": "text/xml;charset=UTF-8"],
            body: XMLReply.bytes(root, namespace: namespace))
    }
}
