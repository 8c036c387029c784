import Posture

/// How verdicts and answers look: a word always, with a glyph and a colour where colours are wanted.
struct TextStyle {
    let colour: Bool

    /// The verdict in capitals, as wide as the widest of them.
    func label(_ verdict: Verdict) -> String {
        let word = Wording.text(verdict).uppercased()
        let text = word.padding(to: Self.longest)
        guard colour else { return text }
        return paint("\(Self.glyph(verdict)) \(text)", Self.code(verdict))
    }
    /// The same for a risk that is accepted, whatever its verdict.
    var acceptedLabel: String {
        let text = "ACCEPTED".padding(to: Self.longest)
        return colour ? paint("~ \(text)", "34") : text
    }
    /// Columns that a label takes.
    var labelWidth: Int { Self.longest + (colour ? 2 : 0) }

    func answer(_ scenario: ScenarioAssessment) -> String {
        let verdict: Verdict =
            switch scenario.answer {
            case .yes: .protected
            case .no: .unprotected
            case .unknown: .unknown
            }
        let word = Wording.answer(scenario)
        return colour ? paint("\(Self.glyph(verdict)) \(word)", Self.code(verdict)) : word
    }

    private func paint(_ text: String, _ code: String) -> String { "\u{1B}[\(code)m\(text)\u{1B}[0m" }

    private static let longest = "NOT EVALUATED".count

    private static func glyph(_ verdict: Verdict) -> Character {
        switch verdict {
        case .unprotected: "x"
        case .atRisk: "!"
        case .unknown: "?"
        case .protected: "+"
        case .notEvaluated: "-"
        case .unaffected: "."
        }
    }

    /// Red against blue rather than green: the two are told apart by nearly everyone.
    private static func code(_ verdict: Verdict) -> String {
        switch verdict {
        case .unprotected: "1;31"
        case .atRisk: "33"
        case .unknown: "35"
        case .protected: "36"
        case .notEvaluated, .unaffected: "2"
        }
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String {
        self + String(repeating: " ", count: Swift.max(0, width - count))
    }
}
