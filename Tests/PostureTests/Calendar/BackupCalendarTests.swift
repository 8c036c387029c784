import AWSModel
import Foundation
import Testing

@testable import Posture

@Suite("The calendar of an account's backups")
struct BackupCalendarTests {
    private static let daily = "cron(0 5 ? * * *)"

    @Test("has thirty-five days before and after today")
    func days() {
        let days = CalendarAccount().calendar.days
        #expect(days.map(\.date.dayNumber) == Array(20_743...20_813))
        #expect(days[35].date == CivilDate(year: 2026, month: 11, day: 21))
    }

    @Test(
        "puts runs on the UTC day on which they are",
        arguments: [
            // 01:00 in Sydney is 14:00 of the day before, in summer time.
            ("cron(0 1 20 11 ? *)", "Australia/Sydney", "2026-11-19T14:00:00Z"),
            ("cron(0 5 20 11 ? *)", "America/New_York", "2026-11-20T10:00:00Z"),
            ("cron(0 22 20 11 ? *)", "America/New_York", "2026-11-21T03:00:00Z"),
            // Clocks were set back on 2026-11-01: 01:30 came twice and runs once, the first time.
            ("cron(30 1 1 11 ? *)", "America/New_York", "2026-11-01T05:30:00Z"),
            ("cron(30 1 2 11 ? *)", "America/New_York", "2026-11-02T06:30:00Z"),
            // And on 2026-10-25 in Europe.
            ("cron(30 2 25 10 ? *)", "Europe/Berlin", "2026-10-25T00:30:00Z"),
            ("cron(30 3 25 10 ? *)", "Europe/Berlin", "2026-10-25T02:30:00Z"),
        ])
    func zones(schedule: String, zone: String, moment: String) throws {
        var account = CalendarAccount()
        account.addPlan([schedule], timezone: zone)
        let calendar = account.calendar
        let run = try #require(calendar.runs.first)
        #expect(run.moment == CalendarAccount.date(moment))
        #expect(calendar.runs.count == 1)
        #expect(calendar.rule(of: run).timeZone.identifier == zone)
        #expect(calendar.day(CivilDate(run.moment))?.runs.count == 1)
    }

    @Test("has no run at a time that the clocks skip")
    func skippedTime() throws {
        var account = CalendarAccount()
        account.addPlan(["cron(30 2 * * ? *)"], timezone: "America/New_York")
        let march = CalendarAccount.date("2027-03-10T12:00:00Z")
        let calendar = BackupCalendar(of: account.account.inventory, now: march)
        let counts = (13...15).map { calendar.day(CivilDate(year: 2027, month: 3, day: $0))?.runs.count }
        #expect(counts == [1, 0, 1])
    }

    @Test("has no runs before its plan was made")
    func beforePlan() {
        var account = CalendarAccount()
        account.addPlan([Self.daily], createdAt: CalendarAccount.date("2026-11-19T12:00:00Z"))
        account.readJobs()
        #expect(account.states(19) == [])
        #expect(account.states(20) == [.missed])
    }

    @Test(
        "shows a schedule that is not understood as such",
        arguments: ["rate(1 day)", "cron(0 5 * * * *)", "cron(0 25 ? * * *)"])
    func notUnderstood(schedule: String) throws {
        var account = CalendarAccount()
        account.addPlan([schedule, Self.daily])
        let calendar = account.calendar
        let unknown = try #require(calendar.unknown.first)
        #expect((unknown.plan, unknown.rule) == ("prod", "r1"))
        #expect(!unknown.cause.isEmpty)
        #expect(calendar.rules.map(\.name) == ["r2"])
        #expect(calendar.planCount == 1)
    }

