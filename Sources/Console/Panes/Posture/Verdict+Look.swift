import Canvas
package import Posture

extension Verdict {
    /// A state is told by a glyph, a word and a colour: any one of them is enough.
    package var glyph: Character {
        switch self {
        case .protected: "✓"
        case .atRisk: "!"
        case .unprotected: "✗"
        case .unknown: "?"
        case .unaffected: "·"
        case .notEvaluated: "–"
        }
    }

    package var words: String {
        switch self {
        case .notEvaluated: "not judged"
        default: rawValue
        }
    }

    package var role: Role {
        switch self {
        case .protected: .good
        case .atRisk: .warning
        case .unprotected: .bad
        case .unknown: .unknown
        case .unaffected, .notEvaluated: .neutral
        }
    }

    /// The worst first.
    var severity: Int {
        switch self {
        case .unprotected: 0
        case .atRisk: 1
        case .unknown: 2
        case .notEvaluated: 3
        case .protected: 4
        case .unaffected: 5
        }
    }
}

extension Answer {
    package var role: Role {
        switch self {
        case .yes: .good
        case .no: .bad
        case .unknown: .unknown
        }
    }
}

extension Estimate {
    /// In a narrow column: "15 min", "≈ 1 h" where it is not measured.
    var short: String { basis == .measured ? duration.short : "≈ \(duration.short)" }
}
