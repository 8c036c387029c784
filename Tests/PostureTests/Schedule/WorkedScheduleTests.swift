import Foundation
import Posture
import Testing

/// The worked examples of the domain notes (4.5): first runs from 2026-01-01, and the largest gap over the years.
@Suite struct WorkedScheduleTests {
    struct Example: Sendable, CustomTestStringConvertible {
        var expression: String
        var zone = "Etc/UTC"
        /// Where the first runs are looked for.
        var from = "2026-01-01T00:00:00Z"
        var runs: [String]
        var gap: Schedule.Gap

        var testDescription: String { "\(expression) \(zone)" }
    }

    static let hour = Duration.seconds(3_600)
    static let day = Duration.seconds(86_400)

    static let examples: [Example] = [
        Example(
            expression: "cron(0 5 ? * * *)", runs: ["2026-01-01T05:00:00Z", "2026-01-02T05:00:00Z"],
            gap: .atMost(hour * 24)),
        Example(
            expression: "cron(0 0/12 * * ? *)",
            runs: ["2026-01-01T00:00:00Z", "2026-01-01T12:00:00Z", "2026-01-02T00:00:00Z"], gap: .atMost(hour * 12)),
        Example(
            expression: "cron(0 13/12 * * ? *)", runs: ["2026-01-01T13:00:00Z", "2026-01-02T13:00:00Z"],
            gap: .atMost(hour * 24)),
        Example(
            expression: "cron(0 20-2 * * ? *)",
            runs: ["00", "01", "02", "20", "21", "22", "23"].map { "2026-01-01T\($0):00:00Z" }
                + ["2026-01-02T00:00:00Z"],
            gap: .atMost(hour * 18)),
        Example(
            expression: "cron(0 2 ? * MON-FRI *)",
            runs: ["2026-01-01T02:00:00Z", "2026-01-02T02:00:00Z", "2026-01-05T02:00:00Z"], gap: .atMost(hour * 72)),
        Example(
            expression: "cron(30 1 ? * 1,4 *)",
            runs: ["2026-01-04T01:30:00Z", "2026-01-07T01:30:00Z", "2026-01-11T01:30:00Z"], gap: .atMost(day * 4)),
        Example(
            expression: "cron(0 3 L * ? *)",
            runs: ["2026-01-31T03:00:00Z", "2026-02-28T03:00:00Z", "2026-03-31T03:00:00Z"], gap: .atMost(day * 31)),
        Example(
            expression: "cron(0 3 1W * ? *)",
            runs: ["2026-01-01T03:00:00Z", "2026-02-02T03:00:00Z", "2026-03-02T03:00:00Z", "2026-04-01T03:00:00Z"],
            gap: .atMost(day * 33)),
        Example(
            expression: "cron(0 4 ? * 6L *)",
            runs: ["01-30", "02-27", "03-27", "04-24", "05-29"].map { "2026-\($0)T04:00:00Z" }, gap: .atMost(day * 35)),
        Example(
            expression: "cron(0 4 ? * 2#5 *)",
            runs: ["03-30", "06-29", "08-31", "11-30"].map { "2026-\($0)T04:00:00Z" }, gap: .atMost(day * 119)),
        Example(
            expression: "cron(0 6 31 * ? *)",
            runs: ["01-31", "03-31", "05-31", "07-31", "08-31"].map { "2026-\($0)T06:00:00Z" }, gap: .atMost(day * 61)),
        Example(
            expression: "cron(0 0 29 FEB ? *)", runs: ["2028-02-29T00:00:00Z", "2032-02-29T00:00:00Z"],
            gap: .atMost(day * 1_461)),
        Example(
            expression: "cron(0 0 29 FEB ? *)", from: "2090-01-01T00:00:00Z",
            runs: ["2092-02-29T00:00:00Z", "2096-02-29T00:00:00Z", "2104-02-29T00:00:00Z"],
            gap: .atMost(day * 2_921)),
        Example(
            expression: "cron(0/20 9-10 ? JAN 5 2026-2027)",
            runs: [
                "2026-01-01T09:00:00Z", "2026-01-01T09:20:00Z", "2026-01-01T09:40:00Z", "2026-01-01T10:00:00Z",
                "2026-01-01T10:20:00Z", "2026-01-01T10:40:00Z", "2026-01-08T09:00:00Z",
            ], gap: .never),
        Example(
            expression: "cron(30 2 * * ? *)", zone: "America/New_York", from: "2026-03-07T00:00:00Z",
            runs: ["2026-03-07T07:30:00Z", "2026-03-09T06:30:00Z"], gap: .atMost(hour * 47)),
        Example(
            expression: "cron(30 1 * * ? *)", zone: "America/New_York", from: "2026-10-31T12:00:00Z",
            runs: ["2026-11-01T05:30:00Z", "2026-11-02T06:30:00Z"], gap: .atMost(hour * 25)),
    ]

