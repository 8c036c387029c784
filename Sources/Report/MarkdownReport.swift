import AWSModel
import Posture

/// The answer for a ticket or a wiki: headings, tables and lists.
struct MarkdownReport {
    private let assessment: Assessment
    private let options: ReportOptions
    private let stream: ReportStream

    init(_ assessment: Assessment, _ options: ReportOptions, _ stream: ReportStream) {
        self.assessment = assessment
        self.options = options
        self.stream = stream
    }

    func write() {
        writeAnswers()
        for scenario in assessment.scenarios { write(scenario) }
        writeFindings()
        writeCosts()
        writeUnread()
        writeSilentRegions()
    }

    private func writeAnswers() {
        if assessment.scenarios.count == 1, let scenario = assessment.scenarios.first {
            line("# \(Markdown.text(scenario.scenario.question)) \(Wording.answer(scenario))")
        } else {
            let outages = assessment.scenarios.allSatisfy { $0.scenario.threat == .regionOutage }
            let question = outages ? "Are we protected if an AWS region goes down?" : "Are we protected?"
            line("# \(question) \(Wording.answer(assessment))")
        }
        line("")
        let account = assessment.account.map { "Account \($0)" } ?? "Account not known"
        line(
            "\(Markdown.text(account)), \(Timestamp.text(assessment.generatedAt))."
                + (assessment.complete ? "" : " Not everything could be read: see the end."))
        line(Wording.scope)
        line("")
        if let sentence = assessment.nothingFound { line(sentence) }
        guard !assessment.scenarios.isEmpty else { return }
        if assessment.nothingFound != nil { line("") }
        table(["Question", "Answer"] + Wording.verdicts.map(Wording.text))
        for scenario in assessment.scenarios {
            row(
                [Markdown.text(scenario.scenario.question), Wording.answer(scenario)]
                    + Wording.verdicts.map { String(scenario.counts[$0] ?? 0) })
        }
    }

    private func write(_ scenario: ScenarioAssessment) {
        line("")
        line("## \(Markdown.text(scenario.scenario.question)) \(Wording.answer(scenario))")
        line("")
        for spot in scenario.blindSpots { line("Not known: \(Markdown.text(Wording.text(spot))).") }
        if !scenario.blindSpots.isEmpty { line("") }
        let protected = scenario.counts[.protected] ?? 0
        let resources = scenario.resources.filter { $0.accepted == nil }.filter { resource in
            switch resource.verdict {
            case .unaffected: options.all
            case .protected: options.all || protected <= Wording.few
            case .unprotected, .atRisk, .unknown, .notEvaluated: true
            }
        }
        if protected > Wording.few && !options.all {
            line("The \(protected) protected resources are not listed.")
            line("")
        } else if resources.isEmpty && scenario.accepted == 0 && scenario.blindSpots.isEmpty {
            line(Wording.nothingTouched(scenario))
        }
        if !resources.isEmpty { write(resources) }
        writeAccepted(in: scenario, after: !resources.isEmpty)
    }

    private func write(_ resources: [ResourceAssessment]) {
        table(["Verdict", "Type", "Name", "Region", "Reason", "Recovery"])
        for verdict in Wording.verdicts {
            for resource in resources where resource.verdict == verdict {
                row([
                    Wording.text(verdict), Markdown.text(resource.type.name),
                    Markdown.code(resource.name, inTable: true),
                    Markdown.text(resource.region?.name ?? "not read"), Markdown.text(resource.reason),
                    Markdown.text(Wording.recovery(resource) ?? ""),
                ])
            }
        }
    }

    /// What is accepted stands apart, with its verdict, the reason and the day on which it is looked at again.
    private func writeAccepted(in scenario: ScenarioAssessment, after others: Bool) {
        let accepted = scenario.resources.compactMap { resource in resource.accepted.map { (resource, $0) } }
        guard !accepted.isEmpty else { return }
        if others { line("") }
        line("### Accepted risks")
        line("")
        table(["Verdict", "Type", "Name", "Region", "Accepted because", "Review", "Reason"])
        for (resource, acceptance) in accepted {
            row([
                Wording.text(resource.verdict), Markdown.text(resource.type.name),
                Markdown.code(resource.name, inTable: true), Markdown.text(resource.region?.name ?? "not read"),
                Markdown.text(acceptance.reason), acceptance.review.iso, Markdown.text(resource.reason),
            ])
        }
    }

    private func writeFindings() {
        guard !assessment.findings.isEmpty else { return }
        line("")
        line("## Findings")
        for group in FindingGroup.groups(of: assessment.findings) {
            line("")
            line("### \(group.severity.rawValue): \(Markdown.text(group.id))")
            line("")
            if group.findings.count > 1, let message = group.commonMessage {
                line(Markdown.text(message))
                line("")
                for finding in group.findings {
                    line("- \(Markdown.code(finding.resource))")
                    if group.commonFix == nil { line("  - Fix: \(Markdown.text(finding.fix))") }
                }
            } else {
                for finding in group.findings { write(finding, withFix: group.commonFix == nil) }
            }
            if let fix = group.commonFix {
                line("")
                line("Fix: \(Markdown.text(fix))")
            }
        }
    }

    private func write(_ finding: Finding, withFix: Bool) {
        line("- \(Markdown.code(finding.resource)): \(Markdown.text(finding.message))")
        for evidence in finding.evidence {
            let detail = evidence.detail.isEmpty ? "" : ": \(Markdown.text(evidence.detail))"
            line("  - Evidence: \(Markdown.code(evidence.call)) in \(Markdown.text(evidence.region.name))\(detail)")
        }
        if withFix { line("  - Fix: \(Markdown.text(finding.fix))") }
    }

    private func writeCosts() {
        let costs = PathCosts(assessment)
        guard let total = costs.total else { return }
        line("")
        line("## What it costs a month")
        line("")
        line("\(total) \(PathCosts.prices)")
        line("")
        table(["Resource", "Way back", "A month", "Not known"])
        for priced in costs.shown(all: options.all) {
            row([
                Markdown.code(priced.resource.name, inTable: true), Markdown.text(priced.way),
                Markdown.text(priced.cost.words), Markdown.text(priced.cost.gaps ?? ""),
            ])
        }
        if let left = costs.leftOut(all: options.all) {
            line("")
            line(left)
        }
    }

    private func writeUnread() {
        guard !assessment.gaps.isEmpty else { return }
        line("")
        line("## Not read")
        line("")
        table(["Calls", "Region", "Cause", "Resources"])
        for group in GapGroup.groups(of: assessment.gaps) {
            row([
                group.calls.map { Markdown.code($0, inTable: true) }.joined(separator: ", "),
                Markdown.text(Wording.regions(group.regions)), Markdown.text(group.cause),
                group.resources.map { Markdown.code($0, inTable: true) }.joined(separator: ", "),
            ])
        }
    }

    private func writeSilentRegions() {
        let regions = Wording.silentRegions(assessment)
        guard !regions.isEmpty else { return }
        line("")
        line("## Regions that did not answer")
        line("")
        table(["Region", "Status", "Error"])
        for region in regions {
            row([
                Markdown.text(region.name.name), region.status.rawValue, Markdown.text(region.error ?? ""),
            ])
        }
    }

    private func table(_ titles: [String]) {
        row(titles)
        row(titles.map { _ in "---" })
    }
    private func row(_ cells: [String]) { line("| " + cells.joined(separator: " | ") + " |") }
    private func line(_ text: String) { stream.write(text + "\n") }
}
