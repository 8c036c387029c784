import AWSCore
package import AWSModel

extension Backup {
    /// The parameters that a restore job was started with (2.16).
    package struct GetRestoreJobMetadata: BackupRead {
        package static let name = "GetRestoreJobMetadata"
        package static let call = "backup:GetRestoreJobMetadata"

        package let jobID: String

        package init(jobID: String) { self.jobID = jobID }

        package var path: String { "/restore-jobs/\(PercentEncoding.encode(jobID))/metadata" }

        package typealias Output = RestoreJobMetadata
    }
}
