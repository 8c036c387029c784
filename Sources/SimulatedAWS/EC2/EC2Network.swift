import AWSCore
import AWSModel

/// The network that every region begins with: a default VPC, a subnet in each of three zones, a security group.
enum EC2Network {
    static func zones(of region: Region) -> [String] { ["a", "b", "c"].map { region.name + $0 } }

    static func vpc(of region: Region) -> String { "vpc-" + id(region.name) }

    static func subnets(of region: Region) -> [(id: String, zone: String)] {
        zones(of: region).map { ("subnet-" + id($0), $0) }
    }

    static func securityGroup(of region: Region) -> String { "sg-" + id(region.name) }

    static func respond(to input: FormParameters, _ region: Region, _ account: SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        switch input.action {
        case "DescribeSubnets": return try describeSubnets(input, region, account)
        case "DescribeSecurityGroups": return try describeSecurityGroups(input, region, account)
        default:
            let rows = zones(of: region).map { zone -> XMLElement in
                .node(
                    "item",
                    [
                        .leaf("zoneName", zone), .leaf("zoneState", "available"), .leaf("regionName", region.name),
                        .leaf("optInStatus", "opt-in-not-required"), .leaf("zoneType", "availability-zone"),
                    ])
            }
            return EC2Reply.reply(input.action, [.node("availabilityZoneInfo", rows)])
        }
    }

    private static func describeSubnets(_ input: FormParameters, _ region: Region, _ account: SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        let names = input.list("SubnetId")
        let subnets = subnets(of: region)
        if let missing = names.first(where: { name in !subnets.contains { $0.id == name } }) {
            throw ServiceError(
                400, "InvalidSubnetID.NotFound", "The subnet ID '\(missing)' does not exist")
        }
        let rows = subnets.filter { names.isEmpty || names.contains($0.id) }.map { subnet in
            EC2Listing.Row(
                fields: ["subnet-id": [subnet.id], "vpc-id": [vpc(of: region)], "availability-zone": [subnet.zone]],
                tags: [:],
                document: [
                    .leaf("subnetId", subnet.id), .leaf("state", "available"), .leaf("vpcId", vpc(of: region)),
                    .leaf("cidrBlock", "172.31.0.0/20"), .leaf("availableIpAddressCount", "4091"),
                    .leaf("availabilityZone", subnet.zone), .leaf("defaultForAz", "true"),
                    .leaf("ownerId", account.id.digits),
                ])
        }
        return try EC2Listing(name: "subnetSet", filters: ["subnet-id", "vpc-id", "availability-zone"], rows: rows)
            .reply(to: input, isNamed: !names.isEmpty)
    }

    private static func describeSecurityGroups(_ input: FormParameters, _ region: Region, _ account: SimulatedAccount)
        throws(ServiceError) -> HTTPResponse
    {
        let names = input.list("GroupId")
        let id = securityGroup(of: region)
        if let missing = names.first(where: { $0 != id }) {
            throw ServiceError(400, "InvalidGroup.NotFound", "The security group '\(missing)' does not exist")
        }
        let row = EC2Listing.Row(
            fields: ["group-id": [id], "group-name": ["default"], "vpc-id": [vpc(of: region)]], tags: [:],
            document: [
                .leaf("ownerId", account.id.digits), .leaf("groupId", id), .leaf("groupName", "default"),
                .leaf("groupDescription", "default VPC security group"), .leaf("vpcId", vpc(of: region)),
            ])
        return try EC2Listing(
            name: "securityGroupInfo", filters: ["group-id", "group-name", "vpc-id"], rows: [row]
        ).reply(to: input, isNamed: !names.isEmpty)
    }

    private static func id(_ seed: String) -> String {
        var ids = SequenceOfIDs(seed: "network " + seed)
        return String(("0" + ids.uuid().filter { $0 != "-" }).prefix(17))
    }
}
