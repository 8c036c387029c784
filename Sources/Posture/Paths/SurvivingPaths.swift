/// The ways back to one resource when its home region is lost, and what is not known of them.
package struct SurvivingPaths: Hashable, Sendable {
    package var paths: [RecoveryPath] = []
    /// Unread facts that bear on the verdict, the most telling first.
    package var unread: [UnreadFact] = []
    /// What was found that is no path, for the reason of an `unprotected`.
    package var deadEnds: [String] = []

    package init() {}

    package mutating func append(_ other: SurvivingPaths) {
        paths += other.paths
        unread += other.unread
        deadEnds += other.deadEnds
    }
}

/// A fact that was not read, and the best verdict that it could still bring.
package struct UnreadFact: Hashable, Sendable {
    package enum Ceiling: Hashable, Sendable {
        /// Had it been read, the resource might be protected.
        case protected
        /// Had it been read, there might be one more path, but none that suffices.
        case atRisk
    }

    /// "replication unread: denied (AccessDenied)"
    package var text: String
    package var ceiling: Ceiling

    package init(_ text: String, ceiling: Ceiling) {
        self.text = text
        self.ceiling = ceiling
    }
}

/// Facts about one path as they are found; their sum is its scope, its health and its reasons.
struct PathFacts {
    /// What keeps it from holding everything.
    var partial: [String] = []
    /// What is wrong with it.
    var faults: [String] = []
    /// Facts it needs that were not read.
    var unread: [String] = []
    /// What an operator should know though it changes nothing.
    var notes: [String] = []

    var scope: RecoveryPath.Scope { partial.isEmpty ? .whole : .partial }
    var isHealthy: Bool { faults.isEmpty && unread.isEmpty }
    var reasons: [String] {
        // Most paths have none or of one kind: nothing is put together then.
        var reasons = faults
        for more in [partial, unread, notes] where !more.isEmpty { reasons += more }
        return reasons
    }

    /// Takes a setting that was not read: it decides, unless what it sets was seen at work.
    mutating func miss(_ text: String, isAtWork: Bool) {
        if isAtWork { notes.append(text) } else { unread.append(text) }
    }
}
