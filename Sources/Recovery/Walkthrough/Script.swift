import AWSModel
import Foundation
import Posture

/// The questions in their order, as far as the answers reach: run anew each time, so that no state can go astray.
struct Script {
    enum Stop: Error, Hashable {
        case question
        case needs([Need])
        case failed(Need, ReadFailure)
        /// There is no way on from here.
        case refused(String)
        case finished
    }

    let walk: Walkthrough
    /// Those behind, and the one that is asked now.
    private(set) var asked: [Question] = []
    private(set) var stop = Stop.finished
    var step = Step.incident
    var incident: Incident?
    private(set) var ways: [RecoveryWay] = []
    var draft: Draft?
    var review: Review?
    var outcome: RecoveryProgress?
    var checks: [PreflightCheck] = []
    /// Under which the calls are sent.
    var token: String?
    var validation: [PreflightCheck] = []

    static func run(_ walk: Walkthrough) -> Script {
        var script = Script(walk: walk)
        do throws(Stop) { try script.play() } catch { script.stop = error }
        return script
    }

    private init(walk: Walkthrough) { self.walk = walk }

    private mutating func play() throws(Stop) {
        let incident = try askIncident()
        self.incident = incident
        let resource = try askResource(incident)
        let way = try settlePoint(of: try askWay(resource, incident), to: resource, incident)
        let draft = try askDestination(way, of: resource, incident)
        self.draft = draft
        try passPreflight(draft)
        let review = try showReview(draft)
        guard !walk.isRehearsal else { return try askRecord() }
        if !review.calls.isEmpty {
            try confirm(draft)
            try watch(review.calls)
        }
        try verify(draft, review)
        try askRecord()
    }

    // MARK: Asking

    /// - Returns: The answer, where the question is behind.
    mutating func ask(_ question: Question) throws(Stop) -> String {
        var question = question
        step = question.step
        if let entered = walk.entries[question.name]?.value {
            if walk.fault(of: entered, for: question) == nil { question.initial = entered }
        } else if let preset = walk.presets[question.name], question.fault(of: preset) == nil {
            question.initial = preset
        }
        asked.append(question)
        guard asked.count <= walk.position, let answer = walk.entries[question.name]?.value,
            walk.fault(of: answer, for: question) == nil
        else { throw .question }
        return answer
    }

    /// - Returns: Nil where it could not be read and is done without.
    mutating func fact(_ need: Need, at step: Step) throws(Stop) -> Fact? {
        self.step = step
        guard let fact = walk.facts[need] else { throw .needs([need]) }
        guard case .failure(let failure) = fact else { return fact }
        guard walk.waived.contains(need) else { throw .failed(need, failure) }
        return nil
    }

    /// Asks for several at once, so that they can be read at the same time.
    mutating func gather(_ needs: [Need], at step: Step) throws(Stop) {
        self.step = step
        let missing = needs.filter { walk.facts[$0] == nil }
        if !missing.isEmpty { throw .needs(missing) }
        for need in needs { _ = try fact(need, at: step) }
    }

    func suggestions(_ listing: Need.Listing, in region: Region) -> [Question.Choice] {
        guard case .listing(let choices)? = walk.facts[.listing(listing, region)] else { return [] }
        return choices
    }

    // MARK: What happened

    private mutating func askIncident() throws(Stop) -> Incident {
        let kinds = [
            Question.Choice(
                "region-lost", "A region is lost", details: ["it does not answer, or is not to be trusted"]),
            Question.Choice("deleted", "Something was deleted"),
            Question.Choice("corrupted", "Something was overwritten or corrupted"),
        ]
        let drill = Question.Choice("drill", "Nothing: this is a drill", details: ["one of these is rehearsed"])
        let happened = try ask(
            Question(
                "incident", .incident, "What happened?", "Decides which recovery points and replicas are any good.",
                .choice(kinds + [drill])))
        var kind = happened
        if happened == "drill" {
            kind = try ask(
                Question(
                    "drill-of", .incident, "What is drilled?", "The drill proves a way back for this case only.",
                    .choice(kinds), initial: "region-lost", dependsOn: ["incident"]))
        }
        var incident = Incident(Incident.Kind(rawValue: kind) ?? .deleted, isDrill: happened == "drill")
        guard incident.kind == .regionLost else {
            incident.lastGood = try askLastGood(incident)
            return incident
        }
        guard case .regions(let regions)? = try fact(.regions, at: .incident), !regions.isEmpty else {
            throw .refused("no region of the account is known to hold anything")
        }
        let lost = try ask(
            Question(
                "lost", .incident, "Which region?", "What lives there is to be brought back elsewhere.",
                .choice(regions.map { Question.Choice($0.name, $0.name) }), dependsOn: ["incident", "drill-of"]))
        incident.lost = Region(lost)
        return incident
    }

