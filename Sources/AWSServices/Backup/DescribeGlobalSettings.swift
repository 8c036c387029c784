import AWSCore
package import AWSModel

extension Backup {
    /// The account's settings across regions: whether copies to other accounts are allowed (2.12).
    package struct DescribeGlobalSettings: BackupRead {
        package static let name = "DescribeGlobalSettings"
        package static let call = "backup:DescribeGlobalSettings"

        package init() {}

        package var path: String { "/global-settings" }

        package typealias Output = BackupGlobalSettings
    }
}
