package import Foundation
package import Recovery

/// A walkthrough that is open in the Restore pane, and where in it the operator is.
package struct WalkState: Hashable, Sendable {
    /// By which it is kept.
    package let id: String
    package var walkthrough: Walkthrough
    /// The place among the choices, or among the suggestions of a text, where -1 is none.
    package var selected = 0
    package var input = TextInput()
    /// How far the page is scrolled; nil follows what is selected.
    package var offset: Int?
    /// What is being read for it.
    package var reading: Set<Need> = []
    /// When it was last told how far the recovery is.
    package var toldAt: Date?
    /// Why the last answer was not taken.
    package var fault: String?
    /// It was confirmed before a restart, and the name must be typed again before anything more is sent.
    package var wantsName = false
    /// The name is wanted, and the operator looks at what was confirmed and how far it is before typing it, or without.
    package var isLooking = false
    /// The calls of which it is not known that AWS took them; nil where nobody has looked.
    package var unsent: [UnsentCall]?
    /// What is known of the calls where nobody knows the end.
    package var uncertain: RecoveryProgress?
    /// Another process acts in it: it is only read here.
    package var held: HeldWalk?
    /// Its record is written: nothing is left to keep.
    package var isRecorded = false

    package init(id: String, walkthrough: Walkthrough) {
        self.id = id
        self.walkthrough = walkthrough
        settle()
    }

    package var question: Question? { walkthrough.question }

    /// Of what can be typed, and of yes and no without a default, nothing is chosen until somebody does.
    var first: Int { isTyped || isYesNo && question?.initial == nil ? -1 : 0 }

    /// Whether there is only something to read.
    var isRead: Bool {
        held != nil || isLooking || !wantsName && question?.options.isEmpty != false && !isTyped
    }

    /// Whether letters are typed.
    var isTyped: Bool {
        guard held == nil else { return false }
        return wantsName ? !isLooking : question?.isTyped == true
    }

    /// Whether the next keys may confirm something.
    var isArming: Bool {
        guard held == nil else { return false }
        return wantsName ? !isLooking : question?.step == .confirm
    }

    /// The `aws` commands of the calls, from the review on.
    var commands: [String] { walkthrough.review?.commands ?? [] }

    /// Whether AWS took all calls, and watching them was given up.
    var isGivenUp: Bool { held == nil && !wantsName && uncertain?.unsent?.isEmpty == true }

    /// Whether letters choose: `y` and `n` where nothing else is asked.
    var isYesNo: Bool {
        guard held == nil, !wantsName, !isLooking, case .yesNo? = question?.kind else { return false }
        return true
    }

    /// Puts the cursor where the question's default stands.
    mutating func settle() {
        selected = 0
        offset = nil
        fault = nil
        guard let question else { return input = TextInput() }
        input = TextInput(question.isTyped ? walkthrough.typed ?? question.initial ?? "" : "")
        selected = question.options.firstIndex { $0.value == question.initial } ?? first
    }

    /// Puts the cursor on a choice.
    mutating func choose(_ value: String) {
        guard let place = question?.options.firstIndex(where: { $0.value == value }) else { return }
        selected = place
        fault = nil
    }

    /// To another choice; what is selected is in sight then.
    mutating func move(by places: Int) {
        let last = max((question?.options.count ?? 1) - 1, 0)
        selected = min(max(selected + places, first), last)
        offset = nil
    }

    /// To the first choice, or the first line.
    mutating func toStart() {
        selected = max(first, 0)
        offset = isRead ? 0 : nil
    }

    /// To the last choice, or the last line.
    mutating func toEnd() {
        if !isRead { selected = max((question?.options.count ?? 1) - 1, 0) }
        offset = isRead ? .max : nil
    }

    /// Keeps what is typed, for when the question is asked again.
    mutating func noteTyped() {
        guard held == nil, !wantsName, question?.isTyped == true else { return }
        walkthrough.note(typed: input.text)
    }
}

extension Question {
    /// What can be picked with the arrows.
    var options: [Choice] {
        switch kind {
        case .choice(let choices): choices
        case .yesNo: [Choice("no", "no"), Choice("yes", "yes")]
        case .text(_, let suggestions): suggestions
        case .info: []
        }
    }

    /// Whether letters are typed into it.
    var isTyped: Bool {
        if case .text = kind { return true }
        return step == .confirm
    }
}
