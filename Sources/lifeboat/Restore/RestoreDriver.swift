import AWSModel
import Foundation
import Posture
import Recovery

/// Takes a walkthrough from where it stands to its end: by the answers of a person, or of a plan.
struct RestoreDriver {
    /// How a walkthrough was left.
    enum End: Hashable {
        case succeeded, failed, rehearsed
        /// It is kept, and goes on another time.
        case left
    }

    let session: RecoverySession
    let desk: RecoveryDesk
    /// Nil where a person answers.
    let plan: RecoveryPlan?
    /// What a script typed; nil where a person types.
    let typedName: String?
    private(set) var walkthrough: Walkthrough
    private var dialogue = LineDialogue()
    /// The leave to make the confirmed calls, once their name was typed here.
    private var grant: WriteGrant?

    init(
        _ walkthrough: Walkthrough, session: RecoverySession, desk: RecoveryDesk, plan: RecoveryPlan?,
        typedName: String?
    ) {
        self.walkthrough = walkthrough
        self.session = session
        self.desk = desk
        self.plan = plan
        self.typedName = typedName
    }

    mutating func run() async throws -> End {
        try await renew()
        while !walkthrough.isFinished {
            if walkthrough.isUnderWay, await !session.acts(on: walkthrough.confirmedCalls) {
                guard try await goOn() else { return .left }
            }
            guard try await gather() else { return .left }
            if let plan {
                do throws(PlanError) { try walkthrough.follow(plan) } catch {
                    throw failure(of: error)
                }
            }
            try await keep()
            if let refusal = walkthrough.refusal {
                try dialogue.say(["✗ \(refusal)"])
                guard plan == nil, walkthrough.back() else { return .failed }
                continue
            }
            guard let question = walkthrough.question else { continue }
            guard try await answer(question) else {
                try await keep()
                return .left
            }
            try await keep()
        }
        // Nobody has seen them where a plan answered.
        if plan != nil, walkthrough.isRehearsal { try dialogue.say(shown) }
        return try await record()
    }

    /// The checks and the review.
    private var shown: [String] {
        let checks = walkthrough.record(at: desk.now())?.preflight ?? []
        return checks.map { "\($0.result.rawValue) \($0.name): \($0.detail)" } + (walkthrough.review?.lines ?? [])
    }

    /// Nothing is said not to have been started once it was confirmed.
    private func failure(of error: PlanError) -> Failure {
        guard !walkthrough.confirmed.isEmpty else {
            let sentence = "nothing was started: \(error.description)"
            return error.isOfThePlan ? .usage(sentence) : .couldNotTell(sentence)
        }
        return .couldNotTell(
            "the calls were made, and what follows is open: \(error.description). "
                + "lifeboat restore --resume \(session.id) goes on from here; do not start it anew.")
    }

    /// - Returns: Whether to go on.
    private mutating func answer(_ question: Question) async throws -> Bool {
        if question.step == .confirm { return try await confirm() }
        guard plan == nil else { return true }
        if let named = walkthrough.named {
            try dialogue.say(["\(question.title) \(named)"])
            do throws(AnswerError) { try walkthrough.answer(named) } catch {
                throw Failure(code: .defect, sentence: "\(named) was refused: \(error.description)")
            }
            return true
        }
        switch try dialogue.ask(question, of: walkthrough) {
        case .leave: return false
        case .back:
            if !walkthrough.back() { try dialogue.say(["There is nothing to go back to."]) }
        case .text(let text):
            do throws(AnswerError) { try walkthrough.answer(text) } catch {
                try dialogue.say(["✗ \(error.description)"])
            }
        }
        return true
    }

    // MARK: Confirming

    private mutating func confirm() async throws -> Bool {
        if try await renew() { return true }
        // Who answers by hand has read it just before.
        if plan != nil { try dialogue.say(walkthrough.review?.lines ?? []) }
        let name = walkthrough.nameToType ?? ""
        let typed: String
        if let typedName {
            typed = typedName
        } else if plan != nil {
            throw Failure.usage("nothing was started: a plan starts nothing without --yes-i-typed \(name)")
        } else {
            switch try dialogue.askName(name) {
            case .leave: return false
            case .back:
                walkthrough.back()
                return true
            case .text(let text): typed = text
            }
            // The name may have been typed long after it was asked for.
            if try await renew() { return true }
        }
        guard let grant = walkthrough.confirm(typed: typed, at: desk.now()) else {
            guard typedName == nil else {
                throw Failure.usage("nothing was started: the name to type is \(name), and \(typed) is not it")
            }
            try dialogue.say(["✗ This is not \(name); nothing was started."])
            return true
        }
        self.grant = grant
        // Before anything is sent, so that a process that dies from now on is gone on with.
        try await keep()
        if session.isKept {
            try dialogue.say(["If this is cut off, go on with: lifeboat restore --resume \(session.id)"])
        }
        try await session.recover(walkthrough.confirmedCalls, under: grant)
        return true
    }

