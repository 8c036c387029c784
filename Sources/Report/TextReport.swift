import AWSModel
import Posture

/// The answer for a person at a terminal or at the end of a pipe: the worst comes first, and names stand whole.
struct TextReport {
    let assessment: Assessment
    let options: ReportOptions
    let page: TextPage
    let style: TextStyle
    let labels: ResourceLabels
    /// The worst region first.
    private let scenarios: [ScenarioAssessment]

    init(_ assessment: Assessment, _ options: ReportOptions, _ stream: ReportStream) {
        self.assessment = assessment
        self.options = options
        page = TextPage(stream, columns: options.columns)
        style = TextStyle(colour: options.colour)
        labels = ResourceLabels(assessment)
        scenarios = assessment.scenarios.sorted { Self.badness($0) > Self.badness($1) }
    }

    func write() {
        writeAnswers()
        writeCounts()
        for scenario in scenarios { write(scenario) }
        writeFindings()
        writeCosts()
        writeUnread()
        writeSilentRegions()
    }

    private func writeAnswers() {
        guard !assessment.scenarios.isEmpty else {
            page.line("Are we protected if an AWS region goes down?  UNKNOWN")
            writeNothingFound()
            return
        }
        let widest = assessment.scenarios.map { $0.scenario.question.count }.max() ?? 0
        for scenario in scenarios {
            let question = SafeText.escaped(scenario.scenario.question)
            let gap = String(repeating: " ", count: max(0, widest - question.count) + 2)
            page.line("", lead: question + gap + style.answer(scenario))
        }
        writeNothingFound()
    }

    private func writeNothingFound() {
        guard let sentence = assessment.nothingFound else { return }
        page.blank()
        page.line(sentence)
    }

    private func writeCounts() {
        page.blank()
        let account = assessment.account.map { "Account \($0)" } ?? "Account not known"
        page.line(
            "\(account), \(Timestamp.text(assessment.generatedAt))."
                + (assessment.complete ? "" : " Not everything could be read: see the end."))
        page.line(Wording.scope)
        if assessment.scenarios.contains(where: { $0.answer == .yes && $0.onPaper }) {
            page.line("On paper: the yes rests on settings alone; no copy, metric or restore confirms it.")
        }
        guard !assessment.scenarios.isEmpty else { return }
        page.blank()
        let names = scenarios.map { SafeText.escaped(Self.shortName($0.scenario)) }
        let widest = names.map(\.count).max() ?? 0
        for (name, scenario) in zip(names, scenarios) {
            let gap = String(repeating: " ", count: widest - name.count + 2)
            page.line(items: Wording.counts(scenario), lead: name + gap, indent: widest + 2)
        }
    }

    private func write(_ scenario: ScenarioAssessment) {
        page.heading(Self.title(scenario.scenario))
        var listed = 0
        for verdict in Wording.verdicts {
            let resources = scenario.resources.filter { $0.verdict == verdict && $0.accepted == nil }
            guard !resources.isEmpty else { continue }
            switch verdict {
            case .unprotected, .atRisk, .unknown:
                for resource in resources { write(resource, in: scenario.scenario) }
            case .protected where options.all || resources.count <= Wording.few:
                for resource in resources { write(resource, in: scenario.scenario) }
            case .protected:
                writeEntry(verdict, "\(resources.count.counted("resource")); --all lists them")
            case .notEvaluated:
                writeTogether(resources, verdict) { "\($0.type.name)|\($0.reason)" }
            case .unaffected where options.all:
                writeTogether(resources, verdict) { "\($0.type.name)|\($0.region?.name ?? "")" }
            case .unaffected:
                continue
            }
            listed += 1
        }
        for spot in scenario.blindSpots { writeEntry(.unknown, Wording.text(spot)) }
        listed += writeAccepted(in: scenario)
        if listed == 0 && scenario.blindSpots.isEmpty { page.line(Wording.nothingTouched(scenario)) }
    }

    /// What is accepted stands apart, with its verdict, the reason and the day on which it is looked at again.
    private func writeAccepted(in scenario: ScenarioAssessment) -> Int {
        let accepted = scenario.resources.filter { $0.accepted != nil }
        for resource in accepted { write(resource, in: scenario.scenario) }
        return accepted.count
    }

    private func write(_ resource: ResourceAssessment, in scenario: Scenario) {
        let place =
            resource.region == scenario.region ? "" : resource.region.map { " in \($0)" } ?? " in an unread region"
        let name = "\(resource.type.name) \(resource.name)\(place)"
        if let accepted = resource.accepted {
            let label = style.acceptedLabel + "  "
            page.line("\(name): \(Wording.text(resource.verdict))", lead: label, indent: style.labelWidth + 2)
            page.line(Wording.text(accepted), indent: style.labelWidth + 2)
        } else {
            writeEntry(resource.verdict, name)
        }
        let indent = style.labelWidth + 2
        let recovery = Wording.recovery(resource)
        // Of what is protected the way back is the reason.
        if !resource.reason.isEmpty, resource.verdict != .protected || recovery == nil {
            page.line(resource.reason, indent: indent)
        }
        if let recovery { page.line(recovery, indent: indent) }
    }

    /// Resources that have nothing of their own to say, in one entry for each group.
    private func writeTogether(
        _ resources: [ResourceAssessment], _ verdict: Verdict, by group: (ResourceAssessment) -> String
    ) {
        for (_, members) in Dictionary(grouping: resources, by: group).sorted(by: { $0.key < $1.key }) {
            guard let first = members.first else { continue }
            let place = verdict == .unaffected ? first.region.map { " in \($0)" } ?? "" : ""
            writeEntry(verdict, "\(first.type.name)\(place): \(members.map(\.name).joined(separator: ", "))")
            if verdict == .notEvaluated && !first.reason.isEmpty {
                page.line(first.reason, indent: style.labelWidth + 2)
            }
        }
    }

    private func writeEntry(_ verdict: Verdict, _ text: String) {
        page.line(text, lead: style.label(verdict) + "  ", indent: style.labelWidth + 2)
    }

    /// Larger is worse: a no before an unknown before a yes, then by how many are lost.
    private static func badness(_ scenario: ScenarioAssessment) -> (Int, Int, Int) {
        let rank =
            switch scenario.answer {
            case .no: 2
            case .unknown: 1
            case .yes: 0
            }
        let lost = (scenario.counts[.unprotected] ?? 0) + (scenario.counts[.atRisk] ?? 0)
        return (rank, lost, scenario.counts[.unknown] ?? 0)
    }

    private static func shortName(_ scenario: Scenario) -> String {
        scenario.region?.name ?? scenario.threat.rawValue.replacing("-", with: " ")
    }
    private static func title(_ scenario: Scenario) -> String {
        switch (scenario.threat, scenario.region) {
        case (.regionOutage, let region?): "If \(region) goes down"
        default: "In case of \(scenario.threat.words)"
        }
    }
}
