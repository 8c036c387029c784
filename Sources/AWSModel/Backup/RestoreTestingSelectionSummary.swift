package import Foundation

/// One row of `ListRestoreTestingSelections`.
package struct RestoreTestingSelectionSummary: Hashable, Sendable, Codable {
    package var name: String
    package var planName: String?
    package var resourceType: String?
    package var roleARN: String?
    package var createdAt: Date?
    package var validationWindowHours: Int?

    private enum CodingKeys: String, CodingKey {
        case name = "RestoreTestingSelectionName", planName = "RestoreTestingPlanName", resourceType =
            "ProtectedResourceType", roleARN = "IamRoleArn", createdAt = "CreationTime", validationWindowHours =
            "ValidationWindowHours"
    }

    package init(
        name: String, planName: String? = nil, resourceType: String? = nil, roleARN: String? = nil,
        createdAt: Date? = nil, validationWindowHours: Int? = nil
    ) {
        self.name = name
        self.planName = planName
        self.resourceType = resourceType
        self.roleARN = roleARN
        self.createdAt = createdAt
        self.validationWindowHours = validationWindowHours
    }
}
