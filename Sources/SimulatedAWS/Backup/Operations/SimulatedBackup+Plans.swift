import AWSModel
import Foundation

extension SimulatedBackup {
    func listBackupPlans(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let withDeleted = call.parameter("includeDeleted") == "true"
        let plans = state(call.region).plans.values
            .filter { withDeleted || $0.deletedAt == nil }
            .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        return try page(plans, call, member: "BackupPlansList") { plan in
            .members([
                "BackupPlanArn": .text(plan.arn), "BackupPlanId": .text(plan.id), "BackupPlanName": .text(plan.name),
                "CreationDate": .time(plan.createdAt), "DeletionDate": .time(plan.deletedAt),
                "VersionId": .text(plan.current?.id), "CreatorRequestId": .text(plan.creatorRequestID),
                "LastExecutionDate": .time(plan.lastExecutedAt),
                "AdvancedBackupSettings": plan.current?.document["AdvancedBackupSettings"],
            ])
        }
    }

    func getBackupPlan(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let plan = try plan(call, withDeleted: true)
        let wanted = call.parameter("versionId")
        guard let version = wanted == nil ? plan.current : plan.versions.first(where: { $0.id == wanted }) else {
            throw .notFound("Failed reading Backup plan with provided version")
        }
        var preview: BackupJSON?
        if let text = call.parameter("MaxScheduledRunsPreview") {
            guard let count = Int(text), (0...10).contains(count) else {
                throw .invalidParameter("MaxScheduledRunsPreview must be between 0 and 10: \(text)")
            }
            if count > 0 { preview = .list(scheduledRuns(version.plan, count: count, after: call.now)) }
        }
        return .members([
            "BackupPlan": version.document, "BackupPlanId": .text(plan.id), "BackupPlanArn": .text(plan.arn),
            "VersionId": .text(version.id), "CreatorRequestId": .text(plan.creatorRequestID),
            "CreationDate": .time(version.createdAt), "DeletionDate": .time(plan.deletedAt),
            "LastExecutionDate": .time(plan.lastExecutedAt),
            "AdvancedBackupSettings": version.document["AdvancedBackupSettings"], "ScheduledRunsPreview": preview,
        ])
    }

    mutating func createBackupPlan(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let (json, document) = try call.document("BackupPlan", as: BackupPlan.self)
        try check(document, in: call.region)
        for plan in state(call.region).plans.values where plan.deletedAt == nil {
            if let token = call.creatorRequestID, token == plan.creatorRequestID { return planReply(plan) }
            if let current = plan.current, Self.withoutRuleIDs(current.document) == Self.withoutRuleIDs(json) {
                throw .alreadyExists(
                    "Backup plan with the same plan document already exists", arn: plan.arn,
                    creatorRequestID: plan.creatorRequestID)
            }
        }
        let active = state(call.region).plans.values.filter { $0.deletedAt == nil }
        guard active.count < 300 else { throw .limit("The limit of 300 backup plans is reached.") }
        let plan = insert(
            json, document, in: call.region, at: call.now, creatorRequestID: call.creatorRequestID,
            tags: call.body["BackupPlanTags"]?.asMap ?? [:])
        return planReply(plan)
    }

    mutating func updateBackupPlan(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        var plan = try plan(call)
        let (json, document) = try call.document("BackupPlan", as: BackupPlan.self)
        try check(document, in: call.region)
        let kept = Dictionary(
            (plan.current?.plan.rules ?? []).map { ($0.name, $0.ruleID) }, uniquingKeysWith: { first, _ in first })
        plan.versions.append(version(json, document, at: call.now, ruleIDs: kept.compactMapValues { $0 }))
        plan.nextRuns = [:]
        regions[call.region]?.plans[plan.id] = plan
        return planReply(plan)
    }

    mutating func deleteBackupPlan(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let plan = try plan(call)
        guard plan.selections.isEmpty else {
            throw .invalidRequest("Related backup plan selections must be deleted prior to backup plan deletion")
        }
        regions[call.region]?.plans[plan.id]?.deletedAt = call.now
        return .members([
            "BackupPlanId": .text(plan.id), "BackupPlanArn": .text(plan.arn), "DeletionDate": .time(call.now),
            "VersionId": .text(plan.current?.id),
        ])
    }

