import AWSModel
package import Foundation

/// Judges an inventory: which resources survive which scenario, and what an operator should know besides.
package enum Analyzer {
    /// - Parameters:
    ///   - scenarios: Nil asks of the outage of every region that holds a resource.
    ///   - threats: Asked besides, of all resources at once; a region's outage is none of these.
    ///   - drills: Those that ended well: each proves its path for 90 days.
    ///   - minimumAssurance: Paths that are founded less well count as `at-risk`.
    ///   - prices: Nil leaves out what each path costs.
    ///   - listsUnaffected: Whether what a scenario does not touch is listed at its end, or only counted.
    package static func assess(
        _ inventory: Inventory, scenarios: [Scenario]? = nil, threats: [Threat] = [], objectives: Objectives = .none,
        drills: [DrillEvidence] = [], minimumAssurance: Assurance = .configured, prices: PriceList? = nil,
        listsUnaffected: Bool = true, now: Date
    ) -> Assessment {
        let judge = VerdictJudge(minimumAssurance: minimumAssurance)
        let judged = judged(
            AccountView(inventory, now: now, objectives: objectives, drills: drills, prices: prices), judge, threats,
            listsUnaffected)
        let outages = judged.outages
        let lost = scenarios?.compactMap(\.region) ?? outages.regions
        let gaps = GapCollector.gaps(of: inventory)
        let regionsAnswered = inventory.regions.allSatisfy { $0.status == .answered || $0.status == .notEnabled }
        return Assessment(
            generatedAt: now, account: inventory.caller.value?.account, partition: inventory.partition,
            complete: gaps.isEmpty && regionsAnswered, regions: inventory.regions,
            scenarios: lost.map { outages.assessment(ofLosing: $0, listsUnaffected: listsUnaffected) }
                + judged.threats, findings: judged.findings,
            gaps: gaps, blindSpots: scenarios == nil ? outages.blindSpots : [])
    }

    private struct Judged {
        let findings: [Finding]
        let outages: OutageAssessments
        let threats: [ScenarioAssessment]
    }

    /// The view ends here: its indexes weigh as much as all verdicts, and nothing after needs them.
    private static func judged(
        _ account: AccountView, _ judge: VerdictJudge, _ threats: [Threat], _ listsUnaffected: Bool
    ) -> Judged {
        let findings = FindingCatalogue.findings(in: account)
        var names = FindingNames(findings)
        var outages = OutageAssessments(account)
        var assessed = threats.filter { $0 != .regionOutage }.map {
            ThreatAssessment($0, listsUnaffected: listsUnaffected)
        }
        for resource in account.resources {
            let names = names.next(of: resource.arn)
            var trial = ResourceTrial(resource, in: account, judge: judge)
            outages.take(trial.outage(), findings: names)
            for index in assessed.indices {
                var assessment = trial.assessment(in: assessed[index].threat)
                assessment.findings = names
                assessed[index].take(assessment)
            }
        }
        return Judged(
            findings: findings, outages: outages, threats: assessed.map { $0.whole(blindSpots: account.blindSpots) })
    }
}
