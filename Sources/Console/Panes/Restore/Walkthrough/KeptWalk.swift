import Canvas
package import Foundation
package import Recovery

/// A walkthrough that is kept, and goes on where it was.
package struct KeptWalk: Hashable, Sendable {
    package let id: String
    package let walkthrough: Walkthrough
    package let updatedAt: Date

    package init(id: String, walkthrough: Walkthrough, updatedAt: Date) {
        self.id = id
        self.walkthrough = walkthrough
        self.updatedAt = updatedAt
    }
}

extension KeptWalk {
    /// "rehearsal", "drill", or "walkthrough" in earnest.
    var kind: String {
        if walkthrough.isRehearsal { return "rehearsal" }
        return walkthrough.incident?.isDrill == true ? "drill" : "walkthrough"
    }
}

/// A drill of the ledger, as the list shows it.
package struct DrillLine: Hashable, Sendable {
    package var id: Int64
    package var at: Date
    package var resource: String
    package var type: String
    package var region: String
    /// "restored, 12 min", "rehearsed", "failed"
    package var words: String
    /// When what it proves lapses; nil where it proves nothing.
    package var provesUntil: Date?
    package var evidence: [String]

    package init(
        id: Int64, at: Date, resource: String, type: String, region: String, words: String,
        provesUntil: Date?, evidence: [String]
    ) {
        self.id = id
        self.at = at
        self.resource = resource
        self.type = type
        self.region = region
        self.words = words
        self.provesUntil = provesUntil
        self.evidence = evidence
    }
}

extension DrillLine {
    /// What it is worth at a moment.
    func standing(at now: Date) -> JobState {
        guard let provesUntil else { return JobState("· recorded", .neutral) }
        return provesUntil > now ? JobState("✓ proven", .good) : JobState("! lapsed", .warning)
    }

    /// "recovered by backup-copy", and from when on that proves nothing any more.
    func words(at now: Date) -> String {
        guard let provesUntil, provesUntil <= now else { return words }
        return "lapsed on \(provesUntil.minute.prefix(10)), drill it again: \(words)"
    }
}

/// What the ledger told the interface.
package struct RestoreRecords: Hashable, Sendable {
    /// The one that changed last first.
    package var walks: [KeptWalk] = []
    /// The newest first.
    package var drills: [DrillLine] = []
    /// Why nothing can be kept; nil when it can.
    package var refusal: String?
    /// By which the next walkthroughs are kept, each by one: nobody else has them. Empty before the ledger has answered.
    package var nextIDs: [String]

    package init(
        walks: [KeptWalk] = [], drills: [DrillLine] = [], refusal: String? = nil, nextIDs: [String] = []
    ) {
        self.nextIDs = nextIDs
        self.walks = walks
        self.drills = drills
        self.refusal = refusal
    }
}
