import AWSCore

extension RDS {
    /// Makes a secondary cluster of a global database its writer, whatever has not been replicated being lost (3.3).
    package struct FailoverGlobalCluster: RDSWrite {
        package static let name = "FailoverGlobalCluster"
        package static let call = "rds:FailoverGlobalCluster"
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
            ["GlobalClusterIdentifier": identifier, "TargetDbClusterIdentifier": target, "AllowDataLoss": "true"]
        }
    }
}
