package import AWSCore
package import AWSModel

extension Backup {
    /// A vault with its lock (2.9).
    package struct DescribeBackupVault: BackupRead {
        package static let name = "DescribeBackupVault"
        package static let call = "backup:DescribeBackupVault"

        package let vaultName: String
        package let vaultAccountID: AccountID?

        package init(vaultName: String, vaultAccountID: AccountID? = nil) {
            self.vaultName = vaultName
            self.vaultAccountID = vaultAccountID
        }

        package var path: String { "/backup-vaults/\(PercentEncoding.encode(vaultName))" }
        package var query: [QueryItem] {
            QueryItem.given(["backupVaultAccountId": vaultAccountID?.digits])
        }

        package typealias Output = BackupVault
    }
}
