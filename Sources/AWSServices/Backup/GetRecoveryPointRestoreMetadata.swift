package import AWSCore
package import AWSModel

extension Backup {
    /// What a recovery point was made of: the start of a restore's parameters (2.16).
    package struct GetRecoveryPointRestoreMetadata: BackupRead {
        package static let name = "GetRecoveryPointRestoreMetadata"
        package static let call = "backup:GetRecoveryPointRestoreMetadata"

        package let vaultName: String
        package let recoveryPointARN: String
        package let vaultAccountID: AccountID?

        package init(vaultName: String, recoveryPointARN: String, vaultAccountID: AccountID? = nil) {
            self.vaultName = vaultName
            self.recoveryPointARN = recoveryPointARN
            self.vaultAccountID = vaultAccountID
        }

        package var path: String {
            "/backup-vaults/\(PercentEncoding.encode(vaultName))/recovery-points/\(PercentEncoding.encode(recoveryPointARN))/restore-metadata"
        }
        package var query: [QueryItem] {
            QueryItem.given(["backupVaultAccountId": vaultAccountID?.digits])
        }

        package typealias Output = RecoveryPointRestoreMetadata
    }
}