    func plan(_ call: BackupCall, withDeleted: Bool = false) throws(BackupRefusal) -> SimulatedPlan {
        guard let plan = state(call.region).plans[call.label("plan")], withDeleted || plan.deletedAt == nil else {
            throw .notFound("Failed reading Backup plan with provided version")
        }
        return plan
    }

    private func planReply(_ plan: SimulatedPlan) -> BackupReply {
        .members([
            "BackupPlanId": .text(plan.id), "BackupPlanArn": .text(plan.arn),
            "CreationDate": .time(plan.current?.createdAt), "VersionId": .text(plan.current?.id),
            "AdvancedBackupSettings": plan.current?.document["AdvancedBackupSettings"],
        ])
    }

    /// Puts a plan that has been checked into a region.
    mutating func insert(
        _ json: BackupJSON, _ document: BackupPlan, in region: Region, at date: Date, creatorRequestID: String?,
        tags: [String: String]
    ) -> SimulatedPlan {
        let id = newID()
        let plan = SimulatedPlan(
            id: id, arn: arn(region, "backup-plan:\(id)"), creatorRequestID: creatorRequestID, createdAt: date,
            first: version(json, document, at: date, ruleIDs: [:]))
        regions[region, default: BackupRegionState()].plans[id] = plan
        regions[region]?.tags[plan.arn] = tags
        return plan
    }

    private mutating func version(
        _ json: BackupJSON, _ document: BackupPlan, at date: Date, ruleIDs: [String: String]
    ) -> SimulatedPlan.Version {
        var plan = document
        var rules: [BackupJSON] = []
        let documents = json["Rules"]?.asList ?? []
        for index in plan.rules.indices {
            let id = ruleIDs[plan.rules[index].name] ?? newID()
            plan.rules[index].ruleID = id
            guard documents.indices.contains(index), case .object(var members) = documents[index] else { continue }
            members["RuleId"] = .text(id)
            members["ScheduleExpression"] = .text(plan.rules[index].effectiveSchedule)
            members["ScheduleExpressionTimezone"] = .text(plan.rules[index].effectiveTimezone)
            members["StartWindowMinutes"] = .integer(plan.rules[index].effectiveStartWindowMinutes)
            members["CompletionWindowMinutes"] = .integer(plan.rules[index].completionWindowMinutes ?? 10080)
            members["EnableContinuousBackup"] = .flag(plan.rules[index].enableContinuousBackup ?? false)
            rules.append(.object(members))
        }
        var whole: [String: BackupJSON] = [:]
        if case .object(let members) = json { whole = members }
        whole["Rules"] = .list(rules)
        return SimulatedPlan.Version(id: newID(), document: .object(whole), plan: plan, createdAt: date)
    }

    private func scheduledRuns(_ plan: BackupPlan, count: Int, after now: Date) -> [BackupJSON] {
        var runs: [(at: Date, rule: BackupRule)] = []
        for rule in plan.rules {
            let schedule = SimulatedSchedule(rule.effectiveSchedule, timezone: rule.effectiveTimezone)
            var from = now
            while let schedule, runs.count < 10 * count, let next = schedule.next(after: from) {
                runs.append((next, rule))
                from = next
                if runs.filter({ $0.rule.ruleID == rule.ruleID }).count >= count { break }
            }
        }
        return runs.sorted { $0.at < $1.at }.prefix(count).map { run in
            .members([
                "ExecutionTime": .time(run.at), "RuleId": .text(run.rule.ruleID),
                "RuleExecutionType": .text(
                    run.rule.enableContinuousBackup == true ? "CONTINUOUS_AND_SNAPSHOTS" : "SNAPSHOTS"),
            ])
        }
    }

    private static func withoutRuleIDs(_ document: BackupJSON) -> BackupPlan? {
        guard var plan = document.read(BackupPlan.self) else { return nil }
        for index in plan.rules.indices {
            let rule = plan.rules[index]
            plan.rules[index].ruleID = nil
            plan.rules[index].scheduleExpression = rule.effectiveSchedule
            plan.rules[index].scheduleTimezone = rule.effectiveTimezone
            plan.rules[index].startWindowMinutes = rule.effectiveStartWindowMinutes
            plan.rules[index].completionWindowMinutes = rule.completionWindowMinutes ?? 10080
            plan.rules[index].enableContinuousBackup = rule.enableContinuousBackup ?? false
        }
        return plan
    }
}
