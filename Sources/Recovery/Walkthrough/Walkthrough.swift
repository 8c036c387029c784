package import AWSModel
package import Foundation

/// A recovery as a conversation: says what to ask next, keeps what was answered, and in the end which calls to make.
///
/// A plain value: it can be saved at any moment and goes on where it was.
package struct Walkthrough: Hashable, Sendable, Codable {
    struct Entry: Hashable, Sendable, Codable {
        var value: String
        var dependsOn: [String]
    }

    package let account: AccountID?
    /// Who answers, for the record.
    package let operatorName: String
    package let startedAt: Date
    /// When what it knows was read.
    package internal(set) var knownAt: Date
    /// Whether it stops before the confirmation.
    package let isRehearsal: Bool
    /// Answers that were given with the start, by question: the resource that `r` was pressed on.
    package let presets: [String: String]
    /// Whether what has no default may be answered by its name in capitals: for a runbook, where nothing is called.
    package let takesPlaceholders: Bool

    var entries: [String: Entry] = [:]
    /// What was typed and not entered; nil in what earlier versions kept.
    var unentered: [String: Entry]?
    /// How many questions are behind.
    var position = 0
    var facts: [Need: Fact] = [:]
    /// The needs that failed and are done without.
    var waived: Set<Need> = []
    /// The tokens that were confirmed; empty until then.
    package internal(set) var confirmed: [String] = []
    /// When they were confirmed first; nil until then, and in what earlier versions kept.
    package internal(set) var confirmedAt: Date?
    /// How often a call was made anew after what it had started failed, by its first token; nil for none.
    var attempts: [String: Int]?
    /// How often what failed was tried again; nil for never.
    var retries: Int?
    /// The recovery point of the path as it was when the path was chosen; nil where it has none.
    var pinned: PointDetails?
    /// Whether a plan, and nobody who looked, said that it works; nil for no.
    var isWordOfPlan: Bool?
    /// What was known before it was read again; nil where nothing was.
    var earlier: Known?

    package init(
        account: AccountID? = nil, operatorName: String, startedAt: Date, knownAt: Date, isRehearsal: Bool = false,
        presets: [String: String] = [:], takesPlaceholders: Bool = false
    ) {
        self.account = account
        self.operatorName = operatorName
        self.startedAt = startedAt
        self.knownAt = knownAt
        self.isRehearsal = isRehearsal || takesPlaceholders
        self.presets = presets
        self.takesPlaceholders = takesPlaceholders
    }
}

// MARK: What is next

extension Walkthrough {
    /// What is asked now; nil while it waits for a fact, and at the end.
    package var question: Question? {
        let script = Script.run(self)
        switch script.stop {
        case .question: return script.asked.last
        case .failed(let need, let failure): return page(of: failure, reading: need, at: script.step)
        case .needs, .finished, .refused: return nil
        }
    }

    /// The facts it waits for.
    package var needs: [Need] {
        guard case .needs(let needs) = Script.run(self).stop else { return [] }
        return needs
    }

    package var step: Step { Script.run(self).step }
    package var isFinished: Bool { Script.run(self).stop == .finished }
    /// Why it cannot go on from here, but back.
    package var refusal: String? {
        guard case .refused(let why) = Script.run(self).stop else { return nil }
        return why
    }

    /// The steps with what was chosen in them: you are here.
    package var path: [(step: Step, answers: [(title: String, value: String)])] {
        let script = Script.run(self)
        let behind = script.asked.prefix(min(position, script.asked.count))
        return Step.allCases.map { step in
            let answers = behind.filter { $0.step == step && !$0.isInfo }
            return (step, answers.map { ($0.title, entries[$0.name]?.value ?? "") })
        }
    }

    /// What the answers add up to; nil before the parameters are complete.
    package var draft: Draft? { Script.run(self).draft }
    /// What happened, or is drilled; nil until it was told.
    package var incident: Incident? { Script.run(self).incident }
    /// What is shown before the confirmation; nil before the preflight is passed.
    package var review: Review? { Script.run(self).review }

    private func page(of failure: ReadFailure, reading need: Need, at step: Step) -> Question {
        var choices = [Question.Choice("again", "try again")]
        if need.isDispensable { choices.append(Question.Choice("without", "go on without it")) }
        return Question(
            Self.failurePage, step, "Could not read \(need.words)",
            "\(failure.detail). \(confirmed.isEmpty ? failure.advice : failure.adviceOnceConfirmed)",
            .choice(choices), initial: "again")
    }

    static let failurePage = "unread"
}

// MARK: Going on, and back

