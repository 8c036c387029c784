import AWSModel

extension AccountView {
    /// Every resource in one threat other than the loss of a region.
    func assessment(
        of scenario: Scenario, judge: VerdictJudge, findings: [Finding], listsUnaffected: Bool
    ) -> ScenarioAssessment {
        var names = FindingNames(findings)
        var counts = Dictionary(uniqueKeysWithValues: Verdict.allCases.map { ($0, 0) })
        var accepted: [Verdict: Int] = [:]
        var byVerdict: [Verdict: [ResourceAssessment]] = [:]
        for resource in resources {
            let found = names.next(of: resource.arn)
            var assessment = assessment(of: resource, in: scenario.threat, judge: judge)
            if assessment.accepted != nil { accepted[assessment.verdict, default: 0] += 1 }
            assessment.findings = found
            counts[assessment.verdict, default: 0] += 1
            if assessment.verdict != .unaffected || listsUnaffected {
                byVerdict[assessment.verdict, default: []].append(assessment)
            }
        }
        let answer = ScenarioAssessment.answer(
            counts.merging(accepted, uniquingKeysWith: -), isBlind: !blindSpots.isEmpty)
        let protected = byVerdict[.protected] ?? []
        return ScenarioAssessment(
            scenario: scenario, answer: answer,
            onPaper: answer == .yes && !protected.isEmpty && protected.allSatisfy { $0.assurance == .configured },
            counts: counts, accepted: accepted.values.reduce(0, +),
            resources: Verdict.worstFirst.flatMap { byVerdict[$0] ?? [] }, blindSpots: blindSpots)
    }

    /// One resource in one threat, without its findings.
    func assessment(of resource: AccountResource, in threat: Threat, judge: VerdictJudge) -> ResourceAssessment {
        let objective = objective(of: resource)
        var assessment: ResourceAssessment
        switch exposure(of: resource, to: threat) {
        case .none(let why) where resource.isJudged:
            return ResourceAssessment(
                arn: resource.arn, type: resource.type, name: resource.name, region: resource.region,
                verdict: .unaffected, paths: [], findings: [], reason: why)
        case .none: assessment = judge.judge(resource, SurvivingPaths(), objective: objective)
        case .paths(var paths):
            paths.paths = drillProofs.applied(to: paths.paths, of: resource)
            assessment = judge.judge(resource, paths, objective: objective)
        }
        objective.settleAcceptance(of: &assessment, now: now)
        price(&assessment, of: resource)
        return assessment
    }
}

/// What a threat leaves of one resource.
package struct ThreatVerdict: Hashable, Sendable {
    package let threat: Threat
    package let resource: ResourceAssessment
}
