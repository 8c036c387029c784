package import AWSModel

/// What might happen.
package enum Threat: String, Hashable, Sendable, Codable, CaseIterable {
    case regionOutage = "region-outage"
    case accidentalDeletion = "accidental-deletion"
    case versionPurge = "version-purge"
    case corruption
    case maliciousAdmin = "malicious-admin"
    case accountLoss = "account-loss"
    case keyLoss = "key-loss"
}

extension Threat {
    /// As it stands in a sentence.
    package var words: String {
        switch self {
        case .regionOutage: "the loss of a region"
        case .accidentalDeletion: "accidental deletion"
        case .versionPurge: "a purge of versions"
        case .corruption: "corruption"
        case .maliciousAdmin: "a malicious administrator"
        case .accountLoss: "the loss of the account"
        case .keyLoss: "the loss of a key"
        }
    }
}

/// A threat, and for an outage the region that is lost.
package struct Scenario: Hashable, Sendable, Codable {
    package var threat: Threat
    package var region: Region?

    package init(threat: Threat, region: Region? = nil) {
        self.threat = threat
        self.region = region
    }

    package static func regionOutage(_ region: Region) -> Scenario { Scenario(threat: .regionOutage, region: region) }

    package var question: String {
        switch (threat, region) {
        case (.regionOutage, let region?): "Are we protected if \(region) goes down?"
        default: "Are we protected against \(threat.words)?"
        }
    }
}
