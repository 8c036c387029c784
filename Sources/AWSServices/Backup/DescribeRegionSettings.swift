import AWSCore
package import AWSModel

extension Backup {
    /// Which resource types are opted in, in this region and account (2.6).
    package struct DescribeRegionSettings: BackupRead {
        package static let name = "DescribeRegionSettings"
        package static let call = "backup:DescribeRegionSettings"

        package init() {}

        package var path: String { "/account-settings" }

        package typealias Output = BackupRegionSettings
    }
}
