import AWSModel

/// Every resource judged once, in the outage of its home region; scenarios are put together from it.
struct OutageAssessments: Sendable {
    /// Sorted by ARN.
    private var judged: [ResourceAssessment] = []
    let blindSpots: [BlindSpot]
    private let considered: Set<Region>
    /// The regions that hold a resource, sorted.
    let regions: [Region]
    private var words = SharedValues<String>()
    private var lists = SharedValues<[String]>()

    /// Before any resource was judged.
    init(_ account: AccountView) {
        judged.reserveCapacity(account.resources.count)
        blindSpots = account.blindSpots
        considered = Set(account.inventory.regions.map(\.name))
        regions = Set(account.resources.compactMap(\.region)).sorted()
    }

    /// - Parameter assessment: of a resource that comes after all that were taken before, by ARN.
    mutating func take(_ assessment: ResourceAssessment, findings: [String]) {
        var assessment = assessment
        assessment.findings = lists.shared(findings)
        assessment.reason = words.shared(assessment.reason)
        for index in assessment.paths.indices {
            assessment.paths[index].reasons = lists.shared(assessment.paths[index].reasons)
            assessment.paths[index].target = words.shared(assessment.paths[index].target)
        }
        judged.append(assessment)
    }

    func assessment(ofLosing lost: Region, listsUnaffected: Bool) -> ScenarioAssessment {
        var places: [Int] = []
        var unaffected: [ResourceAssessment] = []
        var words = SharedValues<String>()
        var counts = Dictionary(uniqueKeysWithValues: Verdict.allCases.map { ($0, 0) })
        var accepted: [Verdict: Int] = [:]
        for place in judged.indices {
            guard judged[place].region == nil || judged[place].region == lost else {
                counts[.unaffected, default: 0] += 1
                if listsUnaffected { unaffected.append(Self.unaffected(judged[place], &words)) }
                continue
            }
            places.append(place)
            counts[judged[place].verdict, default: 0] += 1
            if judged[place].accepted != nil { accepted[judged[place].verdict, default: 0] += 1 }
        }
        // Stable: within a verdict the order by ARN stays.
        let byVerdict = Dictionary(grouping: places) { judged[$0].verdict }
        let touched = Verdict.worstFirst.flatMap { byVerdict[$0] ?? [] }.map { judged[$0] }
        let blind = blindSpots(in: lost)
        let answer = ScenarioAssessment.answer(counts, accepted: accepted, isBlind: !blind.isEmpty)
        let protected = byVerdict[.protected] ?? []
        return ScenarioAssessment(
            scenario: .regionOutage(lost), answer: answer,
            onPaper: answer == .yes && !protected.isEmpty
                && protected.allSatisfy { judged[$0].assurance == .configured },
            counts: counts, accepted: accepted.values.reduce(0, +), resources: touched + unaffected, blindSpots: blind)
    }

    /// A region that was not among those read may hold anything.
    private func blindSpots(in lost: Region) -> [BlindSpot] {
        let spots = blindSpots.filter { $0.region == nil || $0.region == lost }
        return considered.contains(lost)
            ? spots : spots + [BlindSpot(region: lost, what: "everything", cause: "the region was not asked")]
    }

    private static func unaffected(
        _ resource: ResourceAssessment, _ words: inout SharedValues<String>
    ) -> ResourceAssessment {
        ResourceAssessment(
            arn: resource.arn, type: resource.type, name: resource.name, region: resource.region, verdict: .unaffected,
            paths: [], findings: resource.findings, reason: words.shared(resource.region.map { "lives in \($0)" } ?? "")
        )
    }
}

extension Verdict {
    /// The order of a report.
    package static let worstFirst: [Verdict] = [
        .unprotected, .atRisk, .unknown, .notEvaluated, .protected, .unaffected,
    ]
}
