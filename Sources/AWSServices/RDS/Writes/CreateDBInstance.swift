import AWSCore

extension RDS {
    /// Makes an instance of a cluster.
    package struct CreateDBInstance: RDSWrite {
        package static let name = "CreateDBInstance"
        package static let call = "rds:CreateDBInstance"
        package static let changed = (element: "DBInstance", arn: "DBInstanceArn")

        package let identifier: String
        package let cluster: String
        package let engine: String
        /// `db.r6g.large`
        package let instanceClass: String

        package init(identifier: String, cluster: String, engine: String, instanceClass: String) {
            self.identifier = identifier
            self.cluster = cluster
            self.engine = engine
            self.instanceClass = instanceClass
        }

        package var parameters: KeyValuePairs<String, String?> {
            [
                "DBInstanceIdentifier": identifier, "DBClusterIdentifier": cluster, "Engine": engine,
                "DBInstanceClass": instanceClass,
            ]
        }
    }
}
