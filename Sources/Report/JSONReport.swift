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
            json.array(assessment.findings, .lines, write)
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
            json.array(resources, .lines, write)
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

    private func write(_ json: inout JSONWriter, _ resource: ResourceAssessment) {
        json.object { json in
            json.member("arn", resource.arn)
            json.member("type", resource.type.name)
            json.member("name", resource.name)
            json.member("region", resource.region?.name)
            json.member("verdict", resource.verdict.rawValue)
            json.member("reason", resource.reason)
            json.member("assurance", resource.assurance?.rawValue)
            write(&json, "recoveryPoint", resource.recoveryPoint)
            write(&json, "recoveryTime", resource.recoveryTime)
            json.key("paths")
            json.array(resource.paths, .inline, write)
            json.member("findings", resource.findings)
            guard let accepted = resource.accepted else { return }
            json.key("accepted")
            json.object { json in
                json.member("reason", accepted.reason)
                json.member("review", accepted.review.iso)
            }
        }
    }

    private func write(_ json: inout JSONWriter, _ path: RecoveryPath) {
        json.object { json in
            json.member("mechanism", path.mechanism.rawValue)
            json.member("region", path.region.name)
            json.member("account", path.account?.digits)
            json.member("target", path.target)
            json.member("scope", path.scope.rawValue)
            json.member("healthy", path.healthy)
            json.member("assurance", path.assurance.rawValue)
            write(&json, "recoveryPoint", path.recoveryPoint)
            write(&json, "recoveryTime", path.recoveryTime)
            json.member("reasons", path.reasons)
            guard let cost = path.monthlyCost else { return }
            json.key("monthlyCost")
            write(&json, cost)
        }
    }

    /// `usd` is what is known of it: null where nothing is.
    private func write(_ json: inout JSONWriter, _ cost: MonthlyCost) {
        json.object { json in
            json.member("usd", cost.isKnown ? cost.known.dollars : nil)
            json.member("complete", cost.isComplete)
            json.key("parts")
            json.array(cost.parts) { json, part in
                json.object { json in
                    json.member("part", part.kind.rawValue)
                    switch part.amount {
                    case .known(let money, let basis):
                        json.member("usd", money.exactDollars)
                        json.member("basis", basis)
                    case .unknown(let why):
                        json.member("usd", String?.none)
                        json.member("basis", why)
                    }
                }
            }
        }
    }

    private func write(_ json: inout JSONWriter, _ name: String, _ estimate: Estimate?) {
        guard let estimate else { return json.member(name, String?.none) }
        json.key(name)
        json.object { json in
            json.key("seconds")
            json.value(estimate.seconds)
            json.member("basis", estimate.basis.rawValue)
        }
    }

    private func write(_ json: inout JSONWriter, _ finding: Finding) {
        json.object { json in
            json.member("id", finding.id)
            json.member("severity", finding.severity.rawValue)
            json.member("resource", finding.resource)
            json.member("message", finding.message)
            json.key("evidence")
            json.array(finding.evidence) { json, evidence in
                json.object { json in
                    json.member("call", evidence.call)
                    json.member("region", evidence.region.name)
                    json.member("at", Timestamp.text(evidence.at))
                    json.member("detail", evidence.detail)
                }
            }
            json.member("fix", finding.fix)
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
