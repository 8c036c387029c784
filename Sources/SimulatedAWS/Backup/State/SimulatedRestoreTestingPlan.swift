import AWSModel
package import Foundation

/// A restore testing plan with its selections (2.17).
package struct SimulatedRestoreTestingPlan: Hashable, Sendable {
    package var name: String
    package var arn: String
    /// The document as it was put.
    package internal(set) var document: BackupJSON
    package var creatorRequestID: String?
    package var createdAt: Date
    package var updatedAt: Date?
    package var lastExecutedAt: Date?
    /// By name.
    package internal(set) var selections: [String: SimulatedRestoreTestingSelection] = [:]
    var nextRun: Date?

    var schedule: String { document["ScheduleExpression"]?.asText ?? "" }
    var timezone: String { document["ScheduleExpressionTimezone"]?.asText ?? "Etc/UTC" }
}

/// A selection of a restore testing plan.
package struct SimulatedRestoreTestingSelection: Hashable, Sendable {
    package var name: String
    package internal(set) var document: BackupJSON
    package var creatorRequestID: String?
    package var createdAt: Date

    var resourceType: String { document["ProtectedResourceType"]?.asText ?? "" }
    var roleARN: String { document["IamRoleArn"]?.asText ?? "" }
    var resourceARNs: [String] { document["ProtectedResourceArns"]?.asTexts ?? [] }
    /// 0 waits for no validation.
    var validationWindowHours: Int { document["ValidationWindowHours"]?.asInteger ?? 0 }
}
