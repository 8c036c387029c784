package import Foundation

/// One row of `ListFrameworks` (2.19).
package struct AuditFrameworkSummary: Hashable, Sendable, Codable {
    package var name: String
    package var arn: String?
    package var description: String?
    package var controlCount: Int?
    package var createdAt: Date?
    /// `COMPLETED`, `FAILED`, …
    package var deploymentStatus: String?

    private enum CodingKeys: String, CodingKey {
        case name = "FrameworkName", arn = "FrameworkArn", description = "FrameworkDescription", controlCount =
            "NumberOfControls", createdAt = "CreationTime", deploymentStatus = "DeploymentStatus"
    }

    package init(
        name: String, arn: String? = nil, description: String? = nil, controlCount: Int? = nil, createdAt: Date? = nil,
        deploymentStatus: String? = nil
    ) {
        self.name = name
        self.arn = arn
        self.description = description
        self.controlCount = controlCount
        self.createdAt = createdAt
        self.deploymentStatus = deploymentStatus
    }
}
