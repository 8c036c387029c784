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
        let read = try await AccountReading.inventory(of: life.aws, samples: drawn.isSampled)
        let clear = AccountReading.assessment(of: read, at: life.aws.now)
        let aftermath = Aftermath(of: life.account)
        var found = Comparison(life, clear, aftermath, sampled: read.sampledBuckets, isObstructed: false).differences
        life.aws.faults = drawn.obstacles.faults
        verdicts = Set(
            clear.scenarios.flatMap { scenario in
                scenario.resources.map { judged in
                    let path = judged.paths.first.map { " by \($0.mechanism.rawValue)" } ?? ""
                    return "\(scenario.scenario.threat.rawValue) \(judged.verdict.rawValue)\(path)"
                }
            })
        let reread = try? await AccountReading.inventory(of: life.aws, samples: drawn.isSampled)
        life.aws.faults = SimulatedFaults()
        guard let reread else {
            differences = found
            return
        }
        let obstructed = AccountReading.assessment(of: reread, at: life.aws.now)
        found +=
            Comparison(life, obstructed, aftermath, sampled: reread.sampledBuckets, isObstructed: true).differences
        // Objects that may not be asked leave what the settings say: so they do with nothing in the way.
        let asked = AccountReading.assessment(of: read.sampling(only: reread), at: life.aws.now)
        differences = found + Self.improvements(from: asked, to: obstructed)
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

extension Inventory {
    /// Whose objects were asked, each of them.
    fileprivate var sampledBuckets: Set<String> {
        Set((objectSamples ?? [:]).filter { $0.value.isRead }.keys)
    }

    /// With what objects said as far as another survey heard it too.
    fileprivate func sampling(only other: Inventory) -> Inventory {
        var inventory = self
        inventory.objectSamples = other.objectSamples
        return inventory
    }
}
