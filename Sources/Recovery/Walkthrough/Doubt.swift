import AWSModel

/// What is there of which AWS does not say whether a call started it: whoever knows is asked, and nothing is started.
package struct Doubt: Hashable, Sendable, Codable {
    /// Of the call.
    package var token: String
    /// "restore job", "volume"
    package var what: String
    /// By which AWS knows each of them, oldest first.
    package var identifiers: [String]

    package init(token: String, what: String, identifiers: [String]) {
        self.token = token
        self.what = what
        self.identifiers = identifiers
    }

    /// "restore job 5E1C… may be this call's, or another's: …"
    package var words: String {
        "\(what) \(identifiers.joined(separator: ", ")): since the call was intended this was started of the same source, "
            + "and AWS does not say whether by this call; nothing is started until you say whether it is the one"
    }
}

/// What the one who knows says to a doubt.
package enum DoubtAnswer: Hashable, Sendable {
    case itIs(String)
    /// It is none of them: the call was never carried out.
    case none
}

extension Doubt {
    /// What the question of it is called.
    package static let question = "started"

    /// Which of them it is, or none.
    package func question(of call: PlannedCall?) -> Question {
        let choices = identifiers.map { Question.Choice($0, "\(what) \($0) is the one") }
        return Question(
            Self.question, .progress, "Which \(what) is it?",
            "\(words). Look at each in the console of \(call?.region.name ?? "its region") before you answer.",
            .choice(choices + [Question.Choice("none", "none of them: send the call again, under its token")]))
    }

    /// Nil for what is no answer.
    package func answer(_ text: String) -> DoubtAnswer? {
        text == "none" ? DoubtAnswer.none : identifiers.contains(text) ? .itIs(text) : nil
    }
}
