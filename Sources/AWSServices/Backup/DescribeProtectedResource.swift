import AWSCore
package import AWSModel

extension Backup {
    /// A resource that had a backup once, with its last restore.
    package struct DescribeProtectedResource: BackupRead {
        package static let name = "DescribeProtectedResource"
        package static let call = "backup:DescribeProtectedResource"

        package let resourceARN: String

        package init(resourceARN: String) { self.resourceARN = resourceARN }

        package var path: String { "/resources/\(PercentEncoding.encode(resourceARN))" }

        package typealias Output = ProtectedResourceDetail
    }
}
