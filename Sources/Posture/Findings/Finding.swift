package import AWSModel
package import Foundation

/// Something about a resource that an operator should know, with what it rests on and what would mend it.
package struct Finding: Hashable, Sendable {
    package enum Severity: String, Hashable, Sendable, Codable, CaseIterable { case critical, high, medium, low, info }

    /// "s3-no-replication"
    package var id: String
    package var severity: Severity
    /// The ARN of what it is about.
    package var resource: String
    package var message: String
    package var evidence: [Evidence]
    package var fix: String

    package init(
        id: String, severity: Severity, resource: String, message: String, evidence: [Evidence], fix: String
    ) {
        self.id = id
        self.severity = severity
        self.resource = resource
        self.message = message
        self.evidence = evidence
        self.fix = fix
    }
}

/// The call that a finding rests on.
package struct Evidence: Hashable, Sendable {
    package var call: String
    package var region: Region
    package var at: Date
    package var detail: String

    package init(call: String, region: Region, at: Date, detail: String) {
        self.call = call
        self.region = region
        self.at = at
        self.detail = detail
    }
}

extension Evidence {
    /// What a reading says, with a few words of detail.
    package init<Value>(_ reading: Reading<Value>, _ detail: String) {
        self.init(call: reading.call, region: reading.region, at: reading.at, detail: detail)
    }
}

/// One rule of judgement. Each stands in a file named after its finding.
package protocol FindingRule: Sendable {
    /// The finding's stable name.
    static var id: String { get }
    static var severity: Finding.Severity { get }
    /// Findings are about what was read; what was not read is never a finding of this kind.
    func findings(in account: AccountView) -> [Finding]
}

extension FindingRule {
    /// A finding of this rule.
    func finding(_ resource: String, _ message: String, _ evidence: [Evidence], fix: String) -> Finding {
        Finding(
            id: Self.id, severity: Self.severity, resource: resource, message: message, evidence: evidence, fix: fix)
    }
}

extension Evidence {
    /// The same call, with other words of detail.
    func saying(_ detail: String) -> Evidence { Evidence(call: call, region: region, at: at, detail: detail) }
}
