import AWSModel
import Canvas
import Foundation
import Posture
import Testing

@testable import Console

/// Now is Wednesday 2026-11-18 11:06 UTC; a plan runs daily at 06:00 in Berlin, 05:00 UTC.
@Suite("The Calendar and its keys")
struct CalendarTests {
    private static func desk(
        _ size: Size = Size(columns: 120, rows: 40), failed: [Int] = [], missed: [Int] = [],
        schedule: String = "cron(0 6 ? * * *)", history: Bool = true
    ) -> Desk {
        var inventory = Desk.inventory([])
        let rule = BackupRule(
            name: "daily", targetVault: "local", scheduleExpression: schedule, scheduleTimezone: "Europe/Berlin",
            startWindowMinutes: 60, ruleID: "r")
        let selection = SelectionContents(
            id: "s", selection: Desk.read(BackupSelection(name: "all", roleARN: "", resources: ["*"])))
        let plan = PlanContents(
            id: "p", name: "daily-s3", plan: Desk.read(BackupPlan(name: "daily-s3", rules: [rule])),
            selections: Desk.read([selection]))
        inventory.backup = [
            BackupRegion(
                region: "us-east-1", settings: Desk.absent(), vaults: Desk.read([]), plans: Desk.read([plan]),
                protectedResources: Desk.read([]), troubledJobs: Desk.read([]), troubledCopies: Desk.read([]),
                restores: Desk.read([]), restoreTestingPlans: Desk.read([]))
        ]
        let jobs = (1...18).filter { !missed.contains($0) }.map { day in
            let created = CivilDate(year: 2026, month: 11, day: day).start.addingTimeInterval(5 * 3600 + 30)
            return BackupJob(
                id: "\(day)", state: .known(failed.contains(day) ? .failed : .completed),
                statusMessage: failed.contains(day) ? "Access Denied by the key" : nil, createdAt: created,
                createdBy: JobCreator(planID: "p", ruleID: "r"))
        }
        if history {
            inventory.history = AccountHistory(jobs: [
                RegionJobs(
                    region: "us-east-1",
                    since: CivilDate(year: 2026, month: 10, day: 31).start.addingTimeInterval(36_000),
                    backups: Desk.read(jobs), copies: Desk.read([]), restores: Desk.read([]))
            ])
        }
        var desk = Desk(size: size)
        desk.take(.surveyed(inventory))
        desk.press(.character("4"))
        return desk
    }

    private static func text(_ desk: Desk) -> String {
        let frame = Screen.frame(of: desk.model)
        return (0..<frame.size.rows).map { row in String(frame.row(row).map(\.glyph)) }.joined(separator: "\n")
    }

    private static func drilled(_ desk: inout Desk, daysAgo: Double) throws {
        let bucket = try #require(desk.model.picture?.assessment.scenarios.flatMap(\.resources).first)
        let at = desk.model.now.addingTimeInterval(-daysAgo * 86_400)
        let drill = DrillLine(
            id: 1, at: at, resource: bucket.arn, type: "s3-bucket", region: "us-west-2", words: "",
            provesUntil: at.addingTimeInterval(90 * 86_400), evidence: [])
        desk.take(.records(RestoreRecords(drills: [drill])))
    }

    @Test("the title counts the gaps of what is shown: the month, the week, the day")
    func countedGaps() {
        var desk = Self.desk(missed: [2, 10, 17])
        #expect(Self.text(desk).contains("November 2026  UTC  ✗ 3 days with gaps"))
        desk.press(.character("m"))
        #expect(Self.text(desk).contains("Week of 2026-11-16  UTC  ✗ 1 day with gaps"))
        desk.press(.character("m"))
        #expect(Self.text(desk).contains("Wed 2026-11-18  UTC  no gaps seen"))
        desk.press(.left)
        #expect(Self.text(desk).contains("Tue 2026-11-17  UTC  ✗ 1 day with gaps"))
    }

    private static func withBucket() -> Desk {
        var desk = Desk(buckets: ["media"], size: Size(columns: 120, rows: 40))
        desk.press(.character("4"))
        return desk
    }

    @Test("A drill is due 90 days after the last that proves anything, on the day itself and in the legend")
    func drillDue() throws {
        var desk = Self.withBucket()
        try Self.drilled(&desk, daysAgo: 88)
        #expect(desk.model.drills.due(on: CivilDate(year: 2026, month: 11, day: 20)).map(\.name) == ["media"])
        #expect(Self.text(desk).contains("◇ 1 drill") && Self.text(desk).contains("◇ drill "))
        desk.press(.right, .right, .enter)
        #expect(Self.text(desk).contains("◇ drill due  media") && Self.text(desk).contains("proven until then"))
    }

    @Test("What was never drilled, and what has lapsed, is due today")
    func drillOverdue() throws {
        var desk = Self.withBucket()
        let today = CivilDate(year: 2026, month: 11, day: 18)
        #expect(desk.model.drills.due(on: today).map { $0.words(at: desk.model.now) } == ["never drilled"])
        try Self.drilled(&desk, daysAgo: 100)
        #expect(desk.model.drills.due(on: today).map { $0.words(at: desk.model.now) } == ["lapsed on 2026-11-08"])
    }