    @Test("the first runs are the documented ones", arguments: examples)
    func fact_4_5_firstRuns(example: Example) throws {
        let schedule = try Schedule(expression: example.expression, timezone: example.zone)
        let from = try Date(example.from, strategy: .iso8601)
        var runs: [String] = []
        var moment = from - 1
        while runs.count < example.runs.count, let run = schedule.next(after: moment) {
            runs.append(run.formatted(.iso8601))
            moment = run
        }
        #expect(runs == example.runs)
    }

    @Test("the largest gap is the documented one", arguments: examples)
    func fact_4_5_largestGaps(example: Example) throws {
        let schedule = try Schedule(expression: example.expression, timezone: example.zone)
        #expect(schedule.largestGap(from: try Date(example.from, strategy: .iso8601)) == example.gap)
    }

    @Test("a schedule whose years are over has no next run")
    func yearsOver() throws {
        let schedule = try Schedule(expression: "cron(0/20 9-10 ? JAN 5 2026-2027)")
        let last = try #require(schedule.next(after: Date("2027-01-28T10:20:00Z", strategy: .iso8601)))
        #expect(last.formatted(.iso8601) == "2027-01-28T10:40:00Z")
        #expect(schedule.next(after: last) == nil)
    }

    @Test("a day of the month that no chosen month has never fires")
    func impossibleDay() throws {
        let schedule = try Schedule(expression: "cron(0 5 30 FEB ? *)")
        #expect(schedule.next(after: Date(timeIntervalSince1970: 1_767_225_600)) == nil)
        #expect(schedule.largestGap(from: Date(timeIntervalSince1970: 1_767_225_600)) == .never)
    }

    @Test("a daily run at a time that clocks skip misses one day a year")
    func fact_4_2_skippedHour() throws {
        let schedule = try Schedule(expression: "cron(30 2 * * ? *)", timezone: "America/New_York")
        let day =
            try Date("2026-03-08T00:00:00Z", strategy: .iso8601)..<Date("2026-03-09T00:00:00Z", strategy: .iso8601)
        #expect(schedule.runs(in: day).isEmpty)
    }

    @Test("the time to the first run counts as a gap")
    func timeToFirstRun() throws {
        let schedule = try Schedule(expression: "cron(0 5 ? * * 2027-2199)")
        let from = try Date("2026-01-01T05:00:00Z", strategy: .iso8601)
        #expect(schedule.largestGap(from: from) == .atMost(Self.day * 365))
    }

    @Test("a fifth Monday of February is waited for as long as the calendar asks")
    func rareWeekday() throws {
        let schedule = try Schedule(expression: "cron(0 4 ? FEB 2#5 *)")
        let from = try Date("2026-01-01T00:00:00Z", strategy: .iso8601)
        #expect(schedule.largestGap(from: from) == .atMost(Self.day * 10_227))
    }
}
