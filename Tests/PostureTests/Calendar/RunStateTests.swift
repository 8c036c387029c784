import AWSModel
import Foundation
import Testing

@testable import Posture

@Suite("What became of a run")
struct RunStateTests {
    private static let daily = "cron(0 5 ? * * *)"
    private static let at = "2026-11-20T05:00:00Z"

    struct Row: Sendable, CustomTestStringConvertible {
        var states: [BackupJob.State]
        var expected: RunState
        var testDescription: String { states.map(\.rawValue).joined(separator: ", ") }
        init(_ states: [BackupJob.State], _ expected: RunState) {
            self.states = states
            self.expected = expected
        }
    }

    @Test(
        "is told by its jobs",
        arguments: [
            Row([.completed, .completed], .completed(2)), Row([.completed, .failed], .partial(made: 1, of: 2)),
            Row([.partial], .partial(made: 1, of: 1)), Row([.failed, .expired, .aborted], .failed(3)),
            Row([.completed, .running], .running), Row([.created], .running), Row([.aborting], .running),
            Row([], .missed),
        ])
    func jobs(_ row: Row) {
        var account = CalendarAccount()
        account.addPlan([Self.daily])
        account.readJobs()
        for state in row.states { account.addJobs([Self.at], state) }
        #expect(account.states(20) == [row.expected])
    }

    @Test("with a job in a state that is not known is unread")
    func otherState() {
        var account = CalendarAccount()
        account.addPlan([Self.daily])
        account.addJobs([Self.at]) { $0.state = .other("SLEEPING") }
        #expect(account.states(20) == [.unread])
    }

    @Test("whose job backed up nothing has failed")
    func nothingBackedUp() {
        var account = CalendarAccount()
        account.addPlan([Self.daily])
        account.addJobs([Self.at]) { $0.statusMessage = "No objects were backed up" }
        #expect(account.states(20) == [.failed(1)])
    }

    @Test("of a second continuous plan is no trouble (2.3)")
    func continuousElsewhere() {
        var account = CalendarAccount()
        account.addPlan([Self.daily])
        account.addJobs([Self.at]) {
            $0.messageCategory = "PITR_ALREADY_CONFIGURED"
            $0.statusMessage = "PITR already configured"
        }
        #expect(account.states(20) == [.completed(1)])
    }

    @Test("whose job completed with issues is partial")
    func issues() {
        var account = CalendarAccount()
        account.addPlan([Self.daily])
        account.addJobs([Self.at]) { $0.messageCategory = "ACCESS_DENIED" }
        #expect(account.states(20) == [.partial(made: 1, of: 1)])
    }

    @Test("is unread, never missed, where the jobs were not read")
    func notRead() {
        var account = CalendarAccount()
        account.addPlan([Self.daily])
        #expect(account.states(20) == [.unread])
        account.readJobs()
        account.jobs[0].backups = denied()
        #expect(account.states(20) == [.unread])
        account.jobs[0].region = TestAccount.away
        account.jobs[0].backups = read([])
        #expect(account.states(20) == [.unread])
    }

    @Test("is unread before the oldest job that was read")
    func beforeSince() {
        var account = CalendarAccount()
        account.addPlan([Self.daily])
        account.readJobs(since: "2026-11-20T05:00:00Z")
        #expect(account.states(20) == [.unread])
        account.readJobs(since: "2026-11-20T04:58:00Z")
        #expect(account.states(20) == [.missed])
    }

    @Test("of which some jobs may have been cut off is unread")
    func cutOff() {
        var account = CalendarAccount()
        account.addPlan([Self.daily])
        account.readJobs(since: "2026-11-20T05:00:00Z")
        account.addJobs([Self.at])
        #expect(account.states(20) == [.unread])
    }

    @Test("whose start window went on when the jobs were last read is unread")
    func silentSince() {
        var account = CalendarAccount()
        account.addPlan([Self.daily])
        account.readJobs()
        account.jobs[0].backups.at = CalendarAccount.date("2026-11-20T05:59:59Z")
        #expect(account.states(20) == [.unread])
        #expect(account.states(19) == [.missed])
    }

