/// Answers to all questions in advance, by the questions' names: what a script gives.
package struct RecoveryPlan: Hashable, Sendable, Codable {
    package var answers: [String: String]

    package init(answers: [String: String]) { self.answers = answers }
}

/// Why a plan cannot be followed.
package enum PlanError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Names that no question has on the way that was taken, and those that were asked.
    case unknown([String], asked: [String])
    case missing(name: String, title: String, choices: [String])
    case notTaken(AnswerError)
    case unread(String)
    /// A check failed, and the plan does not insist.
    case blocked([String])
    case noWay(String)

    /// Whether the plan itself is at fault, and not what was found.
    package var isOfThePlan: Bool {
        switch self {
        case .unknown, .missing, .notTaken: true
        case .unread, .blocked, .noWay: false
        }
    }

    package var description: String {
        switch self {
        case .unknown(let names, let asked):
            "the plan answers \(names.joined(separator: ", ")), and nothing of that name is asked; asked are "
                + asked.joined(separator: ", ")
        case .missing(let name, let title, let choices):
            "the plan does not answer \(name) (\(title)), and it has no default"
                + (choices.isEmpty ? "" : "; the choices are \(choices.joined(separator: ", "))")
        case .notTaken(let error): "the plan's \(error.question) is not taken: \(error.description)"
        case .unread(let text): text
        case .blocked(let checks):
            "a check failed, and the plan does not say `preflight: insist`: \(checks.joined(separator: "; "))"
        case .noWay(let why): why
        }
    }
}

extension Walkthrough {
    /// Answers by the plan, and by the defaults where it says nothing, until a fact is needed, the name is to be typed,
    /// or it ends.
    package mutating func follow(_ plan: RecoveryPlan) throws(PlanError) {
        while let question {
            if question.step == .confirm { break }
            var text = try plan.answer(to: question, checks: failedChecks)
            // A script that fails once more would try for ever.
            if question.name == Script.ended, tries > 0, !question.isInfo { text = question.initial ?? text }
            do throws(AnswerError) { try answer(text) } catch { throw .notTaken(error) }
            if question.name == Script.works { isWordOfPlan = true }
        }
        if let refusal { throw .noWay(refusal) }
        if needs.isEmpty { try settle(plan) }
    }

    /// Once all is asked that comes before the calls, a name that was not asked is a mistake.
    private func settle(_ plan: RecoveryPlan) throws(PlanError) {
        let asked = Script.run(self).asked.filter { !$0.isInfo && $0.step != .confirm }.map(\.name)
        let known = Set(asked + ["works", "evidence", Self.failurePage, Script.ended, Doubt.question])
        let unknown = plan.answers.keys.filter { !known.contains($0) }.sorted()
        if !unknown.isEmpty { throw .unknown(unknown, asked: asked) }
    }

    private var failedChecks: [String] {
        Script.run(self).checks.filter { $0.result == .failed }.map { "\($0.name): \($0.detail)" }
    }
}

extension RecoveryPlan {
    fileprivate func answer(to question: Question, checks: [String]) throws(PlanError) -> String {
        if question.isInfo { return "" }
        let given = answers[question.name]
        if question.name == Walkthrough.failurePage {
            guard given == "without" else { throw .unread("\(question.title): \(question.meaning)") }
            return "without"
        }
        if question.name == "preflight", given != "insist", !checks.isEmpty { throw .blocked(checks) }
        // A plan may insist on what needs no insisting.
        if question.name == "preflight", checks.isEmpty { return "go-on" }
        if let answer = given ?? question.initial { return answer }
        throw .missing(name: question.name, title: question.title, choices: question.choices.map(\.value))
    }
}

extension Question {
    /// What there is to choose from, or what is known to be there.
    package var choices: [Choice] {
        switch kind {
        case .choice(let choices): choices
        case .text(_, let suggestions): suggestions
        case .yesNo: [Choice("yes", "yes"), Choice("no", "no")]
        case .info: []
        }
    }
}
