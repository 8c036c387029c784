import Foundation
import Posture
import Report
import Testing

/// The JSON report against its schema, read by a parser that is not ours (Python with jsonschema).
@Suite struct JSONContractTests {
    enum Sample: CaseIterable {
        case mixed, whole, empty, hostile

        var assessment: Assessment {
            switch self {
            case .mixed: SampleAssessment.mixed
            case .whole: SampleAssessment.whole
            case .empty: SampleAssessment.empty
            case .hostile: SampleAssessment.hostile
            }
        }
    }

    @Test("the report keeps to lifeboat.check/1", arguments: Sample.allCases, [false, true])
    func schema(sample: Sample, all: Bool) throws {
        let result = try Python.validated(Rendered.text(sample.assessment, .json, ReportOptions(all: all)))
        #expect(result.error == "")
        #expect(result.output.hasPrefix("{\"schema\":\"lifeboat.check/1\""))
    }

    @Test("a report with a verdict that is none is refused, so that the schema is known to look")
    func schemaLooks() throws {
        let report = Rendered.text(SampleAssessment.mixed, .json).replacing(
            "\"verdict\": \"unknown\"", with: "\"verdict\": \"fine\"")
        #expect(try Python.validated(report).error.contains("'fine' is not one of"))
    }

    @Test("names survive whatever is in them")
    func names() throws {
        let result = try Python.validated(Rendered.text(SampleAssessment.hostile, .json))
        let document = try JSONDecoder().decode(Document.self, from: Data(result.output.utf8))
        #expect(document.scenarios[0].resources[0].name == SampleAssessment.hostile.scenarios[0].resources[0].name)
    }

    @Test("no control character stands in the report but line feeds")
    func controls() {
        let text = Rendered.text(SampleAssessment.hostile, .json)
        #expect(!text.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
        #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .format })
    }

    @Test("what is not touched is counted, and listed only when all is asked for")
    func unaffected() throws {
        let few = try JSONDecoder().decode(Document.self, from: Data(Rendered.text(SampleAssessment.mixed, .json).utf8))
        let all = try JSONDecoder().decode(
            Document.self, from: Data(Rendered.text(SampleAssessment.mixed, .json, ReportOptions(all: true)).utf8))
        #expect(few.scenarios[0].counts["unaffected"] == 1)
        #expect(!few.scenarios[0].resources.contains { $0.verdict == "unaffected" })
        #expect(all.scenarios[0].resources.filter { $0.verdict == "unaffected" }.map(\.name) == ["archive"])
    }

    struct Document: Decodable {
        struct Scenario: Decodable {
            var counts: [String: Int]
            var resources: [Resource]
        }
        struct Resource: Decodable {
            var name: String
            var verdict: String
        }
        var scenarios: [Scenario]
    }
}

/// Python as it is on the machine, or as `LIFEBOAT_PYTHON` names it.
enum Python {
    /// What the validator wrote, and what it complained of.
    static func validated(_ document: String) throws -> (output: String, error: String) {
        let directory = FileManager.default.temporaryDirectory.appending(path: "report-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        let input = directory.appending(path: "in.json")
        let output = directory.appending(path: "out.json")
        let error = directory.appending(path: "error.txt")
        try document.write(to: input, atomically: true, encoding: .utf8)
        for file in [output, error] { try Data().write(to: file) }

        let schema = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Schema")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            ProcessInfo.processInfo.environment["LIFEBOAT_PYTHON"] ?? "python3",
            schema.appending(path: "validate.py").path,
            schema.appending(path: "lifeboat.check-1.json").path,
        ]
        process.standardInput = try FileHandle(forReadingFrom: input)
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: error)
        try process.run()
        process.waitUntilExit()
        return (try String(contentsOf: output, encoding: .utf8), try String(contentsOf: error, encoding: .utf8))
    }
}
