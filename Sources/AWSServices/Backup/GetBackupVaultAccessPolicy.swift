import AWSCore
package import AWSModel

extension Backup {
    /// The resource policy of a vault; a vault without answers with an error.
    package struct GetBackupVaultAccessPolicy: BackupRead {
        package static let name = "GetBackupVaultAccessPolicy"
        package static let call = "backup:GetBackupVaultAccessPolicy"

        package let vaultName: String

        package init(vaultName: String) { self.vaultName = vaultName }

        package var path: String { "/backup-vaults/\(PercentEncoding.encode(vaultName))/access-policy" }

        package typealias Output = VaultAccessPolicy
    }
}
