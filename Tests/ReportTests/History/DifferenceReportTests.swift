import AWSModel
import Foundation
import Posture
import Report
import Testing

@Suite struct DifferenceReportTests {
    private static func record(_ verdicts: [(String, Verdict)], days: Double) -> PostureRecord {
        PostureRecord(
            takenAt: Date(timeIntervalSince1970: 1_795_176_000 + days * 86_400), account: "123456789012",
            answer: .no, regionsRead: ["us-east-1"],
            scenarios: [
                ScenarioRecord(
                    scenario: .regionOutage("us-east-1"), answer: days == 0 ? .yes : .no,
                    resources: verdicts.map { name, verdict in
                        ResourceRecord(
                            arn: "arn:aws:s3:::\(name)", type: "s3-bucket", name: name, region: "us-east-1",
                            verdict: verdict, reason: "because of \(name)")
                    })
            ])
    }

    private func difference() throws -> PostureDifference {
        try PostureDifference(
            from: Self.record([("a", .protected), ("b", .atRisk), ("c", .protected), ("e", .protected)], days: 0),
            to: Self.record([("a", .unprotected), ("b", .protected), ("d", .atRisk), ("e", .unknown)], days: 1))
    }

    private func text(_ format: Report.Format) throws -> String {
        var text = ""
        Report.write(try difference(), as: format) { text += $0 }
        return text
    }

    @Test func theTextHasTheWorstFirst() throws {
        #expect(
            try text(.text) == """
                Account 123456789012 from 2026-11-20T12:00:00Z to 2026-11-21T12:00:00Z: 2
                verdicts got worse

                Are we protected if us-east-1 goes down? YES -> NO
                --------------------------------------------------
                CHANGE         RESOURCE     VERDICT AND REASON
                worse          s3-bucket a  protected -> unprotected: because of a
                appeared       s3-bucket d  not there -> at risk: because of d
                not known now  s3-bucket e  protected -> unknown: because of e
                better         s3-bucket b  at risk -> protected: because of b
                gone           s3-bucket c  protected -> gone: because of c

                """)
    }

    @Test func theMarkdownIsATable() throws {
        #expect(try text(.markdown).contains("| worse | s3-bucket a | protected -\\> unprotected: because of a |"))
    }

    @Test func theJSONHasEveryChange() throws {
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(try text(.json).utf8)) as? [String: Any])
        #expect(json["schema"] as? String == "lifeboat.diff/1")
        #expect(json["outcome"] as? String == "worse")
        let scenarios = try #require(json["scenarios"] as? [[String: Any]])
        let changes = try #require(scenarios.first?["changes"] as? [[String: Any]])
        #expect(changes.map { $0["change"] as? String } == ["worse", "appeared", "no-longer-known", "better", "gone"])
        #expect(changes.map { $0["worse"] as? Bool } == [true, true, false, false, false])
        #expect(changes.map { $0["before"] as? String } == ["protected", nil, "protected", "at-risk", "protected"])
        #expect(changes.map { $0["after"] as? String } == ["unprotected", "at-risk", "unknown", "protected", nil])
    }

    @Test func noChangeIsSaid() throws {
        let record = Self.record([("a", .protected)], days: 0)
        var text = ""
        Report.write(try PostureDifference(from: record, to: record), as: .text) { text += $0 }
        #expect(text == "Account 123456789012 from 2026-11-20T12:00:00Z to 2026-11-20T12:00:00Z: nothing\nchanged\n")
    }
}
