package import AWSCore
package import AWSModel

extension Backup {
    /// One recovery point of a vault.
    package struct DescribeRecoveryPoint: BackupRead {
        package static let name = "DescribeRecoveryPoint"
        package static let call = "backup:DescribeRecoveryPoint"

        package let vaultName: String
        package let recoveryPointARN: String
        package let vaultAccountID: AccountID?

        package init(vaultName: String, recoveryPointARN: String, vaultAccountID: AccountID? = nil) {
            self.vaultName = vaultName
            self.recoveryPointARN = recoveryPointARN
            self.vaultAccountID = vaultAccountID
        }

        package var path: String {
            "/backup-vaults/\(PercentEncoding.encode(vaultName))/recovery-points/\(PercentEncoding.encode(recoveryPointARN))"
        }
        package var query: [QueryItem] {
            QueryItem.given(["backupVaultAccountId": vaultAccountID?.digits])
        }

        package typealias Output = RecoveryPoint
    }
}