extension Walkthrough {
    /// Takes the answer to the question that is asked now.
    ///
    /// - Throws: When there is none, or the answer is not one; nothing changes then.
    package mutating func answer(_ text: String) throws(AnswerError) {
        let script = Script.run(self)
        if case .failed(let need, _) = script.stop {
            switch text {
            case "again": facts[need] = nil
            case "without" where need.isDispensable: waived.insert(need)
            default: throw AnswerError(question: Self.failurePage, description: "it is none of the choices")
            }
            return
        }
        guard case .question = script.stop, let question = script.asked.last else {
            throw AnswerError(question: "", description: "nothing is asked now")
        }
        if question.step == .confirm {
            throw AnswerError(question: question.name, description: "this is confirmed by typing the name")
        }
        if let fault = fault(of: text, for: question) { throw AnswerError(question: question.name, description: fault) }
        if question.name == Script.ended, text == "again" { return tryAgain() }
        if question.name == "preflight", text == "again" {
            facts = facts.filter { need, _ in if case .preflight = need { false } else { true } }
            return
        }
        if entries[question.name]?.value != text { drop(dependentsOf: question.name) }
        entries[question.name] = Entry(value: question.isInfo ? "" : text, dependsOn: question.dependsOn)
        if question.name == Script.way { pinned = script.ways.first { $0.id == text }?.point }
        if question.name == Script.works { isWordOfPlan = nil }
        unentered?[question.name] = nil
        position = script.asked.count
    }

    /// Goes to the question before; what was entered stays.
    ///
    /// - Returns: Whether there was one: what is confirmed is not gone back on, what is asked after the calls is.
    @discardableResult
    package mutating func back() -> Bool {
        guard let place = placeBefore else { return false }
        position = place
        return true
    }

    /// Whether there is a question to go back to.
    package var canGoBack: Bool { placeBefore != nil }

    private var placeBefore: Int? {
        let asked = Script.run(self).asked
        let place = min(position, asked.count) - 1
        guard asked.indices.contains(place), confirmed.isEmpty || asked[place].step > .confirm else { return nil }
        return place
    }

    /// Keeps what was typed into the question that is asked now and was not entered. A name that confirms is never
    /// kept: it is typed anew.
    package mutating func note(typed text: String) {
        guard let question, question.step != .confirm, case .text = question.kind else { return }
        let isNew = text != question.initial ?? ""
        unentered = unentered ?? [:]
        unentered?[question.name] = isNew ? Entry(value: text, dependsOn: question.dependsOn) : nil
    }

    /// What was typed into the question that is asked now and was not entered.
    package var typed: String? { question.flatMap { unentered?[$0.name]?.value } }

    /// Why a question does not take an answer; nil when it does.
    func fault(of text: String, for question: Question) -> String? {
        takesPlaceholders && text == question.placeholder ? nil : question.fault(of: text)
    }

    /// Drops what depends on an answer, and what depends on that.
    private mutating func drop(dependentsOf name: String) {
        for (dependent, entry) in entries where entry.dependsOn.contains(name) && dependent != name {
            guard entries.removeValue(forKey: dependent) != nil else { continue }
            drop(dependentsOf: dependent)
        }
        unentered = unentered?.filter { !$0.value.dependsOn.contains(name) || $0.key == name }
    }

    /// Takes a fact, or why it could not be read. One that nobody asked for changes nothing.
    package mutating func receive(_ fact: Fact, for need: Need) {
        guard needs.contains(need), fact.answers(need) else { return }
        facts[need] = fact
    }
}

// MARK: Confirming

extension Walkthrough {
    /// What has to be typed; nil where nothing is to be confirmed.
    package var nameToType: String? {
        let script = Script.run(self)
        return script.step == .confirm || !confirmed.isEmpty ? script.draft?.nameToType : nil
    }

    /// The leave to make the calls of the review, for the name that is asked for. After a restart the same leave is
    /// given again for the same tokens.
    package mutating func confirm(typed: String, at moment: Date? = nil) -> WriteGrant? {
        let script = Script.run(self)
        guard !isRehearsal, let review = script.review, let name = nameToType else { return nil }
        let tokens = review.calls.map(\.token)
        guard let grant = WriteGrant(typed: typed, name: name, tokens: Set(tokens)) else { return nil }
        if confirmed.isEmpty {
            confirmed = tokens
            confirmedAt = moment ?? knownAt
            position = script.asked.count
            entries["confirm"] = Entry(value: "", dependsOn: [])
        }
        return grant
    }

    /// The calls that may be made; none before the confirmation.
    package var confirmedCalls: [PlannedCall] { confirmed.isEmpty ? [] : review?.calls ?? [] }
}

extension Question {
    /// Stands for what nobody knows yet: `AVAILABILITY-ZONE`; nil where there is a choice or a moment to make.
    var placeholder: String? {
        switch kind {
        case .text(.moment, _), .choice, .yesNo, .info: nil
        case .text: name.uppercased()
        }
    }

    package var isInfo: Bool { if case .info = kind { true } else { false } }

    /// Why an answer is not taken; nil when it is.
    package func fault(of text: String) -> String? {
        switch kind {
        case .choice(let choices):
            choices.contains { $0.value == text }
                ? nil : "it is none of \(choices.prefix(8).map(\.value).joined(separator: ", "))"
        case .text(let rule, _): rule.fault(of: text)
        case .yesNo: text == "yes" || text == "no" ? nil : "answer yes or no"
        case .info: nil
        }
    }
}

extension Fact {
    /// Whether it is of the kind that was asked for.
    func answers(_ need: Need) -> Bool {
        switch (need, self) {
        case (_, .failure), (.regions, .regions), (.resources, .resources), (.ways, .ways), (.points, .points),
            (.metadata, .metadata),
            (.listing, .listing), (.routes, .routes), (.preflight, .checks), (.token, .token), (.progress, .progress),
            (.verification, .verification):
            true
        default: false
        }
    }
}
