package import Foundation

/// A backup plan's document (2.1).
package struct BackupPlan: Hashable, Sendable, Codable {
    package var name: String
    package var rules: [BackupRule]
    package var advancedSettings: [AdvancedBackupSetting]?
    package var scanSettings: [BackupScanSetting]?

    private enum CodingKeys: String, CodingKey {
        case name = "BackupPlanName", rules = "Rules", advancedSettings = "AdvancedBackupSettings"
        case scanSettings = "ScanSettings"
    }

    package init(name: String, rules: [BackupRule], advancedSettings: [AdvancedBackupSetting]? = nil) {
        self.name = name
        self.rules = rules
        self.advancedSettings = advancedSettings
    }
}

/// One rule of a plan. Optional members keep AWS's defaults out of the document: see the computed ones.
package struct BackupRule: Hashable, Sendable, Codable {
    package var name: String
    package var targetVault: String
    package var targetAirGappedVaultARN: String?
    package var scheduleExpression: String?
    /// IANA name.
    package var scheduleTimezone: String?
    package var startWindowMinutes: Int?
    package var completionWindowMinutes: Int?
    package var lifecycle: RecoveryPointLifecycle?
    package var recoveryPointTags: [String: String]?
    package var ruleID: String?
    package var copyActions: [CopyAction]?
    package var enableContinuousBackup: Bool?
    package var indexActions: [BackupIndexAction]?
    package var scanActions: [BackupScanAction]?

    private enum CodingKeys: String, CodingKey {
        case name = "RuleName", targetVault = "TargetBackupVaultName"
        case targetAirGappedVaultARN = "TargetLogicallyAirGappedBackupVaultArn"
        case scheduleExpression = "ScheduleExpression", scheduleTimezone = "ScheduleExpressionTimezone"
        case startWindowMinutes = "StartWindowMinutes", completionWindowMinutes = "CompletionWindowMinutes"
        case lifecycle = "Lifecycle", recoveryPointTags = "RecoveryPointTags", ruleID = "RuleId"
        case copyActions = "CopyActions", enableContinuousBackup = "EnableContinuousBackup"
        case indexActions = "IndexActions", scanActions = "ScanActions"
    }

    package init(
        name: String, targetVault: String, targetAirGappedVaultARN: String? = nil,
        scheduleExpression: String? = nil, scheduleTimezone: String? = nil, startWindowMinutes: Int? = nil,
        completionWindowMinutes: Int? = nil, lifecycle: RecoveryPointLifecycle? = nil,
        recoveryPointTags: [String: String]? = nil, ruleID: String? = nil, copyActions: [CopyAction]? = nil,
        enableContinuousBackup: Bool? = nil
    ) {
        self.name = name
        self.targetVault = targetVault
        self.targetAirGappedVaultARN = targetAirGappedVaultARN
        self.scheduleExpression = scheduleExpression
        self.scheduleTimezone = scheduleTimezone
        self.startWindowMinutes = startWindowMinutes
        self.completionWindowMinutes = completionWindowMinutes
        self.lifecycle = lifecycle
        self.recoveryPointTags = recoveryPointTags
        self.ruleID = ruleID
        self.copyActions = copyActions
        self.enableContinuousBackup = enableContinuousBackup
    }

    /// The schedule in force: AWS's default is daily at 05:00 (2.1).
    package var effectiveSchedule: String { scheduleExpression ?? "cron(0 5 ? * * *)" }
    package var effectiveTimezone: String { scheduleTimezone ?? "Etc/UTC" }
    /// Minutes; AWS's default is eight hours (2.1).
    package var effectiveStartWindowMinutes: Int { startWindowMinutes ?? 480 }
}

