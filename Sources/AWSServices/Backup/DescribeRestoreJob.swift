import AWSCore
package import AWSModel

extension Backup {
    /// One restore job (2.17).
    package struct DescribeRestoreJob: BackupRead {
        package static let name = "DescribeRestoreJob"
        package static let call = "backup:DescribeRestoreJob"

        package let jobID: String

        package init(jobID: String) { self.jobID = jobID }

        package var path: String { "/restore-jobs/\(PercentEncoding.encode(jobID))" }

        package typealias Output = RestoreJob
    }
}
