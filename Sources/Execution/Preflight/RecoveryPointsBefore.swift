package import AWSCore
package import AWSModel
import AWSServices
package import Foundation
package import Recovery

/// The recovery points of a resource in a vault that are from before a moment.
package struct RecoveryPointsBefore: Sendable {
    let client: AWSClient

    package init(client: AWSClient) { self.client = client }

    /// Those that can be restored, the newest first.
    package func list(
        _ resource: String, in vault: String, of region: Region, before moment: Date
    ) async throws(AWSError) -> [PointDetails] {
        // The service's own bound leaves out the moment itself.
        let asked = Backup.ListRecoveryPointsByBackupVault(
            vaultName: vault, resourceARN: resource, createdBefore: moment.addingTimeInterval(1))
        var points: [PointDetails] = []
        var pages = client.pages(asked, in: region).makeAsyncIterator()
        while let page = try await pages.next() {
            points += page.items.filter { $0.status == .known(.completed) || $0.status == .known(.available) }
                .map { PointDetails($0, in: vault) }
        }
        return points.filter { $0.createdAt.map { $0 <= moment } ?? false }
            .sorted { ($0.createdAt ?? .distantPast, $0.arn) > ($1.createdAt ?? .distantPast, $1.arn) }
    }
}
