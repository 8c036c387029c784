import AWSCore
import AWSModel
package import Foundation

extension RDS {
    /// Makes an instance as another one was at a moment (3.1).
    package struct RestoreDBInstanceToPointInTime: RDSWrite {
        package static let name = "RestoreDBInstanceToPointInTime"
        package static let call = "rds:RestoreDBInstanceToPointInTime"
        package static let changed = (element: "DBInstance", arn: "DBInstanceArn")

        /// The instance's identifier, or the ARN of its replicated automated backup.
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
                "SourceDBInstanceIdentifier": isReplicatedBackup ? nil : source,
                "SourceDBInstanceAutomatedBackupsArn": isReplicatedBackup ? source : nil,
                "TargetDBInstanceIdentifier": target, "RestoreTime": time.map { WireDate.iso8601($0) },
                "UseLatestRestorableTime": time == nil ? "true" : nil,
            ]
        }

        private var isReplicatedBackup: Bool { source.contains(":auto-backup:") }
    }
}
