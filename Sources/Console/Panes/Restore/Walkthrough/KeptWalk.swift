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

/// A drill of the ledger, as the list shows it.
package struct DrillLine: Hashable, Sendable {
    package var id: Int64
    package var at: Date
    package var resource: String
    package var type: String
    package var region: String
    /// "restored, 12 min", "rehearsed", "failed"
    package var words: String
    package var isProof: Bool
    package var evidence: [String]

    package init(
        id: Int64, at: Date, resource: String, type: String, region: String, words: String, isProof: Bool,
        evidence: [String]
    ) {
        self.id = id
        self.at = at
        self.resource = resource
        self.type = type
        self.region = region
        self.words = words
        self.isProof = isProof
        self.evidence = evidence
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

    package init(walks: [KeptWalk] = [], drills: [DrillLine] = [], refusal: String? = nil) {
        self.walks = walks
        self.drills = drills
        self.refusal = refusal
    }
}
