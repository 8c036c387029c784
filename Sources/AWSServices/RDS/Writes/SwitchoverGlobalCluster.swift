import AWSCore

extension RDS {
    /// Changes the writer of a healthy global database without losing anything (3.3).
    package struct SwitchoverGlobalCluster: RDSWrite {
        package static let name = "SwitchoverGlobalCluster"
        package static let call = "rds:SwitchoverGlobalCluster"
        package static let changed = (element: "GlobalCluster", arn: "GlobalClusterArn")

        /// The global cluster.
        package let identifier: String
        /// The ARN of the cluster that shall write.
        package let target: String

        package init(identifier: String, target: String) {
            self.identifier = identifier
            self.target = target
        }

        package var parameters: KeyValuePairs<String, String?> {
            ["GlobalClusterIdentifier": identifier, "TargetDbClusterIdentifier": target]
        }
    }
}
