package import Foundation

/// A framework of Backup Audit Manager (2.19).
package struct SimulatedFramework: Hashable, Sendable {
    package var name: String
    package var arn: String
    package var explanation: String?
    /// Names of the controls.
    package var controls: [String]
    package var createdAt: Date
    /// `ACTIVE` when all its controls are.
    package var status: String

    package init(
        name: String, arn: String, explanation: String? = nil, controls: [String], createdAt: Date,
        status: String = "ACTIVE"
    ) {
        self.name = name
        self.arn = arn
        self.explanation = explanation
        self.controls = controls
        self.createdAt = createdAt
        self.status = status
    }
}
