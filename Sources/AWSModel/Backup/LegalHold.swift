package import Foundation

/// A legal hold: keeps recovery points from being deleted.
package struct LegalHold: Hashable, Sendable, Codable {
    package var id: String
    package var arn: String?
    package var title: String?
    /// `CREATING`, `ACTIVE`, `CANCELING`, `CANCELED`.
    package var status: String?
    package var description: String?
    package var createdAt: Date?
    package var cancelledAt: Date?

    private enum CodingKeys: String, CodingKey {
        case id = "LegalHoldId", arn = "LegalHoldArn", title = "Title", status = "Status", description = "Description",
            createdAt = "CreationDate", cancelledAt = "CancellationDate"
    }

    package init(
        id: String, arn: String? = nil, title: String? = nil, status: String? = nil, description: String? = nil,
        createdAt: Date? = nil, cancelledAt: Date? = nil
    ) {
        self.id = id
        self.arn = arn
        self.title = title
        self.status = status
        self.description = description
        self.createdAt = createdAt
        self.cancelledAt = cancelledAt
    }
}
