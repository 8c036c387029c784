import AWSModel
import Posture

/// The contract `lifeboat.check/1` (design, section 5); keys are added, never renamed.
struct JSONReport {
    private let assessment: Assessment
    private let options: ReportOptions

    init(_ assessment: Assessment, _ options: ReportOptions) {
        self.assessment = assessment
        self.options = options
    }

    /// One resource, region or finding a line: to be read, searched and compared.
    func write(to stream: ReportStream) {
        var json = JSONWriter(to: stream)
        json.object(.lines) { json in
            json.member("schema", "lifeboat.check/1")
            json.member("generatedAt", Timestamp.text(assessment.generatedAt))
            json.member("account", assessment.account?.digits)
            json.member("partition", assessment.partition)
            json.member("complete", assessment.complete)
            json.key("regions")
            json.array(assessment.regions, .lines, write)
            json.key("scenarios")
            json.array(assessment.scenarios, .lines, write)
            json.key("findings")
            json.array(assessment.findings, .lines, JSONParts.write)
            json.key("gaps")
            json.array(assessment.gaps, .lines, write)
        }
        stream.write("\n")
    }

    private func write(_ json: inout JSONWriter, _ region: RegionState) {
        json.object { json in
            json.member("name", region.name.name)
            json.member("status", region.status.rawValue)
            json.member("error", region.error)
        }
    }

    private func write(_ json: inout JSONWriter, _ scenario: ScenarioAssessment) {
        json.object(.lines) { json in
            json.member("threat", scenario.scenario.threat.rawValue)
            json.member("region", scenario.scenario.region?.name)
            json.member("question", scenario.scenario.question)
            json.member("answer", scenario.answer.rawValue)
            json.member("onPaper", scenario.onPaper)
            json.key("counts")
            json.object { json in
                for verdict in [Verdict.protected, .atRisk, .unprotected, .unknown, .unaffected, .notEvaluated] {
                    json.member(verdict.rawValue, scenario.counts[verdict] ?? 0)
                }
            }
            json.member("accepted", scenario.accepted)
            json.key("resources")
            let resources = scenario.resources.lazy.filter { options.all || $0.verdict != .unaffected }
            json.array(resources, .lines, JSONParts.write)
            json.key("blindSpots")
            json.array(scenario.blindSpots, .lines, write)
        }
    }

    private func write(_ json: inout JSONWriter, _ spot: BlindSpot) {
        json.object { json in
            json.member("region", spot.region?.name)
            json.member("what", spot.what)
            json.member("cause", spot.cause)
        }
    }

    private func write(_ json: inout JSONWriter, _ gap: Gap) {
        json.object { json in
            json.member("call", gap.call)
            json.member("region", gap.region.name)
            json.member("cause", gap.cause)
            json.member("resources", gap.resources)
        }
    }
}
