package import AWSCore
package import AWSModel
package import Foundation

extension Backup {
    /// The backup jobs of the last 30 days (2.13, 2.14).
    package struct ListBackupJobs: BackupListing {
        package static let name = "ListBackupJobs"
        package static let call = "backup:ListBackupJobs"
        package static let rows = "BackupJobs"

        package let state: BackupJob.State?
        package let resourceARN: String?
        package let resourceType: String?
        package let vaultName: String?
        package let accountID: AccountID?
        package let parentJobID: String?
        package let messageCategory: String?
        package let createdBefore: Date?
        package let createdAfter: Date?
        package let completeBefore: Date?
        package let completeAfter: Date?
        /// Rows a page, 1…1000; nil is the service's own measure.
        package let maxResults: Int?
        package var nextToken: String?

        package init(
            state: BackupJob.State? = nil, resourceARN: String? = nil, resourceType: String? = nil,
            vaultName: String? = nil, accountID: AccountID? = nil, parentJobID: String? = nil,
            messageCategory: String? = nil, createdBefore: Date? = nil, createdAfter: Date? = nil,
            completeBefore: Date? = nil, completeAfter: Date? = nil, maxResults: Int? = nil, nextToken: String? = nil
        ) {
            self.state = state
            self.resourceARN = resourceARN
            self.resourceType = resourceType
            self.vaultName = vaultName
            self.accountID = accountID
            self.parentJobID = parentJobID
            self.messageCategory = messageCategory
            self.createdBefore = createdBefore
            self.createdAfter = createdAfter
            self.completeBefore = completeBefore
            self.completeAfter = completeAfter
            self.maxResults = maxResults
            self.nextToken = nextToken
        }

        package var path: String { "/backup-jobs/" }
        package var query: [QueryItem] {
            QueryItem.given([
                "state": state?.rawValue, "resourceArn": resourceARN, "resourceType": resourceType,
                "backupVaultName": vaultName, "accountId": accountID?.digits, "parentJobId": parentJobID,
                "messageCategory": messageCategory, "createdBefore": createdBefore.map { WireDate.iso8601($0) },
                "createdAfter": createdAfter.map { WireDate.iso8601($0) },
                "completeBefore": completeBefore.map { WireDate.iso8601($0) },
                "completeAfter": completeAfter.map { WireDate.iso8601($0) },
                "maxResults": maxResults.map { String($0) }, "nextToken": nextToken,
            ])
        }

        package typealias Item = BackupJob
    }
}