/// Days until a recovery point moves to cold storage and until it is deleted (2.2).
package struct RecoveryPointLifecycle: Hashable, Sendable, Codable {
    package var moveToColdStorageAfterDays: Int?
    /// Nil or -1 keeps it for ever.
    package var deleteAfterDays: Int?
    package var optInToArchive: Bool?
    package var deleteAfterEvent: String?

    private enum CodingKeys: String, CodingKey {
        case moveToColdStorageAfterDays = "MoveToColdStorageAfterDays", deleteAfterDays = "DeleteAfterDays"
        case optInToArchive = "OptInToArchiveForSupportedResources", deleteAfterEvent = "DeleteAfterEvent"
    }

    package init(
        moveToColdStorageAfterDays: Int? = nil, deleteAfterDays: Int? = nil, optInToArchive: Bool? = nil,
        deleteAfterEvent: String? = nil
    ) {
        self.moveToColdStorageAfterDays = moveToColdStorageAfterDays
        self.deleteAfterDays = deleteAfterDays
        self.optInToArchive = optInToArchive
        self.deleteAfterEvent = deleteAfterEvent
    }
}

/// A copy of each recovery point to another vault.
package struct CopyAction: Hashable, Sendable, Codable {
    package var destinationVaultARN: String
    package var lifecycle: RecoveryPointLifecycle?

    private enum CodingKeys: String, CodingKey {
        case destinationVaultARN = "DestinationBackupVaultArn", lifecycle = "Lifecycle"
    }

    package init(destinationVaultARN: String, lifecycle: RecoveryPointLifecycle? = nil) {
        self.destinationVaultARN = destinationVaultARN
        self.lifecycle = lifecycle
    }
}

package struct AdvancedBackupSetting: Hashable, Sendable, Codable {
    package var resourceType: String?
    package var options: [String: String]?

    private enum CodingKeys: String, CodingKey { case resourceType = "ResourceType", options = "BackupOptions" }

    package init(resourceType: String? = nil, options: [String: String]? = nil) {
        self.resourceType = resourceType
        self.options = options
    }
}

/// One row of `ListBackupPlans`.
package struct BackupPlanSummary: Hashable, Sendable, Codable {
    package var id: String
    package var arn: String?
    package var name: String?
    package var versionID: String?
    package var createdAt: Date?
    package var lastExecutedAt: Date?

    private enum CodingKeys: String, CodingKey {
        case id = "BackupPlanId", arn = "BackupPlanArn", name = "BackupPlanName", versionID = "VersionId"
        case createdAt = "CreationDate", lastExecutedAt = "LastExecutionDate"
    }

    package init(
        id: String, arn: String? = nil, name: String? = nil, versionID: String? = nil, createdAt: Date? = nil,
        lastExecutedAt: Date? = nil
    ) {
        self.id = id
        self.arn = arn
        self.name = name
        self.versionID = versionID
        self.createdAt = createdAt
        self.lastExecutedAt = lastExecutedAt
    }
}

/// `GetBackupPlan`.
package struct BackupPlanDetail: Hashable, Sendable, Codable {
    package var plan: BackupPlan
    package var id: String
    package var arn: String?
    package var versionID: String?
    package var createdAt: Date?
    package var lastExecutedAt: Date?
    package var scheduledRuns: [ScheduledRun]?

    private enum CodingKeys: String, CodingKey {
        case plan = "BackupPlan", id = "BackupPlanId", arn = "BackupPlanArn", versionID = "VersionId"
        case createdAt = "CreationDate", lastExecutedAt = "LastExecutionDate", scheduledRuns = "ScheduledRunsPreview"
    }

    package init(
        plan: BackupPlan, id: String, arn: String? = nil, versionID: String? = nil, createdAt: Date? = nil,
        lastExecutedAt: Date? = nil, scheduledRuns: [ScheduledRun]? = nil
    ) {
        self.plan = plan
        self.id = id
        self.arn = arn
        self.versionID = versionID
        self.createdAt = createdAt
        self.lastExecutedAt = lastExecutedAt
        self.scheduledRuns = scheduledRuns
    }
}

/// A run that AWS itself foresees, `ScheduledRunsPreview` (2.1).
package struct ScheduledRun: Hashable, Sendable, Codable {
    package var at: Date?
    package var ruleID: String?
    package var ruleExecutionType: String?

    private enum CodingKeys: String, CodingKey {
        case at = "ExecutionTime", ruleID = "RuleId", ruleExecutionType = "RuleExecutionType"
    }

    package init(at: Date? = nil, ruleID: String? = nil, ruleExecutionType: String? = nil) {
        self.at = at
        self.ruleID = ruleID
        self.ruleExecutionType = ruleExecutionType
    }
}