    @Test("is planned until its start window is over")
    func window() {
        var account = CalendarAccount()
        // Now is 12:00.
        account.addPlan(["cron(1 11 ? * * *)", "cron(0 11 ? * * *)", "cron(0 13 ? * * *)"])
        account.readJobs()
        #expect(account.states(21) == [.missed, .planned, .planned])
        #expect(account.states(22) == [.planned, .planned, .planned])
    }

    @Test("of a plan without a selection is idle, and of unread selections unread")
    func selections() {
        var account = CalendarAccount()
        account.addPlan([Self.daily], selecting: nil)
        account.readJobs()
        #expect(account.states(20) == [.idle])
        #expect(account.states(25) == [.idle])
        account.account.editPlan { $0.selections = denied() }
        #expect(account.states(20) == [.unread])
    }

    @Test("that is on demand does not stand for the plan's")
    func onDemand() {
        var account = CalendarAccount()
        account.addPlan([Self.daily])
        account.addJobs([Self.at], plan: nil)
        #expect(account.states(20) == [.missed])
        #expect(account.day(20)?.unplanned.count == 1)
    }

    @Test(
        "takes the jobs of its start window and an hour more, and no later ones",
        arguments: [
            ("2026-11-20T04:59:30Z", RunState.completed(1)), ("2026-11-20T07:00:00Z", .completed(1)),
            ("2026-11-20T07:00:01Z", .missed), ("2026-11-20T04:58:00Z", .missed),
        ])
    func jobTime(moment: String, expected: RunState) {
        var account = CalendarAccount()
        account.addPlan([Self.daily])
        account.addJobs([moment])
        #expect(account.states(20) == [expected])
        #expect(account.day(20)?.unplanned.count == (expected == .missed ? 1 : 0))
    }

    @Test("takes the job of a rule by vault and time where the rule's identifier is another")
    func otherIdentifier() {
        var account = CalendarAccount()
        account.addPlan([Self.daily, "cron(30 5 ? * * *)"]) { if $0 == 1 { $1.targetVault = "other" } }
        account.addJobs(["2026-11-20T05:40:00Z"], rule: "of an older version")
        #expect(account.states(20) == [.completed(1), .missed])
    }

    @Test("at the end of the day before keeps its job of the first day")
    func leadIn() {
        var account = CalendarAccount()
        account.addPlan(["cron(30 23 ? * * *)"])
        account.readJobs(since: "2026-10-01T00:00:00Z")
        account.addJobs(["2026-10-17T00:10:00Z"])
        #expect(account.calendar.days.first?.date == CivilDate(year: 2026, month: 10, day: 17))
        #expect(account.day(17, month: 10)?.unplanned.isEmpty == true)
    }

    @Test("fact 2.4: yields to a rule of longer retention in the same window, and is not missed")
    func yields() {
        var account = CalendarAccount()
        account.addPlan(["cron(0 2 ? * * *)", "cron(30 2 20 * ? *)"]) {
            $1.lifecycle = RecoveryPointLifecycle(deleteAfterDays: $0 == 0 ? 14 : 365)
        }
        account.addJobs(["2026-11-20T02:30:00Z"], rule: "r2")
        #expect(account.states(20) == [.yielded, .completed(1)])
        #expect(account.states(19) == [.missed])
        #expect(account.states(20, month: 12) == [.yielded, .planned])
        #expect(account.day(20)?.gaps.isEmpty == true)
    }

    @Test("yields to none of the same retention, nor to a continuous one, nor past its window")
    func doesNotYield() {
        let edits: [(Int, inout BackupRule) -> Void] = [
            { _, _ in },
            { index, rule in
                rule.lifecycle?.deleteAfterDays = 14 + index
                rule.enableContinuousBackup = index == 1
            },
            { index, rule in
                rule.lifecycle?.deleteAfterDays = 14 + index
                if index == 1 { rule.scheduleExpression = "cron(0 3 20 * ? *)" }
            },
        ]
        for edit in edits {
            var account = CalendarAccount()
            account.addPlan(["cron(0 2 ? * * *)", "cron(30 2 20 * ? *)"], edit)
            #expect(account.states(20, month: 12) == [.planned, .planned])
        }
    }
}
