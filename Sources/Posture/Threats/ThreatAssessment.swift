import AWSModel

/// Every resource in one threat other than the loss of a region, one after the other.
struct ThreatAssessment {
    let threat: Threat
    private let listsUnaffected: Bool
    private var counts = Dictionary(uniqueKeysWithValues: Verdict.allCases.map { ($0, 0) })
    private var accepted: [Verdict: Int] = [:]
    private var byVerdict: [Verdict: [ResourceAssessment]] = [:]

    init(_ threat: Threat, listsUnaffected: Bool) {
        self.threat = threat
        self.listsUnaffected = listsUnaffected
    }

    /// - Parameter assessment: of a resource that comes after all that were taken before, by ARN.
    mutating func take(_ assessment: ResourceAssessment) {
        if assessment.accepted != nil { accepted[assessment.verdict, default: 0] += 1 }
        counts[assessment.verdict, default: 0] += 1
        if assessment.verdict != .unaffected || listsUnaffected {
            byVerdict[assessment.verdict, default: []].append(assessment)
        }
    }

    func whole(blindSpots: [BlindSpot]) -> ScenarioAssessment {
        let answer = ScenarioAssessment.answer(counts, accepted: accepted, isBlind: !blindSpots.isEmpty)
        let protected = byVerdict[.protected] ?? []
        return ScenarioAssessment(
            scenario: Scenario(threat: threat), answer: answer,
            onPaper: answer == .yes && !protected.isEmpty && protected.allSatisfy { $0.assurance == .configured },
            counts: counts, accepted: accepted.values.reduce(0, +),
            resources: Verdict.worstFirst.flatMap { byVerdict[$0] ?? [] }, blindSpots: blindSpots)
    }
}

/// What a threat leaves of one resource.
package struct ThreatVerdict: Hashable, Sendable {
    package let threat: Threat
    package let resource: ResourceAssessment
}

extension ResourceTrial {
    /// In each threat that is no region's outage.
    mutating func threats() -> [ThreatVerdict] {
        var verdicts: [ThreatVerdict] = []
        for threat in Threat.allCases where threat != .regionOutage {
            verdicts.append(ThreatVerdict(threat: threat, resource: assessment(in: threat)))
        }
        return verdicts
    }
}
