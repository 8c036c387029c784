package import Foundation

/// What a plan backs up; the algebra is 2.5.
package struct BackupSelection: Hashable, Sendable, Codable {
    package var name: String
    package var roleARN: String
    package var resources: [String]?
    package var notResources: [String]?
    package var listOfTags: [TagCondition]?
    package var conditions: SelectionConditions?

    private enum CodingKeys: String, CodingKey {
        case name = "SelectionName", roleARN = "IamRoleArn", resources = "Resources", notResources = "NotResources"
        case listOfTags = "ListOfTags", conditions = "Conditions"
    }

    package init(
        name: String, roleARN: String, resources: [String]? = nil, notResources: [String]? = nil,
        listOfTags: [TagCondition]? = nil, conditions: SelectionConditions? = nil
    ) {
        self.name = name
        self.roleARN = roleARN
        self.resources = resources
        self.notResources = notResources
        self.listOfTags = listOfTags
        self.conditions = conditions
    }
}

/// A member of `ListOfTags`: a bare tag key that must equal a value.
package struct TagCondition: Hashable, Sendable, Codable {
    package var type: String
    package var key: String
    package var value: String

    private enum CodingKeys: String, CodingKey {
        case type = "ConditionType", key = "ConditionKey", value = "ConditionValue"
    }

    package init(type: String, key: String, value: String) {
        self.type = type
        self.key = key
        self.value = value
    }
}

/// Conditions that must all hold; keys are `aws:ResourceTag/<key>`.
package struct SelectionConditions: Hashable, Sendable, Codable {
    package var stringEquals: [SelectionCondition]?
    package var stringNotEquals: [SelectionCondition]?
    package var stringLike: [SelectionCondition]?
    package var stringNotLike: [SelectionCondition]?

    private enum CodingKeys: String, CodingKey {
        case stringEquals = "StringEquals", stringNotEquals = "StringNotEquals", stringLike = "StringLike"
        case stringNotLike = "StringNotLike"
    }

    package init(
        stringEquals: [SelectionCondition]? = nil, stringNotEquals: [SelectionCondition]? = nil,
        stringLike: [SelectionCondition]? = nil, stringNotLike: [SelectionCondition]? = nil
    ) {
        self.stringEquals = stringEquals
        self.stringNotEquals = stringNotEquals
        self.stringLike = stringLike
        self.stringNotLike = stringNotLike
    }
}

package struct SelectionCondition: Hashable, Sendable, Codable {
    package var key: String?
    package var value: String?

    private enum CodingKeys: String, CodingKey { case key = "ConditionKey", value = "ConditionValue" }

    package init(key: String? = nil, value: String? = nil) {
        self.key = key
        self.value = value
    }
}

/// One row of `ListBackupSelections`.
package struct BackupSelectionSummary: Hashable, Sendable, Codable {
    package var id: String
    package var name: String?
    package var planID: String?
    package var roleARN: String?
    package var createdAt: Date?

    private enum CodingKeys: String, CodingKey {
        case id = "SelectionId", name = "SelectionName", planID = "BackupPlanId", roleARN = "IamRoleArn"
        case createdAt = "CreationDate"
    }

    package init(
        id: String, name: String? = nil, planID: String? = nil, roleARN: String? = nil, createdAt: Date? = nil
    ) {
        self.id = id
        self.name = name
        self.planID = planID
        self.roleARN = roleARN
        self.createdAt = createdAt
    }
}
