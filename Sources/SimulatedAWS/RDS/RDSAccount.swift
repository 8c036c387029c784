import AWSCore
import AWSModel

/// What RDS tells of a region besides its databases: the default subnet group, the classes that it offers, and the quotas
/// of instances and clusters.
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

    /// Two versions of each engine, with every class of these families.
    private static let versions = [
        "aurora-mysql": ["8.0.mysql_aurora.3.08.2", "8.0.mysql_aurora.3.10.0"],
        "aurora-postgresql": ["16.8", "17.5"], "mysql": ["8.0.42", "8.4.5"], "postgres": ["16.9", "17.5"],
        "mariadb": ["10.11.13", "11.4.7"],
    ]
    private static let families: Set = ["m5", "m6g", "m6i", "m7g", "r5", "r6g", "r6i", "r7g", "t3", "t4g"]
    private static let sizes: Set = ["medium", "large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "16xlarge"]

    static func describeClasses(_ input: FormParameters) throws(ServiceError) -> HTTPResponse {
        guard let engine = input["Engine"] else {
            throw ServiceError(400, "MissingParameter", "The request must contain the parameter Engine.")
        }
        guard let versions = versions[engine] else { throw RDSService.invalidValue("Invalid DB engine: \(engine)") }
        var classes = families.sorted().flatMap { family in sizes.sorted().map { "db.\(family).\($0)" } }
        if let wanted = input["DBInstanceClass"] {
            guard wanted.hasPrefix("db.") else { throw RDSService.invalidValue("Invalid DB Instance class: \(wanted)") }
            classes.removeAll { $0 != wanted }
        }
        let rows = versions.flatMap { version in
            classes.map { name in
                RDSListing.Row(
                    fields: [:],
                    document: [
                        .leaf("Engine", engine), .leaf("EngineVersion", version), .leaf("DBInstanceClass", name),
                    ])
            }
        }
        return try RDSListing(
            name: "OrderableDBInstanceOptions", member: "OrderableDBInstanceOption", filters: [], rows: rows
        ).reply(to: input)
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
