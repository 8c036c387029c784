package import Foundation

/// `GetRestoreTestingPlan`: when restores are tested, and with which recovery points (2.17).
package struct RestoreTestingPlanDetail: Hashable, Sendable, Codable {
    package var name: String
    package var arn: String?
    package var scheduleExpression: String?
    /// IANA name.
    package var scheduleTimezone: String?
    package var startWindowHours: Int?
    package var createdAt: Date?
    package var lastExecutedAt: Date?
    package var recoveryPointSelection: RestoreTestingRecoveryPointSelection

    private enum CodingKeys: String, CodingKey {
        case name = "RestoreTestingPlanName", arn = "RestoreTestingPlanArn", scheduleExpression = "ScheduleExpression",
            scheduleTimezone = "ScheduleExpressionTimezone", startWindowHours = "StartWindowHours", createdAt =
            "CreationTime", lastExecutedAt = "LastExecutionTime", recoveryPointSelection = "RecoveryPointSelection"
    }

    package init(
        name: String, arn: String? = nil, scheduleExpression: String? = nil, scheduleTimezone: String? = nil,
        startWindowHours: Int? = nil, createdAt: Date? = nil, lastExecutedAt: Date? = nil,
        recoveryPointSelection: RestoreTestingRecoveryPointSelection
    ) {
        self.name = name
        self.arn = arn
        self.scheduleExpression = scheduleExpression
        self.scheduleTimezone = scheduleTimezone
        self.startWindowHours = startWindowHours
        self.createdAt = createdAt
        self.lastExecutedAt = lastExecutedAt
        self.recoveryPointSelection = recoveryPointSelection
    }
}

/// Which recovery points a restore testing plan picks from (2.17).
package struct RestoreTestingRecoveryPointSelection: Hashable, Sendable, Codable {
    /// `LATEST_WITHIN_WINDOW` or `RANDOM_WITHIN_WINDOW`.
    package var algorithm: String?
    /// ARNs of vaults; `*` stands for all.
    package var includeVaults: [String]?
    package var excludeVaults: [String]?
    /// `SNAPSHOT`, `CONTINUOUS`.
    package var recoveryPointTypes: [String]?
    package var selectionWindowDays: Int?

    private enum CodingKeys: String, CodingKey {
        case algorithm = "Algorithm", includeVaults = "IncludeVaults", excludeVaults = "ExcludeVaults",
            recoveryPointTypes = "RecoveryPointTypes", selectionWindowDays = "SelectionWindowDays"
    }

    package init(
        algorithm: String? = nil, includeVaults: [String]? = nil, excludeVaults: [String]? = nil,
        recoveryPointTypes: [String]? = nil, selectionWindowDays: Int? = nil
    ) {
        self.algorithm = algorithm
        self.includeVaults = includeVaults
        self.excludeVaults = excludeVaults
        self.recoveryPointTypes = recoveryPointTypes
        self.selectionWindowDays = selectionWindowDays
    }
}
