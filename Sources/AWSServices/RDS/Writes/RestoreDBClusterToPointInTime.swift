import AWSCore
import AWSModel
package import Foundation

extension RDS {
    /// Makes a cluster as another one was at a moment; it has no instances (3.3).
    package struct RestoreDBClusterToPointInTime: RDSWrite {
        package static let name = "RestoreDBClusterToPointInTime"
        package static let call = "rds:RestoreDBClusterToPointInTime"
        package static let changed = (element: "DBCluster", arn: "DBClusterArn")

        /// The cluster's identifier.
        package let source: String
        package let target: String
        /// Nil is the latest there is.
        package let time: Date?
        /// More parameters, by their names on the wire.
        package let options: [String: String]

        /// - Parameter options: by their names in the API; a list has commas between its parts.
        package init(source: String, target: String, time: Date? = nil, options: [String: String] = [:]) {
            self.source = source
            self.target = target
            self.time = time
            self.options = RDS.wire(options)
        }

        package var parameters: KeyValuePairs<String, String?> {
            [
                "SourceDBClusterIdentifier": source, "DBClusterIdentifier": target,
                "RestoreToTime": time.map { WireDate.iso8601($0) },
                "UseLatestRestorableTime": time == nil ? "true" : nil,
            ]
        }
    }
}
