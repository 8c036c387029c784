import AWSModel
import Foundation
import Testing

@testable import Posture

/// 2026-11-21 12:00 UTC is now; a plan runs daily at 05:00 and has an hour to begin.
private func account(
    _ expression: String = "cron(0 5 * * ? *)", zone: String? = nil, jobs: [BackupJob]? = [],
    since hoursAgo: Double = 20 * 24, selecting: [String]? = ["arn:aws:s3:::media"]
) -> TestAccount {
    var account = TestAccount()
    account.addPlan("daily", selecting: selecting)
    account.editPlan("daily") { plan in
        plan.plan = plan.plan.map { document in
            var document = document
            document.rules[0].scheduleExpression = expression
            document.rules[0].scheduleTimezone = zone
            document.rules[0].startWindowMinutes = 60
            document.rules[0].ruleID = "r"
            return document
        }
    }
    if let jobs {
        account.inventory.history = AccountHistory(jobs: [
            RegionJobs(
                region: "us-east-1", since: TestAccount.hoursAgo(hoursAgo), backups: read(jobs), copies: read([]),
                restores: read([]))
        ])
    }
    return account
}

/// A job of the rule that began so many hours ago.
private func job(_ hoursAgo: Double, _ state: BackupJob.State = .completed, message: String? = nil, plan: String)
    -> BackupJob
{
    BackupJob(
        id: "j\(hoursAgo)", state: .known(state), statusMessage: message, resourceARN: "arn:aws:s3:::media",
        createdAt: TestAccount.hoursAgo(hoursAgo), createdBy: JobCreator(planID: plan, ruleID: "r"))
}

@Suite("The calendar of backup plans")
struct PlanCalendarTests {
    private static let today = 20_778  // 2026-11-21
    private var planID: String {
        account().inventory.backup.first { $0.region == "us-east-1" }?.plans.value?.first?.id ?? ""
    }

    private func outcome(_ jobs: [BackupJob]?, day: Int = Self.today, since hoursAgo: Double = 20 * 24) -> PlannedRun
        .Outcome?
    {
        calendar(account(jobs: jobs, since: hoursAgo)).runs(on: day).first?.outcome
    }
    private func calendar(_ account: TestAccount) -> PlanCalendar {
        PlanCalendar(account.inventory, now: TestAccount.now)
    }

    @Test("today is the day it should be")
    func today() { #expect(CivilDate(dayNumber: Self.today) == CivilDate(year: 2026, month: 11, day: 21)) }

    @Test("a run is what its jobs were")
    func outcomes() {
        #expect(outcome([job(7, plan: planID)]) == .completed(jobs: 1))
        #expect(outcome([job(7, .failed, plan: planID)]) == .failed(jobs: 1))
        #expect(outcome([job(7, .failed, plan: planID), job(6.9, plan: planID)]) == .partial(failed: 1, jobs: 2))
        #expect(outcome([job(6.5, .running, plan: planID)]) == .running)
        #expect(outcome([job(7, .partial, plan: planID)]) == .partial(failed: 0, jobs: 1))
    }

    @Test("a run without jobs was missed, once its start window is over")
    func missed() {
        #expect(outcome([]) == .missed)
        #expect(calendar(account()).gapDays.contains(Self.today))
        let late = calendar(account("cron(30 11 * * ? *)"))
        #expect(late.runs(on: Self.today).first?.outcome == .planned)
    }

    @Test("where the jobs were not read, or not so far back, nothing is called missed")
    func unread() {
        #expect(outcome(nil) == .unread)
        #expect(outcome([], day: Self.today - 3, since: 48) == .unread)
        #expect(calendar(account(jobs: nil)).gapDays.isEmpty)
    }

    @Test("a plan that selects nothing misses nothing")
    func idle() {
        let calendar = calendar(account(selecting: nil))
        #expect(calendar.runs(on: Self.today).allSatisfy { $0.outcome == .idle })
        #expect(calendar.gapDays.isEmpty)
    }

    @Test("days to come are planned, and the next run is the first of them")
    func future() {
        let calendar = calendar(account())
        #expect(calendar.runs(on: Self.today + 1).map(\.outcome) == [.planned])
        #expect(calendar.next(after: TestAccount.now)?.moment == TestAccount.hoursAgo(-17))
    }

    @Test("runs follow their own zone over the change of clocks")
    func zones() {
        let runs = PlanCalendar(
            account("cron(0 5 * * ? *)", zone: "Europe/Berlin", jobs: nil).inventory,
            now: Date(timeIntervalSince1970: 1_792_929_600), span: 2)  // 2026-10-25 12:00 UTC
        let hours = (20_749...20_752).map { day in
            runs.runs(on: day).map { Int($0.moment.timeIntervalSince1970) % 86_400 / 3600 }
        }
        #expect(hours == [[3], [3], [4], [4]])
    }

    @Test("a schedule that cannot be read, and plans that were not, are named")
    func unclear() {
        #expect(calendar(account("rate(1 day)")).unclear.map(\.plan) == ["daily"])
        var unread = account()
        unread.editBackup("us-west-2") { $0.plans = denied() }
        #expect(calendar(unread).unclear.contains { $0.region == "us-west-2" && $0.plan == nil })
    }
}
