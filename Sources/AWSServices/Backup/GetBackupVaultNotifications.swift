import AWSCore
package import AWSModel

extension Backup {
    /// The events that a vault sends, and where to.
    package struct GetBackupVaultNotifications: BackupRead {
        package static let name = "GetBackupVaultNotifications"
        package static let call = "backup:GetBackupVaultNotifications"

        package let vaultName: String

        package init(vaultName: String) { self.vaultName = vaultName }

        package var path: String { "/backup-vaults/\(PercentEncoding.encode(vaultName))/notification-configuration" }

        package typealias Output = VaultNotifications
    }
}
