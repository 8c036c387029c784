import AWSModel
import Posture

/// One mechanism and its target, with its state against each threat that it has something to say of.
struct WayBack {
    struct State {
        /// As one of the threats has it.
        let path: RecoveryPath
        fileprivate(set) var threats: [String]

        /// "whole and healthy", "partial, not healthy"
        var words: String {
            path.suffices ? "whole and healthy" : "\(path.scope.rawValue), \(path.healthy ? "" : "not ")healthy"
        }

        var estimates: [String] {
            [
                path.recoveryPoint.map { "recovery point \(Wording.text($0))" },
                path.recoveryTime.map { "recovery time \(Wording.text($0))" },
            ].compactMap(\.self)
        }
    }

    let mechanism: RecoveryPath.Mechanism
    let region: Region
    let target: String
    /// Those that suffice first, then in the order of the threats.
    private(set) var states: [State] = []

    /// The same whatever the threat.
    var cost: MonthlyCost? { states.lazy.compactMap(\.path.monthlyCost).first }

    /// Those of the region's loss, then what other threats have besides.
    static func all(of dossier: ResourceDossier) -> [WayBack] {
        var ways: [WayBack] = []
        func add(_ paths: [RecoveryPath], _ threat: String) {
            for path in paths {
                let known = ways.firstIndex { $0.mechanism == path.mechanism && $0.target == path.target }
                if let known {
                    ways[known].add(path, threat)
                } else {
                    var way = WayBack(mechanism: path.mechanism, region: path.region, target: path.target)
                    way.add(path, threat)
                    ways.append(way)
                }
            }
        }
        add(dossier.resource.paths, dossier.resource.regionLoss)
        for verdict in dossier.threats { add(verdict.resource.paths, verdict.threat.words) }
        for index in ways.indices {
            let states = ways[index].states
            ways[index].states = states.filter(\.path.suffices) + states.filter { !$0.path.suffices }
        }
        return ways
    }

    private mutating func add(_ path: RecoveryPath, _ threat: String) {
        if let same = states.firstIndex(where: { $0.path.saysTheSame(as: path) }) {
            if states[same].threats.last != threat { states[same].threats.append(threat) }
        } else {
            states.append(State(path: path, threats: [threat]))
        }
    }
}

extension RecoveryPath {
    fileprivate func saysTheSame(as other: RecoveryPath) -> Bool {
        (scope, healthy, assurance, recoveryPoint, recoveryTime)
            == (other.scope, other.healthy, other.assurance, other.recoveryPoint, other.recoveryTime)
            && reasons == other.reasons
    }
}

extension ResourceAssessment {
    /// "the loss of us-east-1"
    var regionLoss: String { "the loss of \(region?.name ?? "its region")" }
}
