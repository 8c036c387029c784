import AWSModel
import Foundation
import Posture
import Report
import Testing

@Suite struct TextReportTests {
    static let formats: [Report.Format] = [.text, .markdown]

    @Test("the answer is the first line")
    func answerFirst() {
        let first = Rendered.text(SampleAssessment.mixed, .text).prefix { $0 != "\n" }
        #expect(first == "Are we protected if us-east-1 goes down?  NO")
    }

    @Test("a yes on paper says so", arguments: Report.Format.allCases)
    func onPaper(format: Report.Format) {
        let text = Rendered.text(SampleAssessment.whole, format)
        #expect(text.contains("YES, on paper") || text.contains("\"onPaper\": true"))
    }

    @Test("no line is wider than the page, but the answers and what cannot be broken", arguments: [60, 80, 120])
    func width(columns: Int) {
        let text = Rendered.text(SampleAssessment.mixed, .text, ReportOptions(columns: columns))
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("Are we protected") && !$0.contains("arn:") }
        #expect(lines.filter { $0.count > columns } == [])
        #expect(lines.contains { $0.count > columns - 10 })
    }

    @Test("nothing of an account can steer a terminal", arguments: formats)
    func controls(format: Report.Format) {
        let text = Rendered.text(SampleAssessment.hostile, format)
        #expect(!text.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
        #expect(!text.contains("\u{202E}"))
        #expect(!text.contains("\u{2028}"))
    }

    @Test("colour is there only when it is asked for, and always with a glyph and a word")
    func colour() {
        #expect(!Rendered.text(SampleAssessment.mixed, .text).contains("\u{1B}"))
        let coloured = Rendered.text(SampleAssessment.mixed, .text, ReportOptions(colour: true))
        #expect(coloured.contains("\u{1B}[1;31mx UNPROTECTED"))
        #expect(coloured.contains("\u{1B}[1;31mx NO\u{1B}[0m"))
    }

    @Test("every resource without protection is named, however many there are", arguments: formats)
    func worstAreAllNamed(format: Report.Format) {
        let text = Rendered.text(Self.many(400, .unprotected), format)
        for number in 1...400 { #expect(text.contains("bucket-\(number)")) }
    }

    @Test("many protected resources are counted, and named when all are asked for", arguments: formats)
    func protectedAreCounted(format: Report.Format) {
        let few = Rendered.text(Self.many(400, .protected), format)
        #expect(few.contains("400") && !few.contains("bucket-17"))
        #expect(Rendered.text(Self.many(400, .protected), format, ReportOptions(all: true)).contains("bucket-17"))
    }

    @Test("a few protected resources are named", arguments: formats)
    func fewProtected(format: Report.Format) {
        #expect(Rendered.text(Self.many(10, .protected), format).contains("bucket-10"))
    }

    @Test("an account that holds nothing is told so", arguments: formats)
    func empty(format: Report.Format) {
        #expect(Rendered.text(SampleAssessment.empty, format).contains("Nothing to protect was found"))
    }

    @Test("so it is in every question that was asked of it", arguments: formats)
    func emptyScenario(format: Report.Format) {
        var assessment = SampleAssessment.empty
        assessment.scenarios = [SampleAssessment.scenario("us-east-1", .unknown, [])]
        let text = Rendered.text(assessment, format)
        #expect(text.contains("Nothing to protect was found: no S3 bucket, database, cluster, table, volume"))
        #expect(!text.contains("Nothing to protect.") && text.contains("Nothing was found."))
    }

    @Test("where nothing could be read, it is not said that there is nothing to protect", arguments: formats)
    func blind(format: Report.Format) {
        var assessment = SampleAssessment.empty
        var scenario = SampleAssessment.scenario("us-east-1", .unknown, [])
        scenario.blindSpots = [
            BlindSpot(what: "the buckets of the account", cause: "denied (AccessDenied)"),
            BlindSpot(region: "us-east-1", what: "what AWS Backup protects", cause: "not read"),
        ]
        assessment.scenarios = [scenario]
        assessment.complete = false
        let text = Rendered.text(assessment, format)
        #expect(!text.contains("nothing to protect") && !text.contains("Nothing to protect."))
        #expect(text.contains("the buckets of the account, not read: denied (AccessDenied)"))
        #expect(!text.contains("not read: not read") && text.contains("protects in us-east-1, not read"))
        #expect(format == .markdown || text.contains("us-east-1  not known\n"))
    }

    @Test("a region that is not enabled is not said to be silent", arguments: formats)
    func notEnabled(format: Report.Format) {
        #expect(!Rendered.text(SampleAssessment.mixed, format).contains("me-south-1"))
    }

    @Test("a long list of what was denied is cut with its number, and whole when all is asked for")
    func manyDenied() {
        var assessment = SampleAssessment.empty
        assessment.gaps = [
            Gap(
                call: "s3:GetBucketTagging", region: "us-east-1", cause: "denied (AccessDenied)",
                resources: (1...50).map { "arn:aws:s3:::bucket-\($0)" })
        ]
        #expect(Rendered.text(assessment, .text).contains("30 more"))
        #expect(Rendered.text(assessment, .text, ReportOptions(all: true)).contains("bucket-50"))
    }

    static func many(_ count: Int, _ verdict: Verdict) -> Assessment {
        let resources = (1...count).map {
            SampleAssessment.resource(
                "arn:aws:s3:::bucket-\($0)", .s3Bucket, "bucket-\($0)", "us-east-1", verdict, "for a reason")
        }
        var assessment = SampleAssessment.empty
        assessment.scenarios = [
            SampleAssessment.scenario("us-east-1", verdict == .protected ? .yes : .no, resources)
        ]
        return assessment
    }
}
