import Foundation
import Posture
import Testing

/// The evaluator against one that tries every minute.
@Suite struct SchedulePropertyTests {
    static let zones = ["Etc/UTC", "America/New_York", "Europe/Zurich", "Australia/Lord_Howe", "Asia/Kolkata"]

    /// Stretches around changes of the clocks, leap days and ends of years.
    static func window(using random: inout SeededRandom) throws -> Range<Date> {
        let starts = [
            "2026-03-05", "2026-03-27", "2026-04-03", "2026-10-02", "2026-10-23", "2026-10-30", "2027-12-25",
            "2028-02-25",
        ]
        let start = try Date(starts.randomElement(using: &random).map { $0 + "T00:00:00Z" } ?? "", strategy: .iso8601)
        let shift = Double(Int.random(in: 0...(4 * 1_440), using: &random) * 60)
        return (start + shift)..<(start + shift + Double(Int.random(in: 1...10, using: &random)) * 86_400)
    }

    @Test("runs are those that trying every minute finds", arguments: zones)
    func runs(zone: String) throws {
        var random = SeededRandom(seed: zone.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
        let timeZone = try #require(TimeZone(identifier: zone))
        var fired = 0
        for _ in 0..<60 {
            let naive = NaiveCron(using: &random)
            let window = try Self.window(using: &random)
            let expected = naive.runs(in: window, zone: timeZone)
            let schedule = try Schedule(expression: naive.expression, timezone: zone)
            #expect(schedule.runs(in: window) == expected, "\(naive) \(window)")
            fired += expected.count
        }
        // Were the windows all empty, nothing would have been compared.
        #expect(fired > 100)
    }

    @Test("next walks through the runs one by one", arguments: zones)
    func next(zone: String) throws {
        var random = SeededRandom(seed: 11)
        for _ in 0..<100 {
            let naive = NaiveCron(using: &random)
            let schedule = try Schedule(expression: naive.expression, timezone: zone)
            let window = try Self.window(using: &random)
            var walked: [Date] = []
            var moment = window.lowerBound - 1
            while let run = schedule.next(after: moment), run < window.upperBound {
                walked.append(run)
                moment = run
            }
            #expect(walked == schedule.runs(in: window), "\(naive)")
        }
    }

    @Test("the largest gap is the largest between the runs of 28 years", arguments: zones)
    func largestGap(zone: String) throws {
        var random = SeededRandom(seed: 23)
        let from = try Date("2026-02-14T10:11:12Z", strategy: .iso8601)
        let horizon = from + (28 * 365 + 7) * 86_400
        for _ in 0..<6 {
            let naive = NaiveCron(using: &random)
            let schedule = try Schedule(expression: naive.expression, timezone: zone)
            var runs = [from] + schedule.runs(in: from..<horizon)
            guard runs.count > 1, let after = schedule.next(after: horizon - 1) else { continue }
            runs.append(after)
            let largest = zip(runs, runs.dropFirst()).map { $1.timeIntervalSince($0) }.max() ?? 0
            #expect(schedule.largestGap(from: from) == .atMost(.seconds(Int(largest))), "\(naive)")
        }
    }

    @Test("the repeated half hour of Lord Howe runs once and the skipped one not at all")
    func fact_4_2_repeatedHalfHour() throws {
        let schedule = try Schedule(expression: "cron(45 1 * * ? *)", timezone: "Australia/Lord_Howe")
        let back =
            try Date("2026-04-04T00:00:00Z", strategy: .iso8601)..<Date("2026-04-05T12:00:00Z", strategy: .iso8601)
        #expect(schedule.runs(in: back).map { $0.formatted(.iso8601) } == ["2026-04-04T14:45:00Z"])
        let skipped = try Schedule(expression: "cron(15 2 * * ? *)", timezone: "Australia/Lord_Howe")
        let forward =
            try Date("2026-10-03T12:00:00Z", strategy: .iso8601)..<Date("2026-10-04T12:00:00Z", strategy: .iso8601)
        #expect(skipped.runs(in: forward).isEmpty)
    }

    @Test("a day that a zone leaves out has no runs")
    func missingDay() throws {
        let schedule = try Schedule(expression: "cron(0 12 30 12 ? *)", timezone: "Pacific/Apia")
        let year =
            try Date("2011-01-01T00:00:00Z", strategy: .iso8601)..<Date("2012-01-01T00:00:00Z", strategy: .iso8601)
        #expect(schedule.runs(in: year).isEmpty)
    }
}
