package import AWSModel
package import Foundation

/// What was said of an account at a moment: every answer, and of each resource its verdict and reason.
package struct PostureSnapshot: Hashable, Sendable {
    /// Nil until it was saved.
    package var id: Int64?
    package var takenAt: Date
    package var account: AccountID?
    package var partition: String
    /// "yes", "no", "unknown"
    package var answer: String
    package var complete: Bool
    /// Those that answered.
    package var regions: [Region]
    package var blindSpots: [SnapshotBlindSpot]
    package var answers: [SnapshotAnswer]

    package init(
        id: Int64? = nil, takenAt: Date, account: AccountID?, partition: String, answer: String, complete: Bool,
        regions: [Region], blindSpots: [SnapshotBlindSpot] = [], answers: [SnapshotAnswer]
    ) {
        self.id = id
        self.takenAt = takenAt
        self.account = account
        self.partition = partition
        self.answer = answer
        self.complete = complete
        self.regions = regions
        self.blindSpots = blindSpots
        self.answers = answers
    }
}

/// A listing that was not read.
package struct SnapshotBlindSpot: Hashable, Sendable, Codable {
    /// Nil where it spans all regions.
    package var region: Region?
    package var what: String
    package var cause: String

    package init(region: Region?, what: String, cause: String) {
        self.region = region
        self.what = what
        self.cause = cause
    }
}

/// The answer about one threat, and for an outage one region.
package struct SnapshotAnswer: Hashable, Sendable {
    /// "region-outage"
    package var threat: String
    package var region: Region?
    package var answer: String
    package var onPaper: Bool
    package var accepted: Int
    /// By verdict.
    package var counts: [String: Int]
    package var blindSpots: [SnapshotBlindSpot]
    /// Empty in a list of snapshots.
    package var verdicts: [SnapshotVerdict]

    package init(
        threat: String, region: Region?, answer: String, onPaper: Bool, accepted: Int, counts: [String: Int],
        blindSpots: [SnapshotBlindSpot] = [], verdicts: [SnapshotVerdict]
    ) {
        self.threat = threat
        self.region = region
        self.answer = answer
        self.onPaper = onPaper
        self.accepted = accepted
        self.counts = counts
        self.blindSpots = blindSpots
        self.verdicts = verdicts
    }
}

package struct SnapshotVerdict: Hashable, Sendable {
    package var arn: String
    package var type: String
    package var name: String
    package var region: Region?
    package var verdict: String
    package var assurance: String?
    package var accepted: Bool
    package var reason: String

    package init(
        arn: String, type: String, name: String, region: Region?, verdict: String, assurance: String?, accepted: Bool,
        reason: String
    ) {
        self.arn = arn
        self.type = type
        self.name = name
        self.region = region
        self.verdict = verdict
        self.assurance = assurance
        self.accepted = accepted
        self.reason = reason
    }
}

/// What a snapshot said of one resource in one threat.
package struct ResourceMoment: Hashable, Sendable {
    package var snapshot: Int64
    package var takenAt: Date
    package var threat: String
    package var region: Region?
    package var verdict: SnapshotVerdict
}
