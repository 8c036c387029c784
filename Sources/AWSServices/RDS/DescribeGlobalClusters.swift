package import AWSCore
package import AWSModel

extension RDS {
    /// The global databases of which a region has a cluster (3.3).
    package struct DescribeGlobalClusters: RDSListing {
        package static let name = "DescribeGlobalClusters"
        package static let call = "rds:DescribeGlobalClusters"
        /// The row's name is no slip: RDS calls a database here as it calls the members of one.
        package static let rows = (list: "GlobalClusters", row: "GlobalClusterMember")

        package let maxRecords: Int?
        package var nextToken: String?

        package init(maxRecords: Int? = nil, nextToken: String? = nil) {
            self.maxRecords = maxRecords
            self.nextToken = nextToken
        }

        package static func read(row: XMLElement) throws(MalformedReply) -> GlobalCluster {
            var members: [GlobalCluster.Member] = []
            for member in row.rows("GlobalClusterMembers", "GlobalClusterMember") {
                members.append(
                    GlobalCluster.Member(
                        clusterARN: try member.requiredARN("DBClusterArn"),
                        isWriter: try member.boolean("IsWriter") ?? false,
                        readers: member.rows("Readers", "member").map(\.text),
                        synchronization: member.nonEmptyText("SynchronizationStatus").map { Open($0) }))
            }
            return GlobalCluster(
                identifier: try row.requiredText("GlobalClusterIdentifier"), arn: row.nonEmptyText("GlobalClusterArn"),
                engine: row.nonEmptyText("Engine"), status: row.nonEmptyText("Status"), members: members,
                failover: row["FailoverState"]?.nonEmptyText("Status"),
                deletionProtection: try row.boolean("DeletionProtection"))
        }
    }
}
