package import AWSCore
package import AWSModel
package import Foundation

extension Backup {
    /// Restore jobs: their durations are measured recovery times (2.17).
    package struct ListRestoreJobs: BackupListing {
        package static let name = "ListRestoreJobs"
        package static let call = "backup:ListRestoreJobs"
        package static let rows = "RestoreJobs"

        package let status: RestoreJob.Status?
        package let resourceType: String?
        package let restoreTestingPlanARN: String?
        package let accountID: AccountID?
        package let parentJobID: String?
        package let createdBefore: Date?
        package let createdAfter: Date?
        package let completeBefore: Date?
        package let completeAfter: Date?
        /// Rows a page, 1…1000; nil is the service's own measure.
        package let maxResults: Int?
        package var nextToken: String?

        package init(
            status: RestoreJob.Status? = nil, resourceType: String? = nil, restoreTestingPlanARN: String? = nil,
            accountID: AccountID? = nil, parentJobID: String? = nil, createdBefore: Date? = nil,
            createdAfter: Date? = nil, completeBefore: Date? = nil, completeAfter: Date? = nil, maxResults: Int? = nil,
            nextToken: String? = nil
        ) {
            self.status = status
            self.resourceType = resourceType
            self.restoreTestingPlanARN = restoreTestingPlanARN
            self.accountID = accountID
            self.parentJobID = parentJobID
            self.createdBefore = createdBefore
            self.createdAfter = createdAfter
            self.completeBefore = completeBefore
            self.completeAfter = completeAfter
            self.maxResults = maxResults
            self.nextToken = nextToken
        }

        package var path: String { "/restore-jobs/" }
        package var query: [QueryItem] {
            QueryItem.given([
                "status": status?.rawValue, "resourceType": resourceType,
                "restoreTestingPlanArn": restoreTestingPlanARN, "accountId": accountID?.digits,
                "parentJobId": parentJobID, "createdBefore": createdBefore.map { WireDate.iso8601($0) },
                "createdAfter": createdAfter.map { WireDate.iso8601($0) },
                "completeBefore": completeBefore.map { WireDate.iso8601($0) },
                "completeAfter": completeAfter.map { WireDate.iso8601($0) },
                "maxResults": maxResults.map { String($0) }, "nextToken": nextToken,
            ])
        }

        package typealias Item = RestoreJob
    }
}
