import AWSCore

extension RDS {
    /// Makes a read replica an instance of its own (3.2).
    package struct PromoteReadReplica: RDSWrite {
        package static let name = "PromoteReadReplica"
        package static let call = "rds:PromoteReadReplica"
        package static let changed = (element: "DBInstance", arn: "DBInstanceArn")

        package let identifier: String

        package init(identifier: String) {
            self.identifier = identifier
        }

        package var parameters: KeyValuePairs<String, String?> {
            ["DBInstanceIdentifier": identifier]
        }
    }
}
