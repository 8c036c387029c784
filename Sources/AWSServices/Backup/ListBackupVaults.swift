package import AWSCore
package import AWSModel

extension Backup {
    /// The vaults of a region (2.9).
    package struct ListBackupVaults: BackupListing {
        package static let name = "ListBackupVaults"
        package static let call = "backup:ListBackupVaults"
        package static let rows = "BackupVaultList"

        package let type: BackupVault.VaultType?
        package let shared: Bool?
        /// Rows a page, 1…1000; nil is the service's own measure.
        package let maxResults: Int?
        package var nextToken: String?

        package init(
            type: BackupVault.VaultType? = nil, shared: Bool? = nil, maxResults: Int? = nil, nextToken: String? = nil
        ) {
            self.type = type
            self.shared = shared
            self.maxResults = maxResults
            self.nextToken = nextToken
        }

        package var path: String { "/backup-vaults/" }
        package var query: [QueryItem] {
            QueryItem.given([
                "vaultType": type?.rawValue, "shared": shared.map { String($0) },
                "maxResults": maxResults.map { String($0) }, "nextToken": nextToken,
            ])
        }

        package typealias Item = BackupVault
    }
}
