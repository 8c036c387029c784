package import AWSModel
package import Foundation

/// A recovery that was tried: what an auditor asks for, and what proves a way back.
package struct Drill: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// Stopped before anything was written: it proves no way back.
        case rehearsal
        case real
    }
    package enum Outcome: String, Hashable, Sendable, Codable, CaseIterable { case succeeded, failed, abandoned }

    package var account: AccountID?
    /// The ARN of what was recovered.
    package var resource: String
    /// "s3-bucket"
    package var resourceType: String
    /// When it began; UTC.
    package var drilledAt: Date
    /// "user@host"
    package var operatorName: String
    /// "region-lost", "deleted", "corrupted"
    package var scenario: String
    /// Where it was recovered.
    package var region: Region
    /// "backup-copy"
    package var mechanism: String
    /// The ARN of what it was recovered from; nil for a failover.
    package var recoveryPoint: String?
    package var recoveryPointCreatedAt: Date?
    /// Seconds until it served.
    package var recoveryTime: Int64?
    /// Seconds between the last change that came back and the loss.
    package var dataLoss: Int64?
    package var kind: Kind
    package var outcome: Outcome
    package var checks: [DrillCheck]
    package var evidence: [String]
    package var jobs: [String]
    package var walkthrough: String?
    /// Whether nothing had happened; nil where nobody said so.
    package var isDrill: Bool?
    /// The keys, prefixes or paths that came back alone; nil for all.
    package var parts: [String]?
    /// Why it proves nothing, however well it ended; nil where it may.
    package var provesNothing: String?

    package init(
        account: AccountID? = nil, resource: String, resourceType: String, drilledAt: Date, operatorName: String,
        scenario: String, region: Region, mechanism: String, recoveryPoint: String? = nil,
        recoveryPointCreatedAt: Date? = nil, recoveryTime: Int64? = nil, dataLoss: Int64? = nil, kind: Kind,
        outcome: Outcome, checks: [DrillCheck] = [], evidence: [String] = [], jobs: [String] = [],
        walkthrough: String? = nil, isDrill: Bool? = nil, parts: [String]? = nil, provesNothing: String? = nil
    ) {
        self.account = account
        self.resource = resource
        self.resourceType = resourceType
        self.drilledAt = drilledAt
        self.operatorName = operatorName
        self.scenario = scenario
        self.region = region
        self.mechanism = mechanism
        self.recoveryPoint = recoveryPoint
        self.recoveryPointCreatedAt = recoveryPointCreatedAt
        self.recoveryTime = recoveryTime
        self.dataLoss = dataLoss
        self.kind = kind
        self.outcome = outcome
        self.checks = checks
        self.evidence = evidence
        self.jobs = jobs
        self.walkthrough = walkthrough
        self.isDrill = isDrill
        self.parts = parts
        self.provesNothing = provesNothing
    }

    /// Whether it shows that the resource can be recovered: really done, ended well, at least one check passed, none
    /// failed, and something came back whole.
    package var proves: Bool {
        kind == .real && outcome == .succeeded && provesNothing == nil && parts?.isEmpty ?? true
            && checks.contains { $0.result == .passed } && !checks.contains { $0.result == .failed }
    }

    /// Until when it proves that; nil where it proves nothing.
    package var provesUntil: Date? {
        proves ? drilledAt.addingTimeInterval(Double(DrillSchedule.days) * 86_400) : nil
    }
}

/// One thing that was looked at in what was recovered.
package struct DrillCheck: Hashable, Sendable, Codable {
    package enum Result: String, Hashable, Sendable, Codable, CaseIterable {
        case passed, failed
        case notChecked = "not-checked"
    }

    /// "the objects can be read"
    package var name: String
    package var result: Result
    package var detail: String

    package init(name: String, result: Result, detail: String = "") {
        self.name = name
        self.result = result
        self.detail = detail
    }
}

/// A drill as it stands in the ledger, where it is never changed.
package struct RecordedDrill: Hashable, Sendable, Codable {
    package var id: Int64
    /// The drill that this one puts right.
    package var corrects: Int64?
    package var recordedAt: Date
    package var drill: Drill

    package init(id: Int64, corrects: Int64? = nil, recordedAt: Date, drill: Drill) {
        self.id = id
        self.corrects = corrects
        self.recordedAt = recordedAt
        self.drill = drill
    }
}

extension [RecordedDrill] {
    /// Without those that another one puts right.
    package var standing: [RecordedDrill] {
        let corrected = Set(compactMap(\.corrects))
        return filter { !corrected.contains($0.id) }
    }
}
