/// What is said of one resource in one scenario (design, section 3).
package enum Verdict: String, Hashable, Sendable, Codable, CaseIterable {
    case unaffected
    case protected
    case atRisk = "at-risk"
    case unprotected
    case unknown
    case notEvaluated = "not-evaluated"
}

/// How well a path is founded, weakest first.
package enum Assurance: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
    case configured, observed, proven

    package static func < (a: Assurance, b: Assurance) -> Bool { a.rank < b.rank }
    private var rank: Int {
        switch self {
        case .configured: 0
        case .observed: 1
        case .proven: 2
        }
    }
}

/// The answer to a scenario.
package enum Answer: String, Hashable, Sendable, Codable { case yes, no, unknown }
