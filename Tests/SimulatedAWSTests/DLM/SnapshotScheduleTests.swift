import AWSModel
import Foundation
import Testing

@testable import SimulatedAWS

@Suite("Schedules of lifecycle policies")
struct SnapshotScheduleTests {
    /// 2026-11-20T12:00:00Z
    private let noon = Date(timeIntervalSince1970: 1_795_176_000)

    private func schedule(_ rule: [String: JSONText], retain: [String: JSONText] = [:]) throws -> SnapshotSchedule {
        try #require(
            SnapshotSchedule(.object(["CreateRule": .object(rule), "RetainRule": .object(retain)])))
    }

    @Test(
        "an interval is counted each day from its time",
        arguments: [(24, "03:00", [15.0]), (12, "03:00", [3, 15]), (6, "01:30", [1.5, 7.5, 13.5, 19.5])])
    func intervals(_ hours: Int, _ start: String, _ expected: [Double]) throws {
        let schedule = try schedule([
            "Interval": .integer(hours), "IntervalUnit": .string("HOURS"), "Times": .array([.string(start)]),
        ])
        let runs = schedule.runs(after: noon, until: noon.addingTimeInterval(86_400))
        #expect(runs.map { $0.timeIntervalSince(noon) / 3_600 } == expected)
    }

    @Test("a cron expression says when, and no run is met twice")
    func cron() throws {
        let schedule = try schedule(["CronExpression": .string("cron(0 14 * * ? *)")])
        let first = schedule.runs(after: noon, until: noon.addingTimeInterval(7_200))
        #expect(first == [noon.addingTimeInterval(7_200)])
        #expect(schedule.runs(after: noon.addingTimeInterval(7_200), until: noon.addingTimeInterval(10_000)).isEmpty)
    }

    @Test("a document without a rule that says when is no schedule")
    func incomplete() {
        #expect(SnapshotSchedule(.object(["Name": .string("x")])) == nil)
        #expect(SnapshotSchedule(.object(["CreateRule": .object(["Interval": .integer(0)])])) == nil)
    }
}
