import AWSModel
import Posture

/// Resources, paths and findings as every JSON document of ours writes them.
enum JSONParts {
    static func write(_ json: inout JSONWriter, _ resource: ResourceAssessment) {
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

    static func write(_ json: inout JSONWriter, _ path: RecoveryPath) {
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
        }
    }

    static func write(_ json: inout JSONWriter, _ name: String, _ estimate: Estimate?) {
        guard let estimate else { return json.member(name, String?.none) }
        json.key(name)
        json.object { json in
            json.key("seconds")
            json.value(estimate.seconds)
            json.member("basis", estimate.basis.rawValue)
        }
    }

    static func write(_ json: inout JSONWriter, _ finding: Finding) {
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
}
