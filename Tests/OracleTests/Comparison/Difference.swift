import Posture

/// A verdict that the objects belie.
struct Difference: Hashable, Sendable, CustomStringConvertible {
    enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Protected, and an object is lost.
        case protectedButLost = "protected, but lost"
        /// Protected, and what is written now would be lost.
        case protectedButNotFromNow = "protected, but what is written from now on is lost"
        /// Protected, and the newest state is older than was said or than any schedule allows.
        case protectedButStale = "protected, but stale"
        /// Protected, and when life goes on the newest state becomes too old.
        case protectedButEnding = "protected, but not renewed"
        /// Unprotected, and something can be had.
        case unprotectedButThere = "unprotected, but there"
        /// At risk, and all is whole, fresh and renewed.
        case wolf = "at risk, but whole"
        /// Unknown, and nothing was kept from being read.
        case unknownForNoReason = "unknown for no reason"
        /// Unaffected, and its region is the lost one; or the other way round.
        case wrongRegion = "wrong region"
        /// A path tells of a copy that is not there.
        case noSuchCopy = "no such copy"
        /// Unaffected by an act that strikes it.
        case touched = "unaffected, but struck"
        /// A denial made the verdict better.
        case betterWhenDenied = "better when denied"
        /// Nothing is said of a bucket that was listed.
        case notMentioned = "not mentioned"
    }

    var kind: Kind
    var resource: String
    var scenario: Scenario
    var isObstructed: Bool
    var detail: String

    /// What stays the same while a case is made smaller.
    var signature: String { "\(kind.rawValue), \(scenario.threat.rawValue), \(isObstructed)" }

    var description: String {
        "\(resource), \(scenario.threat.rawValue) \(scenario.region.map { "of \($0)" } ?? "")"
            + "\(isObstructed ? ", obstructed" : ""): \(kind.rawValue): \(detail)"
    }
}

extension ResourceAssessment {
    /// The verdict with its paths in one line.
    var line: String {
        let paths = paths.map {
            "\($0.mechanism.rawValue)→\($0.region) \($0.scope.rawValue)\($0.healthy ? "" : " unhealthy")"
                + "\($0.recoveryPoint.map { " RPO \($0.seconds) s \($0.basis.rawValue)" } ?? "") \($0.reasons)"
        }
        return "\(verdict.rawValue) (\(reason)) [\(paths.joined(separator: "; "))] \(findings)"
    }

    /// How far back what it promises may lie.
    var promisedAge: Double { Double(recoveryPoint?.seconds ?? 0) }
}
