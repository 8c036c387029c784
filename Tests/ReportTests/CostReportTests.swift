import AWSModel
import Foundation
import Posture
import Report
import Testing

/// Reports with what each way back costs.
@Suite struct CostReportTests {
    private static let cost = MonthlyCost([
        MonthlyCost.Part(
            .storage, .known(Money(microdollars: 12_340_417), basis: "536 GB at $0.023 per GB-month in us-west-2")),
        MonthlyCost.Part(.transfer, .unknown("it has no request metrics of the whole bucket")),
    ])
    private static func assessment(_ cost: MonthlyCost?) -> Assessment {
        var media = SampleAssessment.media
        media.paths[0].monthlyCost = cost
        // The same way back in two scenarios is paid for once.
        let scenarios = [
            SampleAssessment.scenario("us-east-1", .yes, [media]),
            SampleAssessment.scenario("us-west-2", .yes, [media]),
        ]
        return Assessment(
            generatedAt: SampleAssessment.now, account: SampleAssessment.account, partition: "aws", complete: true,
            regions: [], scenarios: scenarios, findings: [], gaps: [])
    }

    @Test("text tells it once, with what is not known")
    func text() {
        let text = Rendered.text(Self.assessment(Self.cost), .text, ReportOptions(columns: 200))
        #expect(
            text.contains(
                """
                What it costs a month
                ---------------------
                The one way back costs at least $12.34. List prices before discounts; what is not known is not counted.
                s3-bucket media, s3-replication to us-west-2: at least $12.34 a month
                  not known: transfer: it has no request metrics of the whole bucket
                """))
    }

    @Test("with --all each part has its basis")
    func parts() {
        let text = Rendered.text(Self.assessment(Self.cost), .text, ReportOptions(all: true, columns: 200))
        #expect(text.contains("  storage $12.34: 536 GB at $0.023 per GB-month in us-west-2\n"))
        #expect(text.contains("  transfer not known: it has no request metrics of the whole bucket\n"))
    }

    @Test("markdown has it as a table")
    func markdown() {
        let text = Rendered.text(Self.assessment(Self.cost), .markdown)
        #expect(text.contains("## What it costs a month\n"))
        #expect(text.contains("| `media` | s3-replication to us-west-2 | at least \\$12.34 a month | transfer: it has"))
    }

    @Test("JSON adds a key, and keeps to the schema")
    func json() throws {
        let result = try Python.validated(Rendered.text(Self.assessment(Self.cost), .json))
        #expect(result.error == "")
        #expect(
            result.output.contains(
                #""monthlyCost":{"usd":"12.34","complete":false,"parts":[{"part":"storage","usd":"12.340417","#))
    }

    @Test("of a cost of which nothing is known, usd is null")
    func unknown() throws {
        let cost = MonthlyCost([MonthlyCost.Part(.other, .unknown("not worked out"))])
        let result = try Python.validated(Rendered.text(Self.assessment(cost), .json))
        #expect(result.error == "")
        #expect(result.output.contains(#""monthlyCost":{"usd":null,"complete":false,"#))
        #expect(Rendered.text(Self.assessment(cost), .text).contains("us-west-2: not known"))
    }

    @Test("where nobody asked, nothing is said of costs", arguments: Report.Format.allCases)
    func notAsked(format: Report.Format) {
        #expect(!Rendered.text(Self.assessment(nil), format).lowercased().contains("cost"))
    }
}
