import Foundation
import Testing

@testable import SimulatedAWS

struct SimulatedScheduleTests {
    @Test(
        "A schedule fires as the domain's examples say (4.5)",
        arguments: [
            ("cron(0 5 ? * * *)", "Etc/UTC", ["2026-01-01T05:00:00Z", "2026-01-02T05:00:00Z"]),
            ("cron(0 0/12 * * ? *)", "Etc/UTC", ["2026-01-01T12:00:00Z", "2026-01-02T00:00:00Z"]),
            ("cron(0 13/12 * * ? *)", "Etc/UTC", ["2026-01-01T13:00:00Z", "2026-01-02T13:00:00Z"]),
            (
                "cron(0 20-2 * * ? *)", "Etc/UTC",
                ["2026-01-01T01:00:00Z", "2026-01-01T02:00:00Z", "2026-01-01T20:00:00Z"]
            ),
            (
                "cron(0 2 ? * MON-FRI *)", "Etc/UTC",
                ["2026-01-01T02:00:00Z", "2026-01-02T02:00:00Z", "2026-01-05T02:00:00Z"]
            ),
            ("cron(30 1 ? * 1,4 *)", "Etc/UTC", ["2026-01-04T01:30:00Z", "2026-01-07T01:30:00Z"]),
            ("cron(0 3 L * ? *)", "Etc/UTC", ["2026-01-31T03:00:00Z", "2026-02-28T03:00:00Z"]),
            (
                "cron(0 3 1W * ? *)", "Etc/UTC",
                ["2026-01-01T03:00:00Z", "2026-02-02T03:00:00Z", "2026-03-02T03:00:00Z"]
            ),
            ("cron(0 4 ? * 6L *)", "Etc/UTC", ["2026-01-30T04:00:00Z", "2026-02-27T04:00:00Z"]),
            ("cron(0 4 ? * 2#5 *)", "Etc/UTC", ["2026-03-30T04:00:00Z", "2026-06-29T04:00:00Z"]),
            ("cron(0 6 31 * ? *)", "Etc/UTC", ["2026-01-31T06:00:00Z", "2026-03-31T06:00:00Z"]),
            ("cron(0 0 29 FEB ? *)", "Etc/UTC", ["2028-02-29T00:00:00Z", "2032-02-29T00:00:00Z"]),
        ])
    func fires(expression: String, zone: String, expected: [String]) throws {
        let schedule = try #require(SimulatedSchedule(expression, timezone: zone))
        // A second before the year begins, so that midnight would count.
        var moment = try Date("2026-01-01T00:00:00Z", strategy: .iso8601)
        var runs: [String] = []
        while runs.count < expected.count, let next = schedule.next(after: moment) {
            runs.append(next.formatted(.iso8601))
            moment = next
        }
        #expect(runs == expected)
    }

    @Test("A local time that the clocks skip does not fire (4.2)")
    func skipped() throws {
        let schedule = try #require(SimulatedSchedule("cron(30 2 * * ? *)", timezone: "America/New_York"))
        let before = try Date("2026-03-07T08:00:00Z", strategy: .iso8601)
        #expect(schedule.next(after: before)?.formatted(.iso8601) == "2026-03-09T06:30:00Z")
    }

    @Test("A local time that the clocks repeat fires once, the first time (4.2)")
    func repeated() throws {
        let schedule = try #require(SimulatedSchedule("cron(30 1 * * ? *)", timezone: "America/New_York"))
        let before = try Date("2026-11-01T00:00:00Z", strategy: .iso8601)
        let first = try #require(schedule.next(after: before))
        #expect(first.formatted(.iso8601) == "2026-11-01T05:30:00Z")
        #expect(schedule.next(after: first)?.formatted(.iso8601) == "2026-11-02T06:30:00Z")
    }

    @Test("A schedule whose years are over never fires")
    func over() throws {
        let schedule = try #require(SimulatedSchedule("cron(0/20 9-10 ? JAN 5 2026-2027)", timezone: "UTC"))
        #expect(schedule.next(after: try Date("2027-02-01T00:00:00Z", strategy: .iso8601)) == nil)
    }

    @Test(
        "An expression that AWS refuses is none (4.1)",
        arguments: [
            "rate(1 day)", "cron(0 5 * * * *)", "cron(0 5 ? * ? *)", "cron(60 5 ? * * *)", "cron(0 5 ? * *)",
            "cron(0 5 ? 13 * *)", "cron(a 5 ? * * *)", "cron(0/0 5 ? * * *)", "0 5 ? * * *", "cron(0 5 ? * 8 *)",
        ])
    func refused(expression: String) {
        #expect(SimulatedSchedule(expression, timezone: "UTC") == nil)
    }
}
