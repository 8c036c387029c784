package import AWSCore
package import AWSModel
package import Foundation

extension Backup {
    /// The restore jobs of one resource (2.17).
    package struct ListRestoreJobsByProtectedResource: BackupListing {
        package static let name = "ListRestoreJobsByProtectedResource"
        package static let call = "backup:ListRestoreJobsByProtectedResource"
        package static let rows = "RestoreJobs"

        package let resourceARN: String
        package let status: RestoreJob.Status?
        package let recoveryPointCreatedAfter: Date?
        package let recoveryPointCreatedBefore: Date?
        /// Rows a page, 1…1000; nil is the service's own measure.
        package let maxResults: Int?
        package var nextToken: String?

        package init(
            resourceARN: String, status: RestoreJob.Status? = nil, recoveryPointCreatedAfter: Date? = nil,
            recoveryPointCreatedBefore: Date? = nil, maxResults: Int? = nil, nextToken: String? = nil
        ) {
            self.resourceARN = resourceARN
            self.status = status
            self.recoveryPointCreatedAfter = recoveryPointCreatedAfter
            self.recoveryPointCreatedBefore = recoveryPointCreatedBefore
            self.maxResults = maxResults
            self.nextToken = nextToken
        }

        package var path: String { "/resources/\(PercentEncoding.encode(resourceARN))/restore-jobs/" }
        package var query: [QueryItem] {
            QueryItem.given([
                "status": status?.rawValue,
                "recoveryPointCreationDateAfter": recoveryPointCreatedAfter.map { WireDate.iso8601($0) },
                "recoveryPointCreationDateBefore": recoveryPointCreatedBefore.map { WireDate.iso8601($0) },
                "maxResults": maxResults.map { String($0) }, "nextToken": nextToken,
            ])
        }

        package typealias Item = RestoreJob
    }
}