    /// After a restart: asks for the name again where something may still have to be sent.
    ///
    /// - Returns: Whether to go on.
    private mutating func goOn() async throws -> Bool {
        let calls = walkthrough.confirmedCalls
        guard await session.wantsGrant(for: calls) else {
            try await session.recover(calls, under: nil)
            return true
        }
        let unsent = await session.unsent(of: calls).map { "  ? \($0.words)" }
        try dialogue.say(
            [
                walkthrough.tries > 0
                    ? "What ended well is not done again; what failed is sent again once its name is typed:"
                    : "Of these confirmed calls it is not known that AWS took them:"
            ] + unsent)
        let name = walkthrough.nameToType ?? ""
        while true {
            let typed: String
            if let typedName {
                typed = typedName
            } else if plan != nil {
                throw Failure.usage("nothing was sent: a plan sends nothing without --yes-i-typed \(name)")
            } else if case .text(let text) = try dialogue.askName(name, emptyLine: "leaves, and sends nothing") {
                typed = text
            } else {
                return false
            }
            if let grant = walkthrough.confirm(typed: typed) {
                self.grant = grant
                try await session.recover(calls, under: grant)
                return true
            }
            guard typedName == nil else {
                throw Failure.usage("nothing was sent: the name to type is \(name), and \(typed) is not it")
            }
            try dialogue.say(["✗ This is not \(name); nothing was sent."])
        }
    }

    // MARK: Facts

    /// Reads again what is too old to be acted on.
    ///
    /// - Returns: Whether it was too old: what was read then is asked and shown again.
    @discardableResult
    private mutating func renew() async throws -> Bool {
        let now = desk.now()
        guard walkthrough.isStale(at: now) else { return false }
        let age = Duration(from: walkthrough.knownAt, to: now).words
        try dialogue.say(["What is known is \(age) old: it is read again before anything is sent."])
        walkthrough.readAgain(at: now)
        try await keep()
        return true
    }

    /// - Returns: Whether to go on: what became of the calls may not be known yet.
    private mutating func gather() async throws -> Bool {
        while !walkthrough.needs.isEmpty {
            let needs = walkthrough.needs
            if needs.contains(where: { if case .progress = $0 { true } else { false } }) {
                guard try await watch(needs[0]) else { return false }
                continue
            }
            try dialogue.say(needs.map { "  … reading \($0.words)" })
            let (desk, walk) = (desk, walkthrough)
            let facts = await withTaskGroup(of: (Need, Fact).self) { group in
                for need in needs { group.addTask { (need, await desk.fact(for: need, of: walk)) } }
                return await group.reduce(into: []) { $0.append($1) }
            }
            for (need, fact) in facts { walkthrough.receive(fact, for: need) }
        }
        return true
    }

    private mutating func watch(_ need: Need) async throws -> Bool {
        if let usual = walkthrough.draft?.way.usually { try dialogue.say(["  usually takes \(usual)"]) }
        var last: RecoveryProgress?
        repeat {
            let progress = await session.nextProgress(after: last)
            let seen = Set(last?.messages ?? [])
            try dialogue.say(progress.messages.filter { !seen.contains($0) }.map { "  \($0)" })
            last = progress
        } while last?.state == .running
        if let doubt = last?.doubt, let answer = try ask(doubt) {
            try await session.recover(walkthrough.confirmedCalls, under: grant, answers: [doubt.token: answer])
            return true
        }
        // What is not known has not ended: it is asked again when the walkthrough goes on.
        guard let last, last.state != .unknown else {
            if last?.unsent?.isEmpty == true {
                try dialogue.say(["AWS took the calls, and what they started goes on; watching it was given up."])
            }
            return false
        }
        walkthrough.receive(.progress(last), for: need)
        return true
    }

    /// - Returns: Nil where nobody knows now.
    private mutating func ask(_ doubt: Doubt) throws -> DoubtAnswer? {
        let question = doubt.question(of: walkthrough.confirmedCalls.first { $0.token == doubt.token })
        if let plan {
            try dialogue.say([
                "The plan says which it is by `\(question.name)`: one of \(question.choices.map(\.value))."
            ])
            return plan.answers[question.name].flatMap(doubt.answer)
        }
        while true {
            guard case .text(let text) = try dialogue.ask(question, of: walkthrough) else { return nil }
            if let answer = doubt.answer(text) { return answer }
            try dialogue.say(["✗ \(question.fault(of: text) ?? "it is no answer")"])
        }
    }

    // MARK: Keeping

    /// What a script or a person has to know where it ends here.
    private var standing: String {
        walkthrough.confirmed.isEmpty
            ? "nothing was started"
            : "what was started goes on, and nothing is lost: lifeboat restore --resume \(session.id) goes on from "
                + "here; do not start it anew"
    }

    private func keep() async throws {
        do { try await session.keep(walkthrough) } catch {
            throw Failure.couldNotTell("the walkthrough cannot be kept: \(error); \(standing)")
        }
    }

    private func record() async throws -> End {
        let record: DrillRecord?
        do { record = try await session.record(walkthrough) } catch {
            throw Failure.couldNotTell("the record cannot be written: \(error); \(standing)")
        }
        switch record?.outcome {
        case .rehearsed: return .rehearsed
        case .succeeded: return .succeeded
        case .failed, nil: return .failed
        }
    }
}