    @Test("says which plans were not read")
    func unread() {
        var account = CalendarAccount()
        account.addPlan([Self.daily])
        account.account.editPlan { $0.plan = denied() }
        account.account.editBackup(TestAccount.away) { $0.plans = unreachable() }
        account.account.editBackup(TestAccount.third) { $0.plans.outcome = .notRead }
        #expect(
            account.calendar.unknown == [
                UnknownSchedule(region: TestAccount.home, plan: "prod", rule: nil, cause: "denied (AccessDenied)"),
                UnknownSchedule(region: TestAccount.away, plan: nil, rule: nil, cause: "unreachable (timed out)"),
            ])
    }

    // MARK: Gaps

    @Test("has a gap on each day on which a plan made nothing")
    func gaps() {
        var account = CalendarAccount()
        account.addPlan([Self.daily])
        account.readJobs(since: "2026-11-16T12:00:00Z")
        account.addJobs(["2026-11-18T05:00:00Z"])
        account.addJobs(["2026-11-19T05:00:00Z"], .failed)
        account.addJobs(["2026-11-21T05:00:00Z"], .running)
        #expect(account.calendar.gapDays.map(\.day) == [17, 19, 20])
        #expect(account.day(19)?.gaps.map(\.failed) == [1])
        #expect(account.day(20)?.gaps.map(\.missed) == [1])
    }

    @Test("has no gap where another run of the day made a recovery point, or still can")
    func gapFilled() {
        var account = CalendarAccount()
        account.addPlan(["cron(0 5,17 ? * * *)"])
        account.readJobs(since: "2026-11-18T18:00:00Z")
        account.addJobs(["2026-11-19T17:00:00Z", "2026-11-20T05:00:00Z"])
        #expect(account.states(19) == [.missed, .completed(1)])
        #expect(account.states(21) == [.missed, .planned])
        #expect(account.calendar.gapDays.isEmpty)
    }

    @Test("has a gap of one plan where another made its recovery point")
    func gapOfOne() {
        var account = CalendarAccount()
        account.addPlan(named: "prod", [Self.daily])
        account.addPlan(named: "test", [Self.daily])
        account.readJobs(since: "2026-11-20T12:00:00Z")
        account.addJobs(["2026-11-21T05:00:00Z"])
        #expect(account.day(21)?.gaps.map(\.planName) == ["test"])
    }

    // MARK: Copies and retention

    @Test("counts a copy once, though both of its regions list it")
    func copies() {
        var account = CalendarAccount()
        account.addPlan([Self.daily])
        account.addJobs(["2026-11-20T05:00:00Z"])
        let copies = [("c1", CopyJob.State.completed), ("c2", .failed), ("c3", .running)].map { id, state in
            CopyJob(
                id: id, state: .known(state), sourceRecoveryPointARN: "point-2026-11-20T05:00:00Z",
                createdAt: CalendarAccount.date("2026-11-20T05:30:00Z"))
        }
        account.jobs[0].copies = read(copies)
        account.jobs.append(account.jobs[0])
        account.jobs[1].region = TestAccount.away
        account.jobs[1].backups = read([])
        let tally = account.calendar.runs.first { !$0.jobs.isEmpty }?.copies
        #expect([tally?.completed, tally?.failed, tally?.running] == [1, 1, 1])
    }

    @Test("says when recovery points and their copies are deleted")
    func retention() {
        var account = CalendarAccount()
        let vault = TestAccount.vaultARN("dr")
        account.addPlan([Self.daily]) {
            $1.lifecycle = RecoveryPointLifecycle(deleteAfterDays: 7)
            $1.copyActions = [
                CopyAction(destinationVaultARN: vault, lifecycle: RecoveryPointLifecycle(deleteAfterDays: 10))
            ]
        }
        account.addJobs(["2026-11-20T05:00:00Z", "2026-11-20T05:10:00Z"])
        account.addJobs(["2026-11-20T05:20:00Z"], .failed)
        account.jobs[0].copies = read([
            CopyJob(
                id: "c", state: .known(.completed), sourceRecoveryPointARN: "point-2026-11-20T05:00:00Z",
                destinationVaultARN: vault, createdAt: CalendarAccount.date("2026-11-21T01:00:00Z"),
                createdBy: JobCreator(planID: "prod", ruleID: "r1"))
        ])
        #expect(
            account.day(27)?.retentionEnds == [RetentionEnd(rule: 0, vaultARN: "local", isCopy: false, count: 2)])
        #expect(account.day(30)?.retentionEnds == [RetentionEnd(rule: 0, vaultARN: vault, isCopy: true, count: 1)])
    }

    @Test("says no end of what is kept for ever, or is continuous", arguments: [-1, nil, 7])
    func keptForEver(days: Int?) {
        var account = CalendarAccount()
        account.addPlan([Self.daily]) {
            $1.lifecycle = RecoveryPointLifecycle(deleteAfterDays: days)
            $1.enableContinuousBackup = days == 7
        }
        account.addJobs(["2026-11-20T05:00:00Z"])
        #expect(account.calendar.days.filter { !$0.retentionEnds.isEmpty }.isEmpty)
    }

    @Test("shows restores on their day")
    func restores() {
        var account = CalendarAccount()
        account.readJobs()
        account.jobs[0].restores = read([
            RestoreJob(id: "x", status: .known(.completed), createdAt: CalendarAccount.date("2026-11-20T23:59:59Z"))
        ])
        #expect(account.day(20)?.restores.map(\.id) == ["x"])
    }

    @Test("keeps its footing with documents that hold absurd numbers")
    func absurd() {
        var account = CalendarAccount()
        account.addPlan([Self.daily]) {
            $1.startWindowMinutes = .max
            $1.completionWindowMinutes = .min
            $1.lifecycle = RecoveryPointLifecycle(deleteAfterDays: .max)
        }
        account.addJobs(["2026-11-20T05:00:00Z"])
        account.addJobs(["2026-11-20T05:00:00Z"]) { $0.createdAt = .distantFuture }
        account.addJobs(["2026-11-20T05:00:00Z"]) { $0.createdAt = Date(timeIntervalSince1970: .infinity) }
        #expect(account.states(20) == [.completed(1)])
    }

    @Test("knows the run that comes next")
    func next() {
        var account = CalendarAccount()
        account.addPlan(named: "idle", ["cron(0 13 ? * * *)"], selecting: nil)
        account.addPlan(named: "prod", ["cron(0 14 ? * * *)"])
        let calendar = account.calendar
        let next = calendar.nextRun(after: CalendarAccount.now)
        #expect(next.map { calendar.rule(of: $0).planName } == "prod")
    }
}
