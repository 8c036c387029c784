import AWSCore
import AWSModel

/// What RDS tells of a region besides its databases: the default subnet group, and the quotas of instances and clusters.
enum RDSAccount {
    static func describeSubnetGroups(_ input: FormParameters, _ region: Region) throws(ServiceError) -> HTTPResponse {
        if let name = input["DBSubnetGroupName"], name != "default" {
            throw ServiceError(404, "DBSubnetGroupNotFoundFault", "DB subnet group '\(name)' does not exist.")
        }
        let subnets = EC2Network.subnets(of: region).map { subnet -> XMLElement in
            .node(
                "Subnet",
                [
                    .leaf("SubnetIdentifier", subnet.id),
                    .node("SubnetAvailabilityZone", [.leaf("Name", subnet.zone)]), .leaf("SubnetStatus", "Active"),
                ])
        }
        let group: [XMLElement] = [
            .leaf("DBSubnetGroupName", "default"), .leaf("DBSubnetGroupDescription", "default"),
            .leaf("VpcId", EC2Network.vpc(of: region)), .leaf("SubnetGroupStatus", "Complete"),
            .node("Subnets", subnets),
        ]
        return RDSService.reply(input, [.node("DBSubnetGroups", [.node("DBSubnetGroup", group)])])
    }

    static func describeAttributes(_ input: FormParameters, _ region: Region, _ account: SimulatedAccount)
        -> HTTPResponse
    {
        let used = [
            ("DBInstances", account.databases.instances[region]?.count ?? 0),
            ("DBClusters", account.databases.clusters[region]?.count ?? 0),
        ]
        let rows = used.map { name, count -> XMLElement in
            .node(
                "AccountQuota",
                [.leaf("AccountQuotaName", name), .leaf("Used", "\(count)"), .leaf("Max", "40")])
        }
        return RDSService.reply(input, [.node("AccountQuotas", rows)])
    }
}
