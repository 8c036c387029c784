import AWSModel

/// From the preflight to the record.
extension Script {
    private var before: [String] { asked.filter { !$0.isInfo }.map(\.name) }

    mutating func passPreflight(_ draft: Draft) throws(Stop) {
        let fact = try fact(.preflight(draft), at: .preflight)
        var found: [PreflightCheck]?
        if case .checks(let told)? = fact { found = told }
        let preflight = Preflight(draft, found: found)
        checks = preflight.checks
        let lines = preflight.checks.map { check in
            "\(check.result.rawValue) \(check.name): \(check.detail)" + (check.advice.map { " \($0)" } ?? "")
                + (check.dependsOn.isEmpty ? "" : " [needs \(check.dependsOn.map(\.name).joined(separator: ", "))]")
        }
        let again = Question.Choice("again", "check again")
        let on =
            preflight.blocks
            ? Question.Choice("insist", "go on although it would fail", details: lines)
            : Question.Choice("go-on", preflight.warns ? "go on, with what is not known" : "go on", details: lines)
        _ = try ask(
            Question(
                "preflight", .preflight,
                preflight.blocks ? "A check failed" : (preflight.warns ? "Not all is known" : "All checks passed"),
                "Only reads were made.", .choice(preflight.blocks ? [again, on] : [on, again]),
                initial: preflight.blocks ? "again" : "go-on", dependsOn: before))
    }

    mutating func showReview(_ draft: Draft) throws(Stop) -> Review {
        guard case .token(let token)? = try fact(.token(draft), at: .review) else {
            throw .refused("no token could be made")
        }
        self.token = token
        let preflight = Preflight(draft, found: checks)
        var review = Review(draft, token: token, attempts: walk.attempts ?? [:], preflight: preflight)
        review.warnings += walk.unrenewed(draft.way).map { [$0] } ?? []
        review.changes = walk.earlier.map { Changes(from: $0, to: draft, checks).lines } ?? []
        self.review = review
        _ = try ask(
            Question(
                "review", .review, "What would be done", "Nothing is called before it is confirmed.",
                .info(review.lines), dependsOn: before))
        return review
    }

    mutating func confirm(_ draft: Draft) throws(Stop) {
        step = .confirm
        _ = try ask(
            Question(
                "confirm", .confirm, "Type \(draft.nameToType) to go on", "The calls of the review are made then.",
                .text(.oneOf([draft.nameToType, ""]), suggestions: []),
                note: draft.liveChange.map { "This is a drill, and \($0.sentence)." }, dependsOn: before))
    }

    mutating func watch(_ calls: [PlannedCall]) throws(Stop) {
        let need = Need.progress(calls.map(\.token))
        guard case .progress(let progress)? = try fact(need, at: .progress) else { throw .needs([need]) }
        guard progress.state != .running else { throw .needs([need]) }
        outcome = progress
        let lines = progress.messages + progress.created.map { "Made: \($0)" }
        if progress.state == .failed, let failure = progress.failure { return try askAgain(failure, lines) }
        let ended = progress.state == .completed
        _ = try ask(
            Question(
                Self.ended, .progress, ended ? "It is done" : "It did not end well",
                ended
                    ? "What was made is looked at next."
                    : "What was made so far is still there; the record is kept, and a new walkthrough can be started.",
                .info(lines)))
    }

    /// What is called what follows the calls.
    static let ended = "ended"
    static let works = "works"

    private mutating func askAgain(_ failure: FailedCall, _ lines: [String]) throws(Stop) {
        let again =
            failure.hasEnded
            ? "the failed call as another one, under a token of its own" : "the refused call, under its token"
        _ = try ask(
            Question(
                Self.ended, .progress, "It did not end well", "What was made so far is still there.",
                .choice([
                    Question.Choice("record", "leave it so, and write the record", details: lines),
                    Question.Choice(
                        "again", "try it again", details: ["\(again); what ended well is not done again"]),
                ]), initial: "record"))
    }

    mutating func verify(_ draft: Draft, _ review: Review) throws(Stop) {
        if outcome?.state != .failed {
            let made = outcome.map { $0.created.isEmpty ? [draft.way.target] : $0.created } ?? [draft.way.target]
            if case .verification(let found)? = try fact(.verification(made), at: .verify) { validation = found }
        }
        _ = try ask(
            Question(
                "remaining", .verify, "What remains to be done by hand", "",
                .info(
                    validation.map { "\($0.result.rawValue) \($0.name): \($0.detail)" }
                        + review.byHand)))
        _ = try ask(
            Question(
                Self.works, .verify, "Does it work?",
                "Whether the application reads what was recovered; no other proof counts.",
                .yesNo))
    }

    mutating func askRecord() throws(Stop) {
        _ = try ask(
            Question(
                "evidence", .record, "Evidence", "A ticket, a link, what was seen: it stands in the record.",
                .text(.optional(.any), suggestions: []), initial: ""))
    }
}
