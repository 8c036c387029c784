import AWSModel
package import Posture

extension Report {
    /// Writes what became of an account's protection to a sink, in chunks.
    package static func write(
        _ difference: PostureDifference, as format: Format, columns: Int = 80, to sink: @escaping (String) -> Void
    ) {
        switch format {
        case .text: write(DifferencePage.page(difference), asMarkdown: false, columns: columns, to: sink)
        case .markdown: write(DifferencePage.page(difference), asMarkdown: true, to: sink)
        case .json:
            let stream = ReportStream(to: sink)
            DifferenceJSON(difference).write(to: stream)
            stream.flush()
        }
    }
}

/// A difference for a person: scenario by scenario, the worst first.
enum DifferencePage {
    static func page(_ difference: PostureDifference) -> Page {
        let moments = "from \(Timestamp.text(difference.from)) to \(Timestamp.text(difference.to))"
        let account = difference.account.map { "Account \($0)" } ?? "The account"
        var page = Page(title: "\(account) \(moments): \(words(difference))")
        for scenario in difference.scenarios { page.blocks += blocks(scenario) }
        if !difference.notCompared.isEmpty {
            page.blocks.append(.heading("Not compared, for it was asked at one of the moments only"))
            page.blocks.append(.list(difference.notCompared.map(\.question)))
        }
        return page
    }

    private static func words(_ difference: PostureDifference) -> String {
        let changes = difference.scenarios.flatMap(\.changes)
        let worse = changes.filter(\.isWorse).count
        switch difference.outcome {
        case .worse: return "\(worse.counted("verdict")) got worse"
        case .unknown: return "it cannot be told whether anything got worse"
        case .nothingWorse: return changes.isEmpty ? "nothing changed" : "nothing got worse"
        }
    }

    /// None where nothing changed.
    private static func blocks(_ scenario: ScenarioDifference) -> [Page.Block] {
        guard !scenario.changes.isEmpty || scenario.answerBefore != scenario.answerAfter else { return [] }
        func word(_ answer: Answer?) -> String { answer?.rawValue.uppercased() ?? "not asked" }
        var blocks: [Page.Block] = [
            .heading("\(scenario.scenario.question) \(word(scenario.answerBefore)) -> \(word(scenario.answerAfter))")
        ]
        if !scenario.changes.isEmpty {
            blocks.append(
                .table(columns: ["change", "resource", "verdict and reason"], rows: scenario.changes.map(row)))
        }
        return blocks
    }

    private static func row(_ change: VerdictChange) -> [String] {
        let resource = change.resource
        let before = verdict(change.before, change.acceptedBefore, absent: "not there")
        let after = verdict(change.after, change.acceptedAfter, absent: "gone")
        let reason = change.reasonAfter ?? change.reasonBefore
        return [
            change.course.words, "\(resource.type) \(resource.name)",
            "\(before) -> \(after)" + (reason.map { ": \($0)" } ?? ""),
        ]
    }

    private static func verdict(_ verdict: Verdict?, _ isAccepted: Bool, absent: String) -> String {
        (verdict.map(Wording.text) ?? absent) + (isAccepted ? " (accepted)" : "")
    }
}

extension VerdictChange.Course {
    var words: String {
        switch self {
        case .worse: "worse"
        case .appeared: "appeared"
        case .untold: "not known now"
        case .better: "better"
        case .gone: "gone"
        }
    }
}
