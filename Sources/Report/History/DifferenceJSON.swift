import AWSModel
import Posture

/// A difference for a program: `lifeboat.diff/1`; keys are added, never renamed.
struct DifferenceJSON {
    private let difference: PostureDifference

    init(_ difference: PostureDifference) { self.difference = difference }

    func write(to stream: ReportStream) {
        var json = JSONWriter(to: stream)
        json.object(.lines) { json in
            json.member("schema", "lifeboat.diff/1")
            json.member("from", Timestamp.text(difference.from))
            json.member("to", Timestamp.text(difference.to))
            json.member("account", difference.account?.digits)
            json.member("outcome", difference.outcome.rawValue)
            json.key("scenarios")
            json.array(difference.scenarios, .lines) { json, scenario in
                json.object(.lines) { json in
                    name(&json, scenario.scenario)
                    json.member("answerBefore", scenario.answerBefore?.rawValue)
                    json.member("answerAfter", scenario.answerAfter?.rawValue)
                    json.key("changes")
                    json.array(scenario.changes, .lines, write)
                }
            }
            json.key("notCompared")
            json.array(difference.notCompared) { json, scenario in json.object { name(&$0, scenario) } }
        }
        stream.write("\n")
    }

    private func name(_ json: inout JSONWriter, _ scenario: Scenario) {
        json.member("threat", scenario.threat.rawValue)
        json.member("region", scenario.region?.name)
    }

    private func write(_ json: inout JSONWriter, _ change: VerdictChange) {
        json.object { json in
            json.member("change", change.course.rawValue)
            json.member("worse", change.isWorse)
            json.member("arn", change.resource.arn)
            json.member("type", change.resource.type)
            json.member("name", change.resource.name)
            json.member("region", change.resource.region?.name)
            json.member("before", change.before?.rawValue)
            json.member("after", change.after?.rawValue)
            json.member("acceptedBefore", change.acceptedBefore)
            json.member("acceptedAfter", change.acceptedAfter)
            json.member("reasonBefore", change.reasonBefore)
            json.member("reasonAfter", change.reasonAfter)
        }
    }
}
