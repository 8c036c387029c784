import Canvas
import Foundation
import Posture
import Recovery

/// What one page of the walkthrough says.
struct WalkPage {
    private(set) var lines: [[Span]] = []
    /// So many of them are the heading, which stays where the rest is scrolled.
    private(set) var headings = 1
    /// Of the choice that is selected, with its details.
    private(set) var selectedLines: Range<Int>?

    init(_ model: Model, _ state: WalkState) {
        let walkthrough = state.walkthrough
        if let held = state.held {
            lines = Self.read(held, at: state)
        } else if state.isLooking {
            lines = Self.look(at: state)
        } else if state.wantsName {
            lines = Self.wantName(state)
        } else if state.isGivenUp {
            lines = Self.giveUp(state)
        } else if let question = state.question {
            ask(question, state)
        } else if let refusal = walkthrough.refusal {
            lines = [
                [Span("✗ \(refusal)", .bad)], [],
                [Span("shift-tab", .key), Span(" goes back, "), Span("esc", .key), Span(" leaves.")],
            ]
        } else if walkthrough.isFinished, !state.isRecorded {
            lines = [
                [Span("◐ writing the record", .accent)], [],
                [Span("enter", .key), Span(" tries again where it failed.")],
            ]
        } else if walkthrough.isFinished {
            lines = [
                [Span("✓ Recorded.", .good)], [],
                [Span("enter", .key), Span(" leaves; the record is among the drills.")],
            ]
        } else {
            wait(state, now: model.now)
        }
    }

    /// What is not known to be sent, and the name that sends it.
    private static func wantName(_ state: WalkState) -> [[Span]] {
        var lines: [[Span]] = [
            [
                Span("Type ", .warning), Span(state.walkthrough.nameToType ?? "", .strong),
                Span(" to send what was not sent. Of this it is not known that AWS took it:", .warning),
            ]
        ]
        lines += (state.unsent ?? []).map { [Span("? ", .unknown), Span($0.words)] }
        if state.unsent == nil { lines.append([Span("? the calls that were confirmed", .unknown)]) }
        lines += (state.uncertain?.messages ?? []).map(spans)
        return lines + [
            [],
            [
                Span("shift-tab", .key), Span(" looks at what was confirmed and how far it is, "),
                Span("esc", .key), Span(" leaves: nothing is sent by either."),
            ],
        ]
    }

    /// AWS took all, and nobody watches any more.
    private static func giveUp(_ state: WalkState) -> [[Span]] {
        var lines: [[Span]] = [
            [Span("AWS took the calls, and what they started goes on. Watching it was given up:", .warning)]
        ]
        lines += (state.uncertain?.messages ?? []).map(spans)
        if let at = state.toldAt { lines.append([Span("as of ", .label), Span(at.clock)]) }
        return lines + [
            [],
            [
                Span("enter", .key), Span(" looks again, and sends nothing; "), Span("esc", .key),
                Span(" leaves: open it again to look."),
            ],
        ]
    }

    /// What another process does: to be read, and nothing else.
    private static func read(_ held: HeldWalk, at state: WalkState) -> [[Span]] {
        var lines: [[Span]] = [[Span(held.standing, .title)]]
        if held.isFree {
            lines.append([Span("enter", .key), Span(" goes on with it here, "), Span("esc", .key), Span(" leaves.")])
        } else {
            lines.append([Span("This page is read again by itself; ", .faint), Span("esc", .key), Span(" leaves.")])
        }
        if let at = state.toldAt { lines.append([Span("as of ", .label), Span(at.clock)]) }
        lines.append([])
        lines += held.lines.map(spans)
        lines.append([])
        return lines + answers(of: held.walkthrough) + [[]] + (held.walkthrough.review?.lines ?? []).map(spans)
    }

    /// What was chosen on the way.
    private static func answers(of walkthrough: Walkthrough) -> [[Span]] {
        walkthrough.path.flatMap { step, answers in
            answers.filter { !$0.value.isEmpty }.map { [Span("\(step.title): ", .label), Span($0.value)] }
        }
    }

