package import AWSModel
package import Foundation

/// What became of an account's protection between two moments.
package struct PostureDifference: Hashable, Sendable {
    /// What can be said at the end of it.
    package enum Outcome: String, Hashable, Sendable { case nothingWorse = "nothing-worse", worse, unknown }

    package let from: Date
    package let to: Date
    package let account: AccountID?
    package let scenarios: [ScenarioDifference]
    /// Asked of one of the two records only.
    package let notCompared: [Scenario]

    /// Records of different accounts have nothing in common.
    package struct DifferentAccounts: Error, Hashable, Sendable {
        package let accounts: [AccountID]
    }

    /// - Parameter threats: those that are compared.
    package init(
        from before: PostureRecord, to after: PostureRecord, threats: Set<Threat> = Set(Threat.allCases)
    ) throws(DifferentAccounts) {
        if let one = before.account, let other = after.account, one != other {
            throw DifferentAccounts(accounts: [one, other])
        }
        (from, to, account) = (before.takenAt, after.takenAt, after.account ?? before.account)
        let (old, new) = (RecordView(before), RecordView(after))
        var scenarios: [ScenarioDifference] = []
        var notCompared: [Scenario] = []
        for scenario in RecordView.scenarios(old, new) where threats.contains(scenario.threat) {
            if old.asks(scenario), new.asks(scenario) {
                scenarios.append(ScenarioDifference(scenario, old, new))
            } else {
                notCompared.append(scenario)
            }
        }
        self.scenarios = scenarios
        self.notCompared = notCompared
    }

    package var outcome: Outcome {
        let changes = scenarios.flatMap(\.changes)
        if changes.contains(where: \.isWorse) { return .worse }
        return !notCompared.isEmpty || changes.contains(where: \.isUntold) ? .unknown : .nothingWorse
    }
}

/// One scenario at both moments.
package struct ScenarioDifference: Hashable, Sendable {
    package let scenario: Scenario
    /// Nil where no resource was there to ask about.
    package let answerBefore: Answer?
    package let answerAfter: Answer?
    /// The worst first, then by ARN.
    package let changes: [VerdictChange]

    init(_ scenario: Scenario, _ old: RecordView, _ new: RecordView) {
        self.scenario = scenario
        answerBefore = old.answer(to: scenario)
        answerAfter = new.answer(to: scenario)
        let arns = Set(old.arns(in: scenario)).union(new.arns(in: scenario))
        changes = arns.sorted().compactMap { arn in
            let resource = new.record(arn, in: scenario) ?? old.record(arn, in: scenario)
            return resource.flatMap { resource in
                VerdictChange(
                    resource, before: old.state(of: resource, in: scenario),
                    after: new.state(of: resource, in: scenario, since: old))
            }
        }.sorted { a, b in (a.course.order, a.resource.arn) < (b.course.order, b.resource.arn) }
    }
}
