import AWSModel
import Canvas
import Posture

extension Model {
    /// The question with its answer, the counts, and the answers of all regions.
    var postureSummary: [[Span]] {
        if !isReading, let sentence = picture?.assessment.nothingFound {
            return ScrollingText([[Span("UNKNOWN ", .unknown), Span(unreadText ?? sentence)]], offset: 0)
                .lines(width: size.columns)
        }
        if threat != .regionOutage, picture != nil {
            guard let scenario else { return [[Span("Judging \(threat.words).", .title)]] }
            return [question("In case of \(threat.words): ", scenario), regionAnswers]
        }
        guard let scenario, let region = scenario.scenario.region else {
            return [[Span("Reading what the account holds.", .title)]]
        }
        return [question("If \(region.name) goes down now: ", scenario), regionAnswers]
    }

    /// What is asked, its answer and the counts.
    private func question(_ text: String, _ scenario: ScenarioAssessment) -> [Span] {
        var question = [Span(text, .title)]
        if isReading {
            question.append(Span("READING", .unknown))
        } else {
            question.append(Span(scenario.answer.rawValue.uppercased(), scenario.answer.role))
            if scenario.answer == .yes, scenario.onPaper { question.append(Span(" (on paper)", .warning)) }
            if scenario.answer == .yes, scenario.accepted > 0 {
                question.append(
                    Span(" with \(scenario.accepted.counted("accepted risk"))", .warning))
            }
        }
        if let old = account.staleRegions.compactMap(\.lastAnswered).min() {
            question.append(Span(" as of \(old.clock)", .stale))
        }
        question.append(Span("  "))
        let used = question.reduce(0) { $0 + $1.text.columns }
        return question + counts(of: scenario, columns: size.columns - used)
    }

    private var isReading: Bool { account.progress?.isRefresh == false }

    /// Every count; the words of the least important leave first where there is no room for all.
    private func counts(of scenario: ScenarioAssessment, columns: Int) -> [Span] {
        let replicas = scenario.scenario.region.flatMap { picture?.counts.unprotectedReplicas[$0] } ?? 0
        let shown: [Verdict] = [.unprotected, .atRisk, .unknown, .protected, .notEvaluated]
        let counts = shown.map { ($0, scenario.counts[$0] ?? 0) }.filter { $0.1 > 0 }
        let accepted =
            scenario.accepted > 0
            ? [Span("\(Acceptance.glyph) \(scenario.accepted) of them \(Acceptance.word)  ", Acceptance.role)] : []
        func spans(worded: Int) -> [Span] {
            counts.enumerated().map { index, count in
                let ofReplicas = count.0 == .unprotected && replicas > 0 ? ", \(replicas) of them replicas" : ""
                let words = index < worded ? " \(count.0.words)\(ofReplicas)" : ""
                return Span("\(count.0.glyph) \(count.1)\(words)  ", count.0.role)
            } + accepted
        }
        // What ends a line needs no room after it.
        func trimmed(_ spans: [Span]) -> [Span] {
            guard let last = spans.last else { return spans }
            return spans.dropLast() + [Span(String(last.text.reversed().drop { $0 == " " }.reversed()), last.role)]
        }
        let fitting = (0...counts.count).last { worded in
            spans(worded: worded).reduce(-2) { $0 + $1.text.columns } <= columns
        }
        return trimmed(spans(worded: fitting ?? 0))
    }

    /// Each region and its answer; the one asked about in brackets.
    private var regionAnswers: [Span] {
        (picture?.assessment.scenarios ?? []).compactMap { scenario -> [Span]? in
            guard let region = scenario.scenario.region else { return nil }
            let isAsked = threat == .regionOutage && region == lostRegion
            return [
                Span(isAsked ? "[\(region.name) " : " \(region.name) ", isAsked ? .strong : .faint),
                Span(scenario.answer.rawValue.uppercased(), scenario.answer.role),
                Span(isAsked ? "]" : " ", isAsked ? .strong : .faint),
            ]
        }.flatMap { $0 }
    }

    /// A resource in a few lines: why, and what it has.
    func resourceBrief(_ arn: String) -> [[Span]] {
        guard let picture else { return [] }
        let asked = pane == .posture ? scenario?.resources.first { $0.arn == arn } : nil
        guard let resource = asked ?? picture.verdict(of: arn) else { return [[Span(arn, .faint)]] }
        var lines: [[Span]] = [
            [
                Span("\(resource.verdict.glyph) \(resource.verdict.words) ", resource.verdict.role),
                Span(resource.name, .title),
            ],
            [Span(resource.reason)],
        ]
        if let accepted = resource.accepted { lines.append(accepted.line) }
        for region in picture.silentRegions(of: resource) {
            let last = picture.inventory.regions.first { $0.name == region }?.lastAnswered
            lines.append([
                Span(
                    "\(region.name) does not answer: \(last.map { "this is as of \($0.clock)" } ?? "it never did")",
                    .stale)
            ])
        }
        for path in resource.paths.prefix(4) {
            lines.append(path.headline)
            lines += path.reasons.prefix(2).map { [Span("  \($0)", .faint)] }
        }
        // Worst first; what the reason says already is not said again.
        for finding in picture.findings(about: arn).sorted(by: { $0.severity.rank < $1.severity.rank }) {
            lines.append([Span("\(finding.severity.rawValue) ", finding.severity.role), Span(finding.message)])
            lines.append([Span("  fix ", .label), Span(finding.naming(resource).fix)])
        }
        return lines
    }
}

extension RecoveryPath {
    /// "→ us-west-2 s3-replication whole healthy observed, loses ≈ 15 min, back in ≈ 10 min"
    var headline: [Span] {
        let role: Role = suffices ? .good : (scope == .partial || !healthy ? .warning : .text)
        var spans = [
            Span("→ \(region.name) ", .accent), Span(mechanism.rawValue, .strong), Span(" "),
            Span("\(scope.rawValue), \(healthy ? "healthy" : "not healthy")", role),
            Span(", \(assurance.rawValue)", .faint),
        ]
        // What does not suffice brings nobody back in any time.
        guard suffices else { return spans }
        if let recoveryPoint { spans.append(Span(", loses \(recoveryPoint.short)")) }
        if let recoveryTime { spans.append(Span(", back in \(recoveryTime.short)")) }
        return spans
    }
}

extension Finding.Severity {
    /// The worst is 0.
    package var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    package var role: Role {
        switch self {
        case .critical, .high: .bad
        case .medium: .warning
        case .low, .info: .neutral
        }
    }
}