    /// What was confirmed, and what is known of it: to be read without sending anything.
    private static func look(at state: WalkState) -> [[Span]] {
        let walkthrough = state.walkthrough
        var lines: [[Span]] = [
            [Span("What was confirmed, and how far it is. Nothing is sent from here.", .title)],
            [
                Span("enter", .key), Span(" goes to the name that is wanted, "), Span("esc", .key),
                Span(" leaves, "), Span("↑↓", .key), Span(" read on"),
            ], [],
        ]
        if let told = state.uncertain ?? walkthrough.progress {
            if let at = state.toldAt { lines.append([Span("as of ", .label), Span(at.clock)]) }
            lines += told.messages.map(spans) + told.created.map { [Span("made ", .label), Span($0, .accent)] }
        } else {
            lines.append([Span("◐ asking what became of it", .accent)])
        }
        lines.append([])
        lines += answers(of: walkthrough)
        return lines + [[]] + (walkthrough.review?.lines ?? []).map(spans)
    }

    private mutating func ask(_ question: Question, _ state: WalkState) {
        lines.append([Span(question.title, .title)])
        if !question.meaning.isEmpty { lines.append([Span(question.meaning, .faint)]) }
        headings = lines.count
        if let note = question.note { lines.append([Span("! \(note)", .warning)]) }
        lines.append([])
        if case .info(let text) = question.kind {
            lines += text.map(Self.spans)
            lines += [[], [Span("enter", .key), Span(" goes on")]]
        }
        // Of many, the details of the selected one are enough.
        let showsAll = question.options.count <= 6
        for (index, choice) in question.options.enumerated() {
            let isSelected = index == state.selected
            let details = showsAll || isSelected ? choice.details : []
            if isSelected { selectedLines = lines.count..<lines.count + 1 + details.count }
            lines.append([
                Span(isSelected ? "▸ " : "  ", .accent), Span(choice.title, isSelected ? .strong : .text),
                Span(choice.title == choice.value ? "" : "  \(choice.value)", .faint),
            ])
            lines += details.map { [Span("    ")] + Self.spans($0) }
        }
        if case .text(_, let suggestions) = question.kind, !suggestions.isEmpty {
            lines += [[], [Span("↑↓", .key), Span(" take one of these, or type another", .faint)]]
        }
    }

    /// What is being read, or how far the recovery is.
    private mutating func wait(_ state: WalkState, now: Date) {
        for need in state.walkthrough.needs { lines.append([Span("◐ reading \(need.words)", .accent)]) }
        guard let progress = state.walkthrough.progress else { return }
        lines = [[Span("The recovery is under way. Leaving this page does not stop it.", .title)], []]
        if let percent = progress.percent {
            let filled = Int((min(max(percent, 0), 100) / 5).rounded(.down))
            lines.append([
                Span(String(repeating: "█", count: filled), .accent),
                Span(String(repeating: "░", count: 20 - filled), .faint), Span(" \(Int(percent)) %"),
            ])
        }
        if let usual = state.walkthrough.draft?.way.usually {
            lines.append([Span("usually takes ", .label), Span(usual)])
        }
        if let told = state.toldAt { lines.append([Span("as of ", .label), Span(told.clock)]) }
        lines += progress.messages.map { [Span($0, Self.role(of: $0))] }
        lines += progress.created.map { [Span("made ", .label), Span($0, .accent)] }
    }

    /// The outcome of a check as a sign; what begins with a sign has its colour.
    private static func spans(_ line: String) -> [Span] {
        let signs: [(word: String, sign: String, role: Role)] = [
            ("passed ", "✓ ", .good), ("warning ", "! ", .warning), ("failed ", "✗ ", .bad),
            ("unknown ", "? ", .unknown),
        ]
        guard let found = signs.first(where: { line.hasPrefix($0.word) }) else {
            return [Span(line, role(of: line) == .text ? .faint : role(of: line))]
        }
        return [Span(found.sign, found.role), Span(String(line.dropFirst(found.word.count)))]
    }

    /// Lines that begin with a sign have its colour.
    private static func role(of line: String) -> Role {
        switch line.drop(while: { $0 == " " }).first {
        case "✓": .good
        case "✗": .bad
        case "!": .warning
        case "?": .unknown
        default: .text
        }
    }
}
