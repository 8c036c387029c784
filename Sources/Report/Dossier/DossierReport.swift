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
        write(resource, resource.regionLoss)
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

    private func writePaths() {
        let ways = WayBack.all(of: dossier)
        guard !ways.isEmpty else { return }
        page.heading("Ways back")
        for way in ways {
            page.line("\(way.mechanism.rawValue) in \(way.region)")
            page.line(way.target, indent: 2)
            if let cost = way.cost { page.line("costs: \(cost.words)", indent: 2) }
            for state in way.states {
                page.line(
                    "\(state.words), \(state.path.assurance.rawValue), against \(state.threats.joined(separator: ", "))",
                    indent: 2)
                if !state.estimates.isEmpty { page.line(state.estimates.joined(separator: ", "), indent: 4) }
                for reason in state.path.reasons { page.line(reason, indent: 4) }
            }
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
