import Posture
import Report
import Testing

/// Whole reports as they are read, held against committed files.
@Suite struct GoldenReportTests {
    struct Example: Sendable, CustomTestStringConvertible {
        var name: String
        var assessment: Assessment
        var format = Report.Format.text
        var options = ReportOptions()
        var testDescription: String { name }
    }

    static let examples: [Example] = [
        Example(name: "mixed.txt", assessment: SampleAssessment.mixed),
        Example(name: "mixed-all.txt", assessment: SampleAssessment.mixed, options: ReportOptions(all: true)),
        Example(name: "mixed-colour.txt", assessment: SampleAssessment.mixed, options: ReportOptions(colour: true)),
        Example(name: "whole.txt", assessment: SampleAssessment.whole),
        Example(name: "empty.txt", assessment: SampleAssessment.empty),
        Example(name: "hostile.txt", assessment: SampleAssessment.hostile),
        Example(name: "mixed.md", assessment: SampleAssessment.mixed, format: .markdown),
        Example(name: "hostile.md", assessment: SampleAssessment.hostile, format: .markdown),
        Example(name: "empty.md", assessment: SampleAssessment.empty, format: .markdown),
        Example(name: "mixed.json", assessment: SampleAssessment.mixed, format: .json),
    ]

    @Test("a report reads as recorded", arguments: examples)
    func report(example: Example) throws {
        try Golden.expect(
            Rendered.text(example.assessment, example.format, example.options), equals: example.name)
    }
}

/// A report as one string.
enum Rendered {
    static func text(
        _ assessment: Assessment, _ format: Report.Format, _ options: ReportOptions = ReportOptions()
    ) -> String {
        var text = ""
        Report.write(assessment, as: format, options: options) { text += $0 }
        return text
    }
}
