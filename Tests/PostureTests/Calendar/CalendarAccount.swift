import AWSModel
import Foundation

@testable import Posture

/// An account with plans and jobs, as its calendar is made of it; now is 2026-11-21 12:00 UTC, a Saturday.
struct CalendarAccount {
    var account = TestAccount()
    var jobs: [RegionJobs] = []

    static let now = TestAccount.now

    static func date(_ text: String) -> Date {
        (try? Date(text, strategy: .iso8601)) ?? .distantPast
    }

    /// A plan with one rule for each schedule, named and identified r1, r2 and so on.
    mutating func addPlan(
        named name: String = "prod", _ schedules: [String], timezone: String? = nil, selecting: [String]? = ["*"],
        createdAt: Date? = nil, _ edit: (Int, inout BackupRule) -> Void = { _, _ in }
    ) {
        let rules = schedules.enumerated().map { index, schedule in
            var rule = BackupRule(
                name: "r\(index + 1)", targetVault: "local", scheduleExpression: schedule, scheduleTimezone: timezone,
                startWindowMinutes: 60, lifecycle: RecoveryPointLifecycle(deleteAfterDays: 35),
                ruleID: "r\(index + 1)")
            edit(index, &rule)
            return rule
        }
        account.addPlan(name, rules: rules, selecting: selecting)
        if let createdAt { account.editPlan(name) { $0.createdAt = createdAt } }
    }

    /// Jobs of rule r1 of plan prod unless said otherwise, each created at a moment.
    mutating func addJobs(
        _ moments: [String], _ state: BackupJob.State = .completed, plan: String? = "prod", rule: String? = "r1",
        _ edit: (inout BackupJob) -> Void = { _ in }
    ) {
        if jobs.isEmpty { readJobs() }
        let made = moments.map { moment in
            var job = BackupJob(
                id: "\(moment)-\(jobs[0].backups.value?.count ?? 0)", state: .known(state), vaultName: "local",
                recoveryPointARN: "point-\(moment)", createdAt: Self.date(moment),
                createdBy: plan.map { JobCreator(planID: $0, ruleID: rule) })
            edit(&job)
            return job
        }
        jobs[0].backups = jobs[0].backups.map { $0 + made }
    }

    /// The jobs of the home region were read back to a moment.
    mutating func readJobs(since: String = "2026-10-22T12:00:00Z") {
        jobs = [
            RegionJobs(
                region: TestAccount.home, since: Self.date(since), backups: read([]), copies: read([]),
                restores: read([]))
        ]
    }

    var calendar: BackupCalendar {
        var inventory = account.inventory
        inventory.history = jobs.isEmpty ? nil : AccountHistory(jobs: jobs)
        return BackupCalendar(of: inventory, now: Self.now)
    }

    func day(_ day: Int, month: Int = 11) -> CalendarDay? {
        calendar.day(CivilDate(year: 2026, month: month, day: day))
    }

    /// The states of a day's runs, in the order of time.
    func states(_ day: Int, month: Int = 11) -> [RunState] {
        let calendar = calendar
        return self.day(day, month: month).map { calendar.runs[$0.runs].map(\.state) } ?? []
    }
}
