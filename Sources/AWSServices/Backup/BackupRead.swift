package import AWSCore

/// A read of AWS Backup. The IAM action has the name of the call.
package protocol BackupRead: RESTJSONRead {}

extension BackupRead {
    package static var service: Service { Backup.service }
    package static var permission: String? { call }
}
