package import AWSCore
package import AWSModel

extension Backup {
    /// The recovery points of a resource in every vault of the region (2.13).
    package struct ListRecoveryPointsByResource: BackupListing {
        package static let name = "ListRecoveryPointsByResource"
        package static let call = "backup:ListRecoveryPointsByResource"
        package static let rows = "RecoveryPoints"

        package let resourceARN: String
        package let managedByBackupOnly: Bool?
        /// Rows a page, 1…1000; nil is the service's own measure.
        package let maxResults: Int?
        package var nextToken: String?

        package init(
            resourceARN: String, managedByBackupOnly: Bool? = nil, maxResults: Int? = nil, nextToken: String? = nil
        ) {
            self.resourceARN = resourceARN
            self.managedByBackupOnly = managedByBackupOnly
            self.maxResults = maxResults
            self.nextToken = nextToken
        }

        package var path: String { "/resources/\(PercentEncoding.encode(resourceARN))/recovery-points/" }
        package var query: [QueryItem] {
            QueryItem.given([
                "managedByAWSBackupOnly": managedByBackupOnly.map { String($0) },
                "maxResults": maxResults.map { String($0) }, "nextToken": nextToken,
            ])
        }

        package typealias Item = RecoveryPointOfResource
    }
}
