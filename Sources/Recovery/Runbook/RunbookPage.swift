import AWSModel
import Foundation
import Posture

/// One resource's part of a runbook: each way back, walked through with its defaults.
struct RunbookPage {
    let resource: ResourceAssessment
    private let lost: Region
    private let facts: WayFacts
    private let account: AccountID?

    init(_ resource: ResourceAssessment, losing lost: Region, facts: WayFacts, account: AccountID?) {
        self.resource = resource
        self.lost = lost
        self.facts = facts
        self.account = account
    }

    /// Without its ending: a name that every file system takes.
    var file: String {
        let name = resource.name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
        return "\(resource.type.name.replacing(" ", with: "-").lowercased())-\(String(name.prefix(100)))"
    }

    var markdown: String {
        var lines = ["# \(Markdown.text(resource.name)) (\(Markdown.text(resource.type.name)))", ""]
        lines += ["`\(resource.arn.filter { $0 != "`" })`", ""]
        lines += ["\(resource.verdict.rawValue): \(Markdown.text(resource.reason))", ""]
        lines += ["Read at \(facts.inventory.takenAt.formatted(.iso8601)).", ""]
        let incident = Incident(.regionLost, lost: lost)
        let ways = facts.ways(to: resource, incident)
        if ways.isEmpty { lines += ["There is no way back that was read.", ""] }
        for (index, way) in ways.enumerated() {
            lines += ["## \(index + 1). \(Markdown.text(way.title))", ""]
            lines += way.pointDetails(now: facts.now).map { "- " + Markdown.text($0) } + [""]
            if way.means != .byHand {
                lines += steps(of: way, among: ways, incident)
            } else if let command = way.details["command"] {
                lines += Self.fillIns(command, in: way.region) + ["```sh", command, "```", ""]
            }
        }
        return lines.joined(separator: "\n")
    }

    /// What the words in capitals of a command by hand stand for.
    private static func fillIns(_ command: String, in region: Region) -> [String] {
        let words = [
            ("SNAPSHOT-ID", "what the command before it tells of the volume's device"),
            ("AVAILABILITY-ZONE", "of \(region), where the instance is that will use it"),
        ].filter { command.contains($0.0) }
        return words.isEmpty ? [] : ["Fill in:", ""] + words.map { "- \($0.0): \($0.1)" } + [""]
    }

    private func steps(of way: RecoveryWay, among ways: [RecoveryWay], _ incident: Incident) -> [String] {
        var walk = Walkthrough(
            account: account, operatorName: "", startedAt: facts.now, knownAt: facts.inventory.takenAt,
            takesPlaceholders: true)
        var placeholders: [String] = []
        var unread: [String] = []
        // As many rounds as there are questions and needs at the very most.
        for _ in 0..<200 {
            let needs = walk.needs
            for need in needs { walk.receive(fact(for: need, ways), for: need) }
            guard needs.isEmpty else { continue }
            guard let question = walk.question else { break }
            if question.name == Walkthrough.failurePage { unread.append(question.title) }
            guard let answer = answer(to: question, way, &placeholders) else { break }
            do throws(AnswerError) { try walk.answer(answer) } catch { break }
        }
        guard let review = walk.review else { return [Markdown.text(walk.refusal ?? "Its steps are not known."), ""] }
        return Self.lines(
            review, checks: walk.draft.map(Preflight.items) ?? [],
            unchecked: walk.draft.map(Preflight.unchecked) ?? [], placeholders, unread)
    }

    private func answer(to question: Question, _ way: RecoveryWay, _ placeholders: inout [String]) -> String? {
        switch question.name {
        case "incident": return Incident.Kind.regionLost.rawValue
        case "lost": return lost.name
        case "resource": return resource.arn
        case "way": return way.id
        case Walkthrough.failurePage: return "without"
        case "preflight": return "go-on"
        default: break
        }
        if let initial = question.initial ?? (question.isInfo ? "" : nil) { return initial }
        if let placeholder = question.placeholder {
            placeholders.append("\(placeholder): \(question.title). \(question.meaning)")
            return placeholder
        }
        guard let choice = question.choices.first else { return nil }
        placeholders.append("\(question.title): written as \(choice.value)")
        return choice.value
    }

    private static let token = "NEW-TOKEN"

    /// What nobody reads for a runbook is said to be unread.
    private func fact(for need: Need, _ ways: [RecoveryWay]) -> Fact {
        switch need {
        case .regions: .regions([lost])
        case .resources: .resources([AffectedResource(resource)])
        case .ways: .ways(ways)
        case .token: .token(Self.token)
        case .points: .points([])
        case .listing: .listing([])
        case .preflight: .checks([])
        case .metadata, .routes, .progress, .verification: .failure(ReadFailure(.other, "not read for a runbook"))
        }
    }

    private static func lines(
        _ review: Review, checks: [Preflight.Item], unchecked: [String], _ placeholders: [String], _ unread: [String]
    ) -> [String] {
        var lines: [String] = []
        var placeholders = placeholders
        if review.commands.contains(where: { $0.contains(Self.token) }) {
            placeholders.append(
                "\(Self.token): a random text (uuidgen). Sent again with the same one, the call starts nothing twice")
        }
        for word in ["JOB-ID", "VOLUME-ID"]
        where review.calls.contains(where: { $0.watchCommand?.contains(word) == true }) {
            placeholders.append("\(word): what the call answers")
        }
        if !placeholders.isEmpty {
            lines += ["Fill in:", ""] + placeholders.map { "- " + Markdown.text($0) } + [""]
        }
        if !unread.isEmpty {
            lines += unread.map { Markdown.text($0) + ": a runbook knows the defaults alone." } + [""]
        }
        if !checks.isEmpty {
            lines += ["Look first:", ""]
            lines += checks.map { item in
                let needs = item.dependsOn.map(\.name).joined(separator: ", ")
                return "- \(item.name) in \(item.region): \(Markdown.text(item.asks))"
                    + (needs.isEmpty ? "" : " It needs \(needs) to be up.")
            }
            lines += unchecked.map { "- " + Markdown.text($0) }
            lines.append("")
        }
        if review.calls.isEmpty { lines += ["No call is made: what is there takes over.", ""] }
        for (number, (call, command)) in zip(review.calls, review.commands).enumerated() {
            lines += [
                number == 0 ? "Then call \(call.action.title):" : "Once that has ended, call \(call.action.title):", "",
                "```sh", command, "```", "",
            ]
            if let watch = call.watchCommand { lines += ["See how far it is:", "", "```sh", watch, "```", ""] }
        }
        lines += review.creates.map { "- Makes: " + Markdown.text($0) }
        lines += review.costs.map { "- Costs: " + Markdown.text($0) }
        return lines + review.byHand.map { "- By hand: " + Markdown.text($0) } + [""]
    }
}
