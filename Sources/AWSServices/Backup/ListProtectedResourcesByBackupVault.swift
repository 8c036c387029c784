package import AWSCore
package import AWSModel

extension Backup {
    /// The resources that have recovery points in a vault.
    package struct ListProtectedResourcesByBackupVault: BackupListing {
        package static let name = "ListProtectedResourcesByBackupVault"
        package static let call = "backup:ListProtectedResourcesByBackupVault"
        package static let rows = "Results"

        package let vaultName: String
        package let vaultAccountID: AccountID?
        /// Rows a page, 1…1000; nil is the service's own measure.
        package let maxResults: Int?
        package var nextToken: String?

        package init(
            vaultName: String, vaultAccountID: AccountID? = nil, maxResults: Int? = nil, nextToken: String? = nil
        ) {
            self.vaultName = vaultName
            self.vaultAccountID = vaultAccountID
            self.maxResults = maxResults
            self.nextToken = nextToken
        }

        package var path: String { "/backup-vaults/\(PercentEncoding.encode(vaultName))/resources/" }
        package var query: [QueryItem] {
            QueryItem.given([
                "backupVaultAccountId": vaultAccountID?.digits, "maxResults": maxResults.map { String($0) },
                "nextToken": nextToken,
            ])
        }

        package typealias Item = ProtectedResource
    }
}
