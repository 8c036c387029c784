import Canvas
import Recovery

/// The keys that a page of a walkthrough takes, and what each does there.
struct WalkKeys {
    let pairs: [(key: String, title: String)]

    init(_ model: Model, _ state: WalkState) {
        var pairs: [(key: String, title: String)] = []
        if let enter = Self.enter(state) { pairs.append(("enter", enter)) }
        if state.isYesNo { pairs.append(("y/n", "choose")) }
        if let back = Self.back(state) { pairs.append(("shift-tab", back)) }
        pairs.append(("esc", state.isRecorded || state.held != nil ? "leave" : "leave, kept"))
        let copying = model.keymap.keys(of: .copy)
        if !state.commands.isEmpty, let copy = copying.first(where: { !state.isTyped || !$0.isLetter }) {
            pairs.append((copy.name, "copy"))
        }
        if state.isRead {
            if model.walkLayout(state).lastOffset > 0 { pairs.append(("↑↓", "scroll")) }
        } else if state.question?.options.count ?? 0 > 1 {
            pairs.append(("↑↓", "move"))
        }
        self.pairs = pairs
    }

    /// What enter does; nil where it does nothing.
    private static func enter(_ state: WalkState) -> String? {
        if let held = state.held { return held.outcome != nil ? "leave" : held.isFree ? "go on here" : nil }
        if state.isLooking { return "the name" }
        if state.wantsName { return "send" }
        if state.isGivenUp { return "look again" }
        guard let question = state.question else {
            guard state.walkthrough.isFinished else { return nil }
            return state.isRecorded ? "leave" : "try again"
        }
        if question.step == .confirm { return "confirm" }
        return switch question.kind {
        case .info: "go on"
        case .choice: "choose"
        case .text, .yesNo: "answer"
        }
    }

    /// What shift-tab does; nil where it does nothing.
    private static func back(_ state: WalkState) -> String? {
        guard state.held == nil else { return nil }
        if state.isLooking { return "back" }
        if state.wantsName { return "look" }
        return !state.walkthrough.isFinished && state.walkthrough.canGoBack ? "back" : nil
    }

    /// All of them, for the help.
    static let help: [(keys: String, does: String)] = [
        ("enter", "Answer, or go on; the name, typed, and enter send what the review shows."),
        ("shift-tab", "Go back; what was entered stays."),
        ("esc", "Leave; it is kept, and goes on from the list. What AWS has started goes on."),
        ("up down", "Move among the choices, or scroll what is only read."),
        ("pgup pgdn", "Scroll."),
        ("y n", "Choose where yes or no is asked."),
    ]
}