    @Test("Of an account that was never drilled a day lists a hundred, and says how many more there are")
    func manyDrills() {
        let desk = Desk(buckets: (1...130).map { "bucket-\($0)" }, size: Size(columns: 120, rows: 40))
        let lines = desk.model.drillLines(on: CivilDate(year: 2026, month: 11, day: 18))
        #expect(lines.count == 101)
        #expect(lines.last?.map(\.text) == ["and 30 drills more: lifeboat drills --due"])
    }

    @Test("Where the ledger cannot be read nothing is said to be due, but that it is not known")
    func drillsUnread() {
        var desk = Self.withBucket()
        desk.take(.records(RestoreRecords(refusal: "locked")))
        #expect(desk.model.drills == DrillCalendar() && Self.text(desk).contains("? drills not read"))
    }

    @Test("n and N go to the next and the last day with a gap, and say when there is none")
    func gaps() {
        var desk = Self.desk(failed: [3], missed: [9])
        #expect(desk.model.gapDays.map(\.day) == [3, 9])
        desk.press(.character("N"))
        #expect(desk.model.calendarDay.day == 9)
        desk.press(.character("N"))
        #expect(desk.model.calendarDay.day == 3)
        desk.press(.character("N"))
        #expect(desk.model.notice?.text == "no gap before this day")
        desk.press(.character("n"), .character("n"))
        #expect(desk.model.calendarDay.day == 9)
        #expect(desk.model.notice?.text == "no gap after this day")
    }

    @Test("m goes from month to week to day and round, and each shows the selected day")
    func spans() {
        var desk = Self.desk(missed: [9])
        desk.press(.character("N"))
        #expect(Self.text(desk).contains("November 2026"))
        desk.press(.character("m"))
        #expect(Self.text(desk).contains("Week of 2026-11-09"))
        desk.press(.character("m"))
        #expect(Self.text(desk).contains("Mon 2026-11-09"))
        desk.press(.character("m"))
        #expect(desk.model.calendar.span == .month)
    }

    @Test(
        "a day says what became of its run",
        arguments: [
            ("N", "no recovery point of daily-s3"), ("N", "made no job within its start window"),
            ("N N", "failed, 1 job"), ("N N", "Access Denied by the key"), ("t", "completed, 1 job"), ("right", "due"),
        ])
    func outcome(keys: String, words: String) {
        var desk = Self.desk(failed: [3], missed: [9])
        for name in keys.split(separator: " ") { if let key = Key(name: String(name)) { desk.press(key) } }
        desk.press(.character("m"), .character("m"))
        #expect(Self.text(desk).contains(words))
    }

    @Test("each state has a glyph, and a word in the legend", arguments: [60, 80])
    func legend(columns: Int) {
        let text = Self.text(Self.desk(Size(columns: columns, rows: columns == 60 ? 16 : 24), failed: [3], missed: [9]))
        for word in ["∅ missed", "✗ failed", "! partial", "? unread", "✓ done"] { #expect(text.contains(word)) }
        #expect(text.contains("3 ✗1"))
        #expect(text.contains("9 ∅1"))
        #expect(text.contains("10 ✓1"))
    }

    @Test("where there is room a day says its states in words")
    func words() {
        let text = Self.text(Self.desk(failed: [3], missed: [9]))
        for words in ["✗ 1 failed", "∅ 1 missed", "✓ 1 done", "○ 1 due"] { #expect(text.contains(words)) }
    }

    @Test("the next run is told in UTC and in the plan's own zone")
    func next() {
        #expect(Self.text(Self.desk()).contains("next daily-s3 in 17 h (05:00Z, 06:00 Berlin)"))
    }

    @Test("u shows hours in the plan's zone")
    func zone() {
        var desk = Self.desk()
        #expect(Self.text(desk).contains("05:00Z ✓"))
        desk.press(.character("u"))
        #expect(Self.text(desk).contains("06:00 Europe/Berlin ✓"))
        #expect(Self.text(desk).contains("05:00Z"))
    }

    @Test("a run of another local day says so")
    func localDay() {
        var desk = Self.desk(schedule: "cron(30 0 ? * * *)")
        desk.press(.character("u"))
        #expect(Self.text(desk).contains("00:30 the day after, Europe/Berlin"))
    }

    @Test("without its jobs a run is unread, and no day is a gap")
    func unread() {
        let desk = Self.desk(history: false)
        #expect(desk.model.gapDays.isEmpty)
        #expect(Self.text(desk).contains("what ran was not read"))
        #expect(Self.text(desk).contains("? 1 unread"))
    }

    @Test("a schedule that is not understood is named, and its days are not called empty")
    func notUnderstood() {
        let text = Self.text(Self.desk(schedule: "rate(1 day)"))
        #expect(text.contains("daily-s3/daily"))
        #expect(text.contains("Not all plans are known"))
        #expect(!text.contains("Nothing is planned"))
    }

    @Test("a day beyond what was worked out says so")
    func beyond() {
        var desk = Self.desk()
        for _ in 0..<6 { desk.press(.down) }
        #expect(Self.text(desk).contains("–"))
        desk.press(.character("m"), .character("m"))
        #expect(Self.text(desk).contains("more than 35 days from now"))
    }
}
