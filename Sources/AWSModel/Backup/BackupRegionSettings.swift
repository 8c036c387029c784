/// `DescribeRegionSettings`: opt-in by resource type, per region and account (2.6).
package struct BackupRegionSettings: Hashable, Sendable, Codable {
    package var optIn: [String: Bool]
    /// `DynamoDB` true = advanced features, without which no copies exist at all.
    package var management: [String: Bool]

    private enum CodingKeys: String, CodingKey {
        case optIn = "ResourceTypeOptInPreference", management = "ResourceTypeManagementPreference"
    }

    package init(optIn: [String: Bool], management: [String: Bool]) {
        self.optIn = optIn
        self.management = management
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        optIn = try values.decodeIfPresent([String: Bool].self, forKey: .optIn) ?? [:]
        management = try values.decodeIfPresent([String: Bool].self, forKey: .management) ?? [:]
    }
}

/// One row of `ListRestoreTestingPlans`.
package struct RestoreTestingPlan: Hashable, Sendable, Codable {
    package var name: String
    package var arn: String?
    package var scheduleExpression: String?
    package var scheduleTimezone: String?

    private enum CodingKeys: String, CodingKey {
        case name = "RestoreTestingPlanName", arn = "RestoreTestingPlanArn", scheduleExpression = "ScheduleExpression"
        case scheduleTimezone = "ScheduleExpressionTimezone"
    }

    package init(
        name: String, arn: String? = nil, scheduleExpression: String? = nil, scheduleTimezone: String? = nil
    ) {
        self.name = name
        self.arn = arn
        self.scheduleExpression = scheduleExpression
        self.scheduleTimezone = scheduleTimezone
    }
}
