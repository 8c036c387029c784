/// How much data may be lost and how long recovery may take; nil sets no bound.
package struct Objectives: Hashable, Sendable, Codable {
    package var recoveryPoint: Duration?
    package var recoveryTime: Duration?

    package init(recoveryPoint: Duration? = nil, recoveryTime: Duration? = nil) {
        self.recoveryPoint = recoveryPoint
        self.recoveryTime = recoveryTime
    }

    package static let none = Objectives()

    /// How a path misses them, in a few words each; empty when it meets both. A missing estimate meets no objective.
    package func misses(of path: RecoveryPath) -> [String] {
        [
            Self.miss("recovery point", path.recoveryPoint, recoveryPoint),
            Self.miss("recovery time", path.recoveryTime, recoveryTime),
        ].compactMap { $0 }
    }

    private static func miss(_ what: String, _ estimate: Estimate?, _ objective: Duration?) -> String? {
        guard let objective else { return nil }
        guard let estimate else { return "\(what) is not known, the objective is \(objective.words)" }
        guard estimate.duration > objective else { return nil }
        return
            "\(what) of \(estimate.duration.words) (\(estimate.basis.rawValue)) misses the objective of "
            + "\(objective.words)"
    }
}
