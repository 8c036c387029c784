import AWSModel
import Foundation
import Posture
import Report
import Testing

/// Reports of an account in which two risks are accepted.
@Suite struct AcceptedReportTests {
    static func accepted(_ name: String, _ verdict: Verdict) -> ResourceAssessment {
        var resource = SampleAssessment.resource(
            "arn:aws:s3:::\(name)", .s3Bucket, name, "us-east-1", verdict, "no replication rule")
        resource.accepted = Acceptance(
            reason: "rebuilt from the source | daily", review: CivilDate(year: 2027, month: 4, day: 1))
        return resource
    }

    static func assessment(_ answer: Answer, onPaper: Bool = false) -> Assessment {
        var scenario = SampleAssessment.scenario(
            "us-east-1", answer, onPaper: onPaper,
            [accepted("raw-logs", .unprotected), accepted("web-logs", .unknown), SampleAssessment.media])
        scenario.accepted = 2
        return Assessment(
            generatedAt: SampleAssessment.now, account: SampleAssessment.account, partition: "aws", complete: true,
            regions: [RegionState(name: "us-east-1", status: .answered)], scenarios: [scenario], findings: [], gaps: [])
    }

    @Test(
        "the answer says how many risks are accepted, where it is a yes",
        arguments: [
            (Answer.yes, false, "YES, with 2 accepted risks"), (.yes, true, "YES, on paper, with 2 accepted risks"),
            (.no, false, "NO"), (.unknown, false, "UNKNOWN"),
        ])
    func answer(answer: Answer, onPaper: Bool, words: String) {
        let assessment = Self.assessment(answer, onPaper: onPaper)
        let text = Rendered.text(assessment, .text)
        #expect(text.hasPrefix("Are we protected if us-east-1 goes down?  \(words)\n"))
        #expect(
            Rendered.text(assessment, .markdown).hasPrefix("# Are we protected if us-east-1 goes down? \(words)\n"))
    }

    @Test("one is one risk")
    func single() {
        var assessment = Self.assessment(.yes)
        assessment.scenarios[0].accepted = 1
        #expect(Rendered.text(assessment, .text).contains("YES, with 1 accepted risk\n"))
    }

    @Test("the counts stay by verdict, and say how many of them are accepted")
    func counts() {
        let text = Rendered.text(Self.assessment(.yes), .text)
        #expect(text.contains("us-east-1  1 unprotected, 1 unknown, 2 of these accepted, 1 protected\n"))
    }

    @Test("accepted ones stand apart, with verdict, reason and date")
    func text() {
        let text = Rendered.text(Self.assessment(.yes), .text, ReportOptions(columns: 100))
        #expect(
            text.contains(
                """
                ACCEPTED       s3-bucket raw-logs: unprotected
                               accepted until its review on 2027-04-01: rebuilt from the source | daily
                               no replication rule
                """))
        #expect(!text.contains("UNPROTECTED "))
        #expect(text.split(separator: "ACCEPTED").first?.contains("PROTECTED      s3-bucket media") == true)
    }

    @Test("so they do in Markdown, in a table of their own")
    func markdown() {
        let text = Rendered.text(Self.assessment(.yes), .markdown)
        #expect(text.contains("\n### Accepted risks\n\n| Verdict | Type | Name | Region | Accepted because |"))
        #expect(
            text.contains(
                "| unprotected | s3-bucket | `raw-logs` | us-east-1 | rebuilt from the source \\| daily | 2027-04-01 |"
            ))
        #expect(text.components(separatedBy: "raw-logs").count == 2)
    }

    @Test("colour marks them with a glyph of their own")
    func colour() {
        let text = Rendered.text(Self.assessment(.yes), .text, ReportOptions(colour: true))
        #expect(text.contains("m~ ACCEPTED"))
    }

    @Test("the JSON report keeps the verdict and adds the acceptance")
    func json() throws {
        let result = try Python.validated(Rendered.text(Self.assessment(.yes), .json))
        #expect(result.error == "")
        #expect(result.output.contains("\"accepted\":2,\"resources\":["))
        #expect(
            result.output.contains(
                "\"accepted\":{\"reason\":\"rebuilt from the source | daily\",\"review\":\"2027-04-01\"}"))
        #expect(result.output.components(separatedBy: "\"review\"").count == 3)
        #expect(result.output.contains("\"verdict\":\"unprotected\""))
    }
}
