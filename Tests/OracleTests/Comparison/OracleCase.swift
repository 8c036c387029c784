import AWSModel
import Posture
import SimulatedAWS

/// One drawn account, read twice: as it is, and with something in the way.
struct OracleCase: Sendable {
    let differences: [Difference]
    /// What was said, "region-outage protected by s3-replication", when nothing was in the way.
    let verdicts: Set<String>

    init(_ drawn: DrawnAccount) async throws {
        let life = AccountLife(drawn)
        let clear = try await AccountReading.assessment(of: life.aws)
        let aftermath = Aftermath(of: life.account)
        var found = Comparison(life, clear, aftermath, isObstructed: false).differences
        life.aws.faults = drawn.obstacles.faults
        verdicts = Set(
            clear.scenarios.flatMap { scenario in
                scenario.resources.map { judged in
                    let path = judged.paths.first.map { " by \($0.mechanism.rawValue)" } ?? ""
                    return "\(scenario.scenario.threat.rawValue) \(judged.verdict.rawValue)\(path)"
                }
            })
        let obstructed = try? await AccountReading.assessment(of: life.aws)
        life.aws.faults = SimulatedFaults()
        guard let obstructed else {
            differences = found
            return
        }
        found += Comparison(life, obstructed, aftermath, isObstructed: true).differences
        differences = found + Self.improvements(from: clear, to: obstructed)
    }

    /// Verdicts that became better because something was not read: what is not known makes nothing protected, and
    /// nothing unprotected.
    private static func improvements(from clear: Assessment, to obstructed: Assessment) -> [Difference] {
        var found: [Difference] = []
        for scenario in obstructed.scenarios {
            for judged in scenario.resources where [.protected, .unprotected].contains(judged.verdict) {
                guard let before = clear.judged(judged.arn, scenario.scenario.threat, losing: scenario.scenario.region),
                    before.verdict != judged.verdict, before.verdict != .unaffected
                else { continue }
                found.append(
                    Difference(
                        kind: .betterWhenDenied, resource: judged.arn, scenario: scenario.scenario, isObstructed: true,
                        detail: "was \(before.line)\n    became \(judged.line)"))
            }
        }
        return found
    }
}
