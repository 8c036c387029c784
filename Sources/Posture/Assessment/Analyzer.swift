import AWSModel
package import Foundation

/// Judges an inventory: which resources survive which scenario, and what an operator should know besides.
package enum Analyzer {
    /// - Parameters:
    ///   - scenarios: Nil asks of the outage of every region that holds a resource.
    ///   - minimumAssurance: Paths that are founded less well count as `at-risk`.
    ///   - listsUnaffected: Whether what a scenario does not touch is listed at its end, or only counted.
    package static func assess(
        _ inventory: Inventory, scenarios: [Scenario]? = nil, objectives: Objectives = .none,
        minimumAssurance: Assurance = .configured, listsUnaffected: Bool = true, now: Date
    ) -> Assessment {
        let judge = VerdictJudge(minimumAssurance: minimumAssurance)
        let (findings, outages) = judged(AccountView(inventory, now: now, objectives: objectives), judge)
        let asked = scenarios ?? outages.regions.map { Scenario.regionOutage($0) }
        let gaps = GapCollector.gaps(of: inventory)
        let regionsAnswered = inventory.regions.allSatisfy { $0.status == .answered || $0.status == .notEnabled }
        return Assessment(
            generatedAt: now, account: inventory.caller.value?.account, partition: inventory.partition,
            complete: gaps.isEmpty && regionsAnswered, regions: inventory.regions,
            scenarios: asked.map { outages.assessment(of: $0, listsUnaffected: listsUnaffected) }, findings: findings,
            gaps: gaps, blindSpots: scenarios == nil ? outages.blindSpots : [])
    }

    /// The view ends here: its indexes weigh as much as all verdicts, and nothing after needs them.
    private static func judged(
        _ account: consuming AccountView, _ judge: VerdictJudge
    ) -> ([Finding], OutageAssessments) {
        let findings = FindingCatalogue.findings(in: account)
        return (findings, OutageAssessments(account, judge: judge, findings: findings))
    }
}
