import AWSModel
package import Posture

extension Report {
    /// Writes all that is said of one resource to a sink, in chunks.
    package static func write(
        _ dossier: ResourceDossier, as format: Format, options: ReportOptions = ReportOptions(),
        to sink: @escaping (String) -> Void
    ) {
        let stream = ReportStream(to: sink)
        switch format {
        case .text: DossierText(dossier, options, stream).write()
        case .json: DossierJSON(dossier).write(to: stream)
        case .markdown: DossierMarkdown(dossier, stream).write()
        }
        stream.flush()
    }
}

/// One resource for a person at a terminal: its verdicts first, then the ways back, the comparison, what is missing,
/// the findings with their evidence.
struct DossierText {
    private let dossier: ResourceDossier
    private let page: TextPage
    private let style: TextStyle

    init(_ dossier: ResourceDossier, _ options: ReportOptions, _ stream: ReportStream) {
        self.dossier = dossier
        page = TextPage(stream, columns: options.columns)
        style = TextStyle(colour: options.colour)
    }

    private var resource: ResourceAssessment { dossier.resource }

    func write() {
        page.line("\(resource.type.name) \(resource.name)\(resource.region.map { " in \($0)" } ?? "")")
        page.line(resource.arn)
        page.blank()
        write(resource, "the loss of \(resource.region?.name ?? "its region")")
        if let accepted = resource.accepted { page.line(Wording.text(accepted), indent: indent) }
        for verdict in dossier.threats { write(verdict.resource, verdict.threat.words) }
        writePaths()
        writeComparison()
        writeAdvice()
        writeFindings()
    }

    private var indent: Int { style.labelWidth + 2 }

    private func write(_ judged: ResourceAssessment, _ threat: String) {
        page.line("\(threat): \(judged.reason)", lead: style.label(judged.verdict) + "  ", indent: indent)
    }

    /// Those of the region's loss, and the others of the other threats, each once.
    private var paths: [RecoveryPath] {
        var seen: Set<String> = []
        return (resource.paths + dossier.threats.flatMap(\.resource.paths)).filter {
            seen.insert("\($0.mechanism.rawValue) \($0.target)").inserted
        }
    }

    private func writePaths() {
        guard !paths.isEmpty else { return }
        page.heading("Ways back")
        for path in paths {
            let state =
                path.suffices ? "whole and healthy" : "\(path.scope.rawValue), \(path.healthy ? "" : "not ")healthy"
            page.line("\(path.mechanism.rawValue) in \(path.region): \(state), \(path.assurance.rawValue)")
            page.line(path.target, indent: 2)
            let estimates = [
                path.recoveryPoint.map { "recovery point \(Wording.text($0))" },
                path.recoveryTime.map { "recovery time \(Wording.text($0))" },
            ].compactMap(\.self)
            if !estimates.isEmpty { page.line(estimates.joined(separator: ", "), indent: 2) }
            if let cost = path.monthlyCost { page.line("costs: \(cost.words)", indent: 2) }
            for reason in path.reasons { page.line(reason, indent: 2) }
        }
    }

    private func writeComparison() {
        page.heading("S3 replication and AWS Backup compared")
        for row in dossier.comparison.rows {
            page.line("\(row.aspect): \(row.cover.words)")
            page.line(row.replication, lead: "  replication  ", indent: 15)
            page.line(row.backup, lead: "  AWS Backup   ", indent: 15)
            page.line(row.nuance, indent: 2)
        }
    }

    private func writeAdvice() {
        guard !dossier.comparison.advice.isEmpty else { return }
        page.heading("What is missing")
        for step in dossier.comparison.advice {
            page.line(step.text + (step.call.map { " (\($0))" } ?? ""), lead: "- ", indent: 2)
            if let line = step.commandLine {
                page.blank()
                page.verbatim(line, indent: 4)
            }
            if let terraform = step.terraform {
                page.blank()
                page.verbatim(terraform, indent: 4)
                page.blank()
            }
        }
    }

    private func writeFindings() {
        guard !dossier.findings.isEmpty else { return }
        page.heading("Findings")
        for finding in dossier.findings {
            let severity = finding.severity.rawValue.uppercased()
            page.line(
                "\(finding.id): \(finding.message)",
                lead: severity + String(repeating: " ", count: 10 - severity.count), indent: 10)
            page.line("Fix: \(finding.fix)", indent: 10)
            for evidence in finding.evidence {
                let detail = evidence.detail.isEmpty ? "" : ": \(evidence.detail)"
                page.line(
                    "Evidence: \(evidence.call) in \(evidence.region) at \(Timestamp.text(evidence.at))\(detail)",
                    indent: 10)
            }
        }
    }
}

extension Comparison.Cover {
    /// "covered by both"
    var words: String {
        switch self {
        case .both: "covered by both"
        case .replication: "covered by replication"
        case .backup: "covered by AWS Backup"
        case .neither: "covered by neither"
        case .unknown: "not known"
        }
    }
}
