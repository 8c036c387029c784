import AWSModel
import Foundation

/// The runs of one rule: its schedule, with its jobs laid over it.
struct RuleRuns {
    private let rule: BackupRule
    private let plan: PlanContents
    private let region: Region
    private let schedule: Schedule
    private let jobs: PlanJobs
    private let now: Date

    init(
        _ rule: BackupRule, of plan: PlanContents, in region: Region, jobs: PlanJobs, now: Date
    ) throws(ScheduleError) {
        self.rule = rule
        self.plan = plan
        self.region = region
        self.jobs = jobs
        self.now = now
        schedule = try Schedule(expression: rule.effectiveSchedule, timezone: rule.effectiveTimezone)
    }

    func runs(in range: Range<Date>) -> [PlannedRun] {
        let window = TimeInterval(60 * min(max(rule.effectiveStartWindowMinutes, 0), 1_000_000))
        let moments = schedule.runs(in: range)
        return moments.enumerated().compactMap { index, moment in
            // A plan runs nothing before it was made.
            if let made = plan.createdAt, moment < made { return nil }
            let next = moments.indices.contains(index + 1) ? moments[index + 1] : .distantFuture
            let startBy = moment.addingTimeInterval(window)
            // AWS stamps a job a little before or after its moment; a late one belongs to this run until the next.
            let span =
                moment.addingTimeInterval(
                    -60)..<max(min(next.addingTimeInterval(-60), startBy.addingTimeInterval(3600)), moment)
            let made = jobs.jobs(of: rule, in: plan, during: span)
            return PlannedRun(
                moment: moment, plan: plan.name, planID: plan.id, rule: rule.name, region: region,
                zone: rule.effectiveTimezone, startBy: startBy, outcome: outcome(moment, startBy: startBy, made),
                message: made.first { !$0.endedWell && !$0.isUnderWay }?.statusMessage)
        }
    }

    private func outcome(_ moment: Date, startBy: Date, _ made: [BackupJob]) -> PlannedRun.Outcome {
        if made.isEmpty {
            if plan.selections.isRead, plan.selections.value?.isEmpty != false { return .idle }
            if moment > now { return .planned }
            guard let since = jobs.readSince, moment >= since else { return .unread }
            return now < startBy ? .planned : .missed
        }
        if made.contains(where: \.isUnderWay) { return .running }
        let failed = made.filter { !$0.endedWell }.count
        if failed == made.count { return .failed(jobs: failed) }
        let isWhole = failed == 0 && !made.contains { $0.state == .known(.partial) || $0.completedWithIssues }
        return isWhole ? .completed(jobs: made.count) : .partial(failed: failed, jobs: made.count)
    }
}

extension BackupJob {
    /// It left a recovery point, whole or not.
    fileprivate var endedWell: Bool { state == .known(.completed) || state == .known(.partial) }
    fileprivate var isUnderWay: Bool {
        state == .known(.running) || state == .known(.pending) || state == .known(.created)
    }
}
