package import Foundation

/// A legal hold.
package struct SimulatedLegalHold: Hashable, Sendable {
    package var id: String
    package var arn: String
    package var title: String
    package var explanation: String
    package var status: String
    package var createdAt: Date

    package init(
        id: String, arn: String, title: String, explanation: String, status: String = "ACTIVE", createdAt: Date
    ) {
        self.id = id
        self.arn = arn
        self.title = title
        self.explanation = explanation
        self.status = status
        self.createdAt = createdAt
    }
}
