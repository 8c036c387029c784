package import AWSCore

/// A read of AWS Backup.
package protocol BackupRead: RESTJSONRead {}

extension BackupRead {
    package static var service: Service { Backup.service }
}
