import AWSModel
import Posture

/// One resource for a ticket or a page.
struct DossierMarkdown {
    private let dossier: ResourceDossier
    private let stream: ReportStream

    init(_ dossier: ResourceDossier, _ stream: ReportStream) {
        self.dossier = dossier
        self.stream = stream
    }

    func write() {
        let resource = dossier.resource
        line("# \(Markdown.text(resource.type.name)) \(Markdown.text(resource.name))")
        line("")
        line("\(Markdown.text(resource.arn)), \(Timestamp.text(dossier.generatedAt))")
        line("")
        line("| threat | verdict | why |")
        line("|---|---|---|")
        row(resource.regionLoss, resource)
        for verdict in dossier.threats { row(verdict.threat.words, verdict.resource) }
        writePaths()
        line("")
        line("| | S3 replication | AWS Backup | covered by |")
        line("|---|---|---|---|")
        for row in dossier.comparison.rows {
            cells([row.aspect, row.replication, row.backup, row.cover.rawValue])
        }
        for step in dossier.comparison.advice {
            line("")
            line("- \(Markdown.text(step.text + (step.call.map { " (\($0))" } ?? "")))")
            fence(step.commandLine, "sh")
            fence(step.terraform, "hcl")
        }
        guard !dossier.findings.isEmpty else { return }
        line("")
        line("| severity | finding | fix |")
        line("|---|---|---|")
        for finding in dossier.findings {
            cells([finding.severity.rawValue, "\(finding.id): \(finding.message)", finding.fix])
        }
    }

    /// A row for each way back and state of it.
    private func writePaths() {
        let ways = WayBack.all(of: dossier)
        guard !ways.isEmpty else { return }
        line("")
        line("| way back | state | against | loses and takes | why |")
        line("|---|---|---|---|---|")
        for way in ways {
            for state in way.states {
                cells([
                    "\(way.mechanism.rawValue) in \(way.region): \(way.target)",
                    "\(state.words), \(state.path.assurance.rawValue)", state.threats.joined(separator: ", "),
                    state.estimates.joined(separator: ", "), state.path.reasons.joined(separator: "; "),
                ])
            }
        }
    }

    private func row(_ threat: String, _ resource: ResourceAssessment) {
        cells([threat, Wording.text(resource.verdict), resource.reason])
    }

    private func cells(_ texts: [String]) {
        line("| " + texts.map { Markdown.text($0) }.joined(separator: " | ") + " |")
    }

    private func fence(_ text: String?, _ language: String) {
        guard let text else { return }
        line("")
        line("```\(language)\n\(SafeText.lines(text))\n```")
    }

    private func line(_ text: String) { stream.write(text + "\n") }
}
