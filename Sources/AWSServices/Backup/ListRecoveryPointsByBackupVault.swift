package import AWSCore
package import AWSModel
package import Foundation

extension Backup {
    /// The recovery points of a vault: the evidence that a copy exists (2.13).
    package struct ListRecoveryPointsByBackupVault: BackupListing {
        package static let name = "ListRecoveryPointsByBackupVault"
        package static let call = "backup:ListRecoveryPointsByBackupVault"
        package static let rows = "RecoveryPoints"

        package let vaultName: String
        package let vaultAccountID: AccountID?
        package let resourceARN: String?
        package let resourceType: String?
        package let planID: String?
        package let createdBefore: Date?
        package let createdAfter: Date?
        package let parentRecoveryPointARN: String?
        /// Rows a page, 1…1000; nil is the service's own measure.
        package let maxResults: Int?
        package var nextToken: String?

        package init(
            vaultName: String, vaultAccountID: AccountID? = nil, resourceARN: String? = nil,
            resourceType: String? = nil, planID: String? = nil, createdBefore: Date? = nil, createdAfter: Date? = nil,
            parentRecoveryPointARN: String? = nil, maxResults: Int? = nil, nextToken: String? = nil
        ) {
            self.vaultName = vaultName
            self.vaultAccountID = vaultAccountID
            self.resourceARN = resourceARN
            self.resourceType = resourceType
            self.planID = planID
            self.createdBefore = createdBefore
            self.createdAfter = createdAfter
            self.parentRecoveryPointARN = parentRecoveryPointARN
            self.maxResults = maxResults
            self.nextToken = nextToken
        }

        package var path: String { "/backup-vaults/\(PercentEncoding.encode(vaultName))/recovery-points/" }
        package var query: [QueryItem] {
            QueryItem.given([
                "backupVaultAccountId": vaultAccountID?.digits, "resourceArn": resourceARN,
                "resourceType": resourceType, "backupPlanId": planID,
                "createdBefore": createdBefore.map { WireDate.iso8601($0) },
                "createdAfter": createdAfter.map { WireDate.iso8601($0) },
                "parentRecoveryPointArn": parentRecoveryPointARN, "maxResults": maxResults.map { String($0) },
                "nextToken": nextToken,
            ])
        }

        package typealias Item = RecoveryPoint
    }
}
