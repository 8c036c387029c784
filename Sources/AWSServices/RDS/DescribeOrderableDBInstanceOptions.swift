package import AWSCore
import AWSModel

extension RDS {
    /// The versions of an engine that a region offers with one class of instance; none where it offers none.
    package struct DescribeOrderableDBInstanceOptions: RDSListing {
        package static let name = "DescribeOrderableDBInstanceOptions"
        package static let call = "rds:DescribeOrderableDBInstanceOptions"
        package static let rows = (list: "OrderableDBInstanceOptions", row: "OrderableDBInstanceOption")

        package let engine: String
        package let instanceClass: String
        package let maxRecords: Int?
        package var nextToken: String?

        package init(engine: String, instanceClass: String, maxRecords: Int? = nil, nextToken: String? = nil) {
            self.engine = engine
            self.instanceClass = instanceClass
            self.maxRecords = maxRecords
            self.nextToken = nextToken
        }

        package var parameters: KeyValuePairs<String, String?> {
            [
                "Engine": engine, "DBInstanceClass": instanceClass, "MaxRecords": maxRecords.map { String($0) },
                "Marker": nextToken,
            ]
        }

        package static func read(row: XMLElement) throws(MalformedReply) -> String {
            try row.requiredText("EngineVersion")
        }
    }
}
