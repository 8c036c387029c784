import AWSCore
import AWSModel

/// Answers the calls of EC2 about regions, volumes and snapshots.
enum EC2Service {
    static func respond(to request: SimulatedRequest, in account: inout SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        let input = FormParameters(request)
        switch input.action {
        case "DescribeRegions": return try describeRegions(input, in: account)
        case "DescribeVolumes": return try EBSReads.describeVolumes(input, request.region, account)
        case "DescribeSnapshots": return try EBSReads.describeSnapshots(input, request.region, account)
        case "DescribeSubnets", "DescribeSecurityGroups", "DescribeAvailabilityZones":
            return try EC2Network.respond(to: input, request.region, account)
        default: return try EBSChanges.respond(to: input, request.region, in: &account)
        }
    }

    private static func describeRegions(_ input: FormParameters, in account: SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
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
        return EC2Reply.reply(input.action, [.node("regionInfo", rows)])
    }
}