    /// In a drill all is good until now. What an earlier version confirmed without it goes on without it.
    private mutating func askLastGood(_ incident: Incident) throws(Stop) -> Date? {
        guard walk.confirmed.isEmpty || walk.entries[Self.lastGood] != nil else { return nil }
        let text = try ask(
            Question(
                Self.lastGood, .incident, "When was it last good?",
                "In UTC, 2026-11-21T12:00:00Z: only what is from before that moment brings it back.",
                .text(.moment(from: nil, to: walk.startedAt), suggestions: []),
                initial: incident.isDrill ? walk.startedAt.formatted(.iso8601) : nil,
                dependsOn: ["incident", "drill-of"]))
        return Rule.moment(text)
    }
    static let lastGood = "last-good"

    // MARK: What to restore

    private mutating func askResource(_ incident: Incident) throws(Stop) -> AffectedResource {
        guard case .resources(let resources)? = try fact(.resources(incident), at: .resource), !resources.isEmpty
        else { throw .refused("\(incident.words), and nothing that was read is hit by it") }
        let choices = resources.map { resource in
            Question.Choice(
                resource.arn, resource.name,
                details: [
                    "\(resource.verdict.rawValue): \(resource.reason)",
                    "\(resource.typeName) in \(resource.region?.name ?? "a region that is not known")",
                ])
        }
        let arn = try ask(
            Question(
                "resource", .resource, "What is to be restored?", "What \(incident.kind.hits) hits, worst first.",
                .choice(choices), dependsOn: ["incident", "drill-of", "lost", Self.lastGood]))
        guard let resource = resources.first(where: { $0.arn == arn }) else { throw .refused("there is no \(arn)") }
        return resource
    }

    // MARK: Which recovery path

    private mutating func askWay(_ resource: AffectedResource, _ incident: Incident) throws(Stop) -> RecoveryWay {
        guard case .ways(let ways)? = try fact(.ways(resource: resource.arn, incident), at: .way), !ways.isEmpty else {
            throw .refused("there is no way back to \(resource.name): \(resource.reason)")
        }
        self.ways = ways
        let choices = ways.map { way in
            let harm = incident.isDrill ? way.harmInDrill.map { ["! \($0)"] } ?? [] : []
            return Question.Choice(way.id, way.title, details: harm + way.pointDetails(now: walk.knownAt))
        }
        // Nobody drills away what protects him by taking the default.
        let usual = incident.isDrill ? ways.first(where: \.isHarmlessDrill) : ways.first
        let id = try ask(
            Question(
                Self.way, .way, "Which recovery path?",
                (incident.lastGood.map { "Only what is from before \($0.formatted(.iso8601)) is good. " } ?? "")
                    + "Best first; each says what is lost and how long it takes.",
                .choice(choices), initial: usual?.id, dependsOn: ["resource"]))
        guard let way = ways.first(where: { $0.id == id }) else { throw .refused("there is no way \(id)") }
        if way.means == .byHand { throw .refused("\(way.title): \(way.reasons.first ?? "this is done by hand")") }
        return way
    }
}

extension Script {
    static let way = "way"
}

extension Incident.Kind {
    fileprivate var hits: String {
        switch self {
        case .regionLost: "the loss"
        case .deleted: "a deletion"
        case .corrupted: "corruption"
        }
    }
}
