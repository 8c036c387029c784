import AWSModel
import Posture

extension TextReport {
    /// Findings by severity, each with its fix, and with its evidence when all is asked for; one that repeats is told once, with the names of all it is about.
    func writeFindings() {
        guard !assessment.findings.isEmpty else { return }
        page.heading("Findings")
        for group in FindingGroup.groups(of: assessment.findings) {
            let count = group.findings.count
            let severity = group.severity.rawValue.uppercased()
            page.line(
                count == 1 ? group.id : "\(group.id), \(count) times",
                lead: severity + String(repeating: " ", count: Self.indent - severity.count), indent: Self.indent)
            write(group)
        }
    }

    private func write(_ group: FindingGroup) {
        let arns = group.findings.map(\.resource)
        guard let first = group.findings.first else { return }
        if group.findings.count == 1 || (group.commonMessage == nil && (options.all || arns.count <= Self.few)) {
            for finding in group.findings {
                page.line(subject(of: finding) + finding.message, indent: Self.indent)
                for evidence in options.all ? finding.evidence : [] {
                    let detail = evidence.detail.isEmpty ? "" : ": \(evidence.detail)"
                    page.line("Evidence: \(evidence.call) in \(evidence.region)\(detail)", indent: Self.indent)
                }
                if group.commonFix == nil { page.line("Fix: \(finding.fix)", indent: Self.indent) }
            }
            if let fix = group.commonFix { page.line("Fix: \(fix)", indent: Self.indent) }
            return
        }
        if let message = group.commonMessage {
            page.line(message, indent: Self.indent)
            page.line("On \(labels.list(arns))", indent: Self.indent)
        } else {
            page.line(subject(of: first) + first.message, indent: Self.indent)
            page.line("Likewise \(labels.list(arns.dropFirst()))", indent: Self.indent)
        }
        let calls = options.all ? Set(group.findings.flatMap { $0.evidence.map(\.call) }).sorted() : []
        if !calls.isEmpty { page.line("Evidence: \(calls.joined(separator: ", "))", indent: Self.indent) }
        let whose = group.commonFix == nil ? "Fix, for \(labels.text(first.resource)): " : "Fix: "
        page.line(whose + first.fix, indent: Self.indent)
    }

    /// What a finding is about, where its message does not name it: "s3-bucket media: ".
    private func subject(of finding: Finding) -> String {
        finding.message.contains(labels.name(finding.resource)) ? "" : labels.text(finding.resource) + ": "
    }

    /// As wide as "CRITICAL" and two spaces.
    private static let indent = 10
    /// How often a finding is told in full each time.
    private static let few = 5
}
