import AWSModel
import Canvas
import Posture

extension Model {
    /// Everything that is known of one resource.
    func resourceText(of arn: String) -> [[Span]] {
        guard let picture else { return [] }
        let verdicts = picture.verdicts(of: arn)
        guard let first = verdicts.first?.resource else {
            return [[Span(arn, .title)], [], [Span("It is not among what was read last.", .unknown)]]
        }
        var lines: [[Span]] = [
            [
                Span(first.name, .title), Span("  \(first.type.name)", .faint),
                Span("  \(first.region?.name ?? "region not read")", .accent),
            ],
            [Span(arn, .accent)], [],
        ]
        for (scenario, resource) in verdicts {
            lines.append([
                Span("If \(scenario.region?.name ?? scenario.threat.rawValue) goes down: ", .label),
                Span("\(resource.verdict.glyph) \(resource.verdict.words)", resource.verdict.role),
            ])
            lines.append([Span("  \(resource.reason)")])
            for path in resource.paths {
                lines.append([Span("  ")] + path.headline)
                lines.append([Span("    \(path.target)", .faint)])
                lines += path.reasons.map { [Span("    \($0)", .faint)] }
            }
            lines.append([])
        }
        return lines + findingLines(arn)
    }

    private func findingLines(_ arn: String) -> [[Span]] {
        let findings = picture?.findings(about: arn).sorted { $0.severity.rank < $1.severity.rank } ?? []
        guard !findings.isEmpty else { return [] }
        var lines: [[Span]] = [[Span("Findings", .title)]]
        for finding in findings {
            lines.append([Span("\(finding.severity.rawValue) ", finding.severity.role), Span(finding.id, .strong)])
            lines.append([Span("  \(finding.message)")])
            lines.append([Span("  fix ", .label), Span(finding.fix)])
            lines += finding.evidence.map {
                [Span("  \($0.call) in \($0.region.name) at \($0.at.clock): \($0.detail)", .faint)]
            }
        }
        return lines
    }
}
