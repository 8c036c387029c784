import AWSCore
package import AWSModel

extension Backup {
    /// An audit framework with its controls (2.19).
    package struct DescribeFramework: BackupRead {
        package static let name = "DescribeFramework"
        package static let call = "backup:DescribeFramework"

        package let frameworkName: String

        package init(frameworkName: String) { self.frameworkName = frameworkName }

        package var path: String { "/audit/frameworks/\(PercentEncoding.encode(frameworkName))" }

        package typealias Output = AuditFramework
    }
}
