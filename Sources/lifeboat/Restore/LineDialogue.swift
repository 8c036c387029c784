import Foundation
import Recovery

/// A walkthrough on any terminal: one question after the other, one line for each answer.
struct LineDialogue {
    enum Line: Hashable {
        case text(String)
        case back
        /// The walkthrough is kept, and goes on another time.
        case leave
    }

    private var lastStep: Step?

    /// Writes a question and reads lines until one is an answer, or a way out.
    mutating func ask(_ question: Question, of walkthrough: Walkthrough) throws -> Line {
        try announce(question.step)
        var lines = [question.title]
        if !question.meaning.isEmpty { lines.append("  \(question.meaning)") }
        if let note = question.note { lines.append("  ! \(note)") }
        if case .info(let text) = question.kind { lines += text.map { "  \($0)" } }
        let choices = question.choices
        for (index, choice) in choices.enumerated() {
            let isSame = choice.title == choice.value
            lines.append("  \(index + 1)) \(choice.title)\(isSame ? "" : "  [\(choice.value)]")")
            lines += choice.details.map { "       \($0)" }
        }
        try say(lines)
        while true {
            try Output.standard(Self.prompt(question))
            guard let line = readLine() else { return .leave }
            switch line.trimmingCharacters(in: .whitespaces) {
            case "<": return .back
            case "q!", "quit!": return .leave
            case let text where question.isInfo && !text.isEmpty:
                try say(["✗ \(text) is no answer here: only an empty line goes on"])
            case "": return .text(question.isInfo ? "" : question.initial ?? "")
            case let text: return .text(Self.answer(text, question))
            }
        }
    }

    /// The name that confirms is taken to the letter: no number stands for it.
    ///
    /// - Parameter emptyLine: what an empty line does.
    mutating func askName(_ name: String, emptyLine: String = "goes back") throws -> Line {
        try announce(.confirm)
        try Output.standard("Type \(name.printable) to go on; an empty line \(emptyLine): ")
        guard let line = readLine() else { return .leave }
        return line.isEmpty ? .back : .text(line)
    }

    private mutating func announce(_ step: Step) throws {
        guard step != lastStep else { return }
        lastStep = step
        let number = (Step.allCases.firstIndex(of: step) ?? 0) + 1
        try Output.standard("\n[\(number)/\(Step.allCases.count)] \(step.title)\n")
    }

    func say(_ lines: [String]) throws { try Output.standard(lines.map { $0.printable + "\n" }.joined()) }

    private static func prompt(_ question: Question) -> String {
        let initial = question.initial.flatMap { $0.isEmpty || question.isInfo ? nil : " [\($0.printable)]" } ?? ""
        switch question.kind {
        case .info: return "enter goes on, < goes back, q! leaves: "
        case .choice(let choices): return "1-\(choices.count)\(initial): "
        case .yesNo: return "yes or no\(initial): "
        case .text: return "\(question.name)\(initial): "
        }
    }

    /// A number stands for the choice beside it, a choice's own value for itself.
    private static func answer(_ text: String, _ question: Question) -> String {
        let choices = question.choices
        if case .yesNo = question.kind, let word = ["y": "yes", "n": "no"][text.lowercased()] { return word }
        if choices.contains(where: { $0.value == text }) { return text }
        guard let number = Int(text), choices.indices.contains(number - 1) else { return text }
        return choices[number - 1].value
    }
}
