package import AWSCore
package import AWSModel
package import Foundation

extension Backup {
    /// Copy jobs from and to this region (2.13, 2.14).
    package struct ListCopyJobs: BackupListing {
        package static let name = "ListCopyJobs"
        package static let call = "backup:ListCopyJobs"
        package static let rows = "CopyJobs"

        package let state: CopyJob.State?
        package let resourceARN: String?
        package let resourceType: String?
        package let destinationVaultARN: String?
        package let sourceRecoveryPointARN: String?
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
            state: CopyJob.State? = nil, resourceARN: String? = nil, resourceType: String? = nil,
            destinationVaultARN: String? = nil, sourceRecoveryPointARN: String? = nil, accountID: AccountID? = nil,
            parentJobID: String? = nil, messageCategory: String? = nil, createdBefore: Date? = nil,
            createdAfter: Date? = nil, completeBefore: Date? = nil, completeAfter: Date? = nil, maxResults: Int? = nil,
            nextToken: String? = nil
        ) {
            self.state = state
            self.resourceARN = resourceARN
            self.resourceType = resourceType
            self.destinationVaultARN = destinationVaultARN
            self.sourceRecoveryPointARN = sourceRecoveryPointARN
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

        package var path: String { "/copy-jobs/" }
        package var query: [QueryItem] {
            QueryItem.given([
                "state": state?.rawValue, "resourceArn": resourceARN, "resourceType": resourceType,
                "destinationVaultArn": destinationVaultARN, "sourceRecoveryPointArn": sourceRecoveryPointARN,
                "accountId": accountID?.digits, "parentJobId": parentJobID, "messageCategory": messageCategory,
                "createdBefore": createdBefore.map { WireDate.iso8601($0) },
                "createdAfter": createdAfter.map { WireDate.iso8601($0) },
                "completeBefore": completeBefore.map { WireDate.iso8601($0) },
                "completeAfter": completeAfter.map { WireDate.iso8601($0) },
                "maxResults": maxResults.map { String($0) }, "nextToken": nextToken,
            ])
        }

        package typealias Item = CopyJob
    }
}
