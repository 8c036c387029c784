package import Foundation

/// An audit framework with its controls (2.19).
package struct AuditFramework: Hashable, Sendable, Codable {
    package var name: String
    package var arn: String?
    package var description: String?
    package var controls: [AuditControl]?
    package var createdAt: Date?
    /// `COMPLETED`, `FAILED`, …
    package var deploymentStatus: String?
    /// `ACTIVE`, `PARTIALLY_ACTIVE`, `INACTIVE`, `UNAVAILABLE`.
    package var status: String?

    private enum CodingKeys: String, CodingKey {
        case name = "FrameworkName", arn = "FrameworkArn", description = "FrameworkDescription", controls =
            "FrameworkControls", createdAt = "CreationTime", deploymentStatus = "DeploymentStatus", status =
            "FrameworkStatus"
    }

    package init(
        name: String, arn: String? = nil, description: String? = nil, controls: [AuditControl]? = nil,
        createdAt: Date? = nil, deploymentStatus: String? = nil, status: String? = nil
    ) {
        self.name = name
        self.arn = arn
        self.description = description
        self.controls = controls
        self.createdAt = createdAt
        self.deploymentStatus = deploymentStatus
        self.status = status
    }
}

/// A control of an audit framework, such as `BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION` (2.19).
package struct AuditControl: Hashable, Sendable, Codable {
    package var name: String
    package var parameters: [AuditControlParameter]?
    package var scope: AuditControlScope?

    private enum CodingKeys: String, CodingKey {
        case name = "ControlName", parameters = "ControlInputParameters", scope = "ControlScope"
    }

    package init(name: String, parameters: [AuditControlParameter]? = nil, scope: AuditControlScope? = nil) {
        self.name = name
        self.parameters = parameters
        self.scope = scope
    }
}

/// A parameter of a control, such as `requiredRetentionDays`.
package struct AuditControlParameter: Hashable, Sendable, Codable {
    package var name: String?
    package var value: String?

    private enum CodingKeys: String, CodingKey {
        case name = "ParameterName", value = "ParameterValue"
    }

    package init(name: String? = nil, value: String? = nil) {
        self.name = name
        self.value = value
    }
}

/// The resources that a control looks at; nothing set is all of them.
package struct AuditControlScope: Hashable, Sendable, Codable {
    package var resourceIDs: [String]?
    package var resourceTypes: [String]?
    package var tags: [String: String]?

    private enum CodingKeys: String, CodingKey {
        case resourceIDs = "ComplianceResourceIds", resourceTypes = "ComplianceResourceTypes", tags = "Tags"
    }

    package init(resourceIDs: [String]? = nil, resourceTypes: [String]? = nil, tags: [String: String]? = nil) {
        self.resourceIDs = resourceIDs
        self.resourceTypes = resourceTypes
        self.tags = tags
    }
}
