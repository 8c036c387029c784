package import AWSModel
package import Foundation
package import Posture

/// What happened, or is taken to have happened in a drill.
package struct Incident: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case regionLost = "region-lost"
        case deleted, corrupted
    }

    package var kind: Kind
    /// The region that is lost; nil for all else.
    package var lost: Region?
    package var isDrill: Bool
    /// The last moment at which what was deleted or corrupted was good; nil for the loss of a region.
    package var lastGood: Date?

    package init(_ kind: Kind, lost: Region? = nil, isDrill: Bool = false, lastGood: Date? = nil) {
        self.kind = kind
        self.lost = lost
        self.isDrill = isDrill
        self.lastGood = lastGood
    }

    package var scenario: Scenario {
        switch kind {
        case .regionLost: Scenario(threat: .regionOutage, region: lost)
        case .deleted: Scenario(threat: .accidentalDeletion)
        case .corrupted: Scenario(threat: .corruption)
        }
    }

    /// "us-east-1 is lost"
    package var words: String {
        let words =
            switch kind {
            case .regionLost: "\(lost?.name ?? "a region") is lost"
            case .deleted: "something was deleted"
            case .corrupted: "something was corrupted"
            }
        return isDrill ? "a drill: \(words)" : words
    }

    /// Whether a region answers as far as the incident says: in a drill all do.
    package func isDark(_ region: Region) -> Bool { !isDrill && kind == .regionLost && lost == region }
}
