import AWSModel
import Foundation

extension SimulatedBackup {
    func listTestingPlans(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let plans = state(call.region).testingPlans.values.sorted { $0.name < $1.name }
        return try page(
            plans, call, member: "RestoreTestingPlans", token: "NextToken", limit: "MaxResults"
        ) { plan in
            .members([
                "CreationTime": .time(plan.createdAt), "LastExecutionTime": .time(plan.lastExecutedAt),
                "LastUpdateTime": .time(plan.updatedAt), "RestoreTestingPlanArn": .text(plan.arn),
                "RestoreTestingPlanName": .text(plan.name), "ScheduleExpression": .text(plan.schedule),
                "ScheduleExpressionTimezone": .text(plan.timezone),
                "StartWindowHours": plan.document["StartWindowHours"],
            ])
        }
    }

    func getTestingPlan(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let plan = try testingPlan(call)
        return .members([
            "RestoreTestingPlan": .members([
                "CreationTime": .time(plan.createdAt), "CreatorRequestId": .text(plan.creatorRequestID),
                "LastExecutionTime": .time(plan.lastExecutedAt), "LastUpdateTime": .time(plan.updatedAt),
                "RecoveryPointSelection": plan.document["RecoveryPointSelection"],
                "RestoreTestingPlanArn": .text(plan.arn), "RestoreTestingPlanName": .text(plan.name),
                "ScheduleExpression": .text(plan.schedule), "ScheduleExpressionTimezone": .text(plan.timezone),
                "StartWindowHours": plan.document["StartWindowHours"] ?? .integer(24),
            ])
        ])
    }

    mutating func createTestingPlan(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        guard let document = call.body["RestoreTestingPlan"] else { throw .missingParameter("RestoreTestingPlan") }
        guard let name = document["RestoreTestingPlanName"]?.asText else {
            throw .missingParameter("RestoreTestingPlanName")
        }
        guard name.wholeMatch(of: /[a-zA-Z0-9_]{1,50}/) != nil else {
            throw .invalidParameter("Invalid restore testing plan name: \(name)")
        }
        if let known = state(call.region).testingPlans[name] {
            guard let token = call.creatorRequestID, token == known.creatorRequestID else {
                throw .alreadyExists(
                    "Restore testing plan \(name) already exists", arn: known.arn,
                    creatorRequestID: known.creatorRequestID)
            }
            return testingPlanReply(known, status: 201)
        }
        guard state(call.region).testingPlans.count < 100 else {
            throw .limit("The limit of 100 restore testing plans is reached.")
        }
        try checkTestingPlan(document)
        let plan = SimulatedRestoreTestingPlan(
            name: name, arn: arn(call.region, "restore-testing-plan:\(name)-\(newID())"), document: document,
            creatorRequestID: call.creatorRequestID, createdAt: call.now)
        regions[call.region, default: BackupRegionState()].testingPlans[name] = plan
        regions[call.region]?.tags[plan.arn] = call.body["Tags"]?.asMap ?? [:]
        return testingPlanReply(plan, status: 201)
    }

    mutating func updateTestingPlan(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        var plan = try testingPlan(call)
        guard case .object(let new) = call.body["RestoreTestingPlan"], case .object(let old) = plan.document else {
            throw .missingParameter("RestoreTestingPlan")
        }
        let document = BackupJSON.object(old.merging(new) { _, new in new })
        try checkTestingPlan(document)
        plan.document = document
        plan.updatedAt = call.now
        plan.nextRun = nil
        regions[call.region]?.testingPlans[plan.name] = plan
        return testingPlanReply(plan, status: 200)
    }

    mutating func deleteTestingPlan(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        guard let plan = state(call.region).testingPlans[call.label("plan")] else { return .noContent }
        guard plan.selections.isEmpty else {
            throw .invalidRequest(
                "Restore testing selections must be deleted before restore testing plan \(plan.name).")
        }
        regions[call.region]?.testingPlans[plan.name] = nil
        return .noContent
    }

    func testingPlan(_ call: BackupCall) throws(BackupRefusal) -> SimulatedRestoreTestingPlan {
        guard let plan = state(call.region).testingPlans[call.label("plan")] else {
            throw .notFound("Restore testing plan \(call.label("plan")) not found")
        }
        return plan
    }

    private func testingPlanReply(_ plan: SimulatedRestoreTestingPlan, status: Int) -> BackupReply {
        .members(
            status: status,
            [
                "CreationTime": .time(plan.createdAt), "RestoreTestingPlanArn": .text(plan.arn),
                "RestoreTestingPlanName": .text(plan.name), "UpdateTime": .time(plan.updatedAt),
            ])
    }

    private func checkTestingPlan(_ document: BackupJSON) throws(BackupRefusal) {
        guard let expression = document["ScheduleExpression"]?.asText else {
            throw .missingParameter("ScheduleExpression")
        }
        let timezone = document["ScheduleExpressionTimezone"]?.asText ?? "Etc/UTC"
        guard SimulatedSchedule(expression, timezone: timezone) != nil else {
            throw .invalidParameter("Invalid schedule expression \(expression) in time zone \(timezone).")
        }
        guard let selection = document["RecoveryPointSelection"] else {
            throw .missingParameter("RecoveryPointSelection")
        }
        let days = selection["SelectionWindowDays"]?.asInteger ?? 30
        guard (1...365).contains(days) else {
            throw .invalidParameter("SelectionWindowDays must be between 1 and 365: \(days)")
        }
        let hours = document["StartWindowHours"]?.asInteger ?? 24
        guard (1...168).contains(hours) else {
            throw .invalidParameter("StartWindowHours must be between 1 and 168: \(hours)")
        }
    }
}
