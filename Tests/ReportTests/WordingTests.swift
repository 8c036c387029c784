import Foundation
import Posture
import Report
import Testing

/// Spans of time and moments as the text report words them.
@Suite struct WordingTests {
    static let spans: [(seconds: Int, basis: Estimate.Basis, text: String)] = [
        (0, .measured, "recovery point 0 s measured"),
        (59, .measured, "recovery point 59 s measured"),
        (60, .typical, "recovery point <= 1 min typical"),
        (90, .measured, "recovery point 1 min 30 s measured"),
        (900, .typical, "recovery point <= 15 min typical"),
        (3_600, .configured, "recovery point <= 1 h configured"),
        (3_601, .configured, "recovery point <= 1 h 1 min configured"),
        (86_400, .configured, "recovery point <= 24 h configured"),
        (172_800, .configured, "recovery point <= 2 d configured"),
        (172_801, .measured, "recovery point 2 d 1 h measured"),
    ]

    @Test("a span is worded with its basis, rounded up", arguments: spans)
    func span(seconds: Int, basis: Estimate.Basis, text: String) {
        var assessment = SampleAssessment.whole
        assessment.scenarios[0].resources[0].recoveryPoint = Estimate(duration: .seconds(seconds), basis: basis)
        let report = Rendered.text(assessment, .text, ReportOptions(columns: 200))
        #expect(report.contains(": \(text), recovery time"), "\(report)")
    }

    static let moments: [(Double, String)] = [
        (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"), (951_827_696.9, "2000-02-29T12:34:56Z"),
        (4_107_542_399, "2100-02-28T23:59:59Z"), (1_795_204_800, "2026-11-20T20:00:00Z"),
    ]

    @Test("moments are ISO 8601 in UTC, whole seconds", arguments: moments)
    func moment(seconds: Double, text: String) {
        var assessment = SampleAssessment.empty
        assessment.generatedAt = Date(timeIntervalSince1970: seconds)
        #expect(Rendered.text(assessment, .json).contains("\"generatedAt\": \"\(text)\""))
    }
}
