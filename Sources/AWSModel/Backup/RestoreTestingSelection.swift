package import Foundation

/// What a restore testing plan tests: resources of one type, by ARN or by tag (2.17).
package struct RestoreTestingSelection: Hashable, Sendable, Codable {
    package var name: String
    package var planName: String?
    package var resourceType: String?
    /// `*` stands for every resource of the type.
    package var resourceARNs: [String]?
    package var conditions: RestoreTestingConditions?
    package var roleARN: String?
    package var createdAt: Date?
    package var metadataOverrides: [String: String]?
    package var validationWindowHours: Int?

    private enum CodingKeys: String, CodingKey {
        case name = "RestoreTestingSelectionName", planName = "RestoreTestingPlanName", resourceType =
            "ProtectedResourceType", resourceARNs = "ProtectedResourceArns", conditions = "ProtectedResourceConditions",
            roleARN = "IamRoleArn", createdAt = "CreationTime", metadataOverrides = "RestoreMetadataOverrides",
            validationWindowHours = "ValidationWindowHours"
    }

    package init(
        name: String, planName: String? = nil, resourceType: String? = nil, resourceARNs: [String]? = nil,
        conditions: RestoreTestingConditions? = nil, roleARN: String? = nil, createdAt: Date? = nil,
        metadataOverrides: [String: String]? = nil, validationWindowHours: Int? = nil
    ) {
        self.name = name
        self.planName = planName
        self.resourceType = resourceType
        self.resourceARNs = resourceARNs
        self.conditions = conditions
        self.roleARN = roleARN
        self.createdAt = createdAt
        self.metadataOverrides = metadataOverrides
        self.validationWindowHours = validationWindowHours
    }
}

/// Tags that resources must have, or must not have; keys are `aws:ResourceTag/<key>`.
package struct RestoreTestingConditions: Hashable, Sendable, Codable {
    package var stringEquals: [Tag]?
    package var stringNotEquals: [Tag]?

    private enum CodingKeys: String, CodingKey {
        case stringEquals = "StringEquals", stringNotEquals = "StringNotEquals"
    }

    package init(stringEquals: [Tag]? = nil, stringNotEquals: [Tag]? = nil) {
        self.stringEquals = stringEquals
        self.stringNotEquals = stringNotEquals
    }
}
