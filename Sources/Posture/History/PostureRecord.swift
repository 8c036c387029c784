package import AWSModel
package import Foundation

/// What was said of an account at a moment, as much of it as a later comparison needs.
package struct PostureRecord: Hashable, Sendable {
    package var takenAt: Date
    package var account: AccountID?
    package var partition: String
    package var answer: Answer
    package var complete: Bool
    /// The regions that answered: what lies elsewhere was not looked for.
    package var regionsRead: Set<Region>
    package var blindSpots: [BlindSpot]
    package var scenarios: [ScenarioRecord]

    package init(
        takenAt: Date, account: AccountID? = nil, partition: String = "aws", answer: Answer, complete: Bool = true,
        regionsRead: Set<Region>, blindSpots: [BlindSpot] = [], scenarios: [ScenarioRecord]
    ) {
        self.takenAt = takenAt
        self.account = account
        self.partition = partition
        self.answer = answer
        self.complete = complete
        self.regionsRead = regionsRead
        self.blindSpots = blindSpots
        self.scenarios = scenarios
    }

    /// - Parameter assessment: of every region and every threat, so that records can be compared.
    package init(_ assessment: Assessment) {
        self.init(
            takenAt: assessment.generatedAt, account: assessment.account, partition: assessment.partition,
            answer: assessment.answer, complete: assessment.complete,
            regionsRead: Set(assessment.regions.filter { $0.status == .answered }.map(\.name)),
            blindSpots: assessment.blindSpots, scenarios: assessment.scenarios.map(ScenarioRecord.init))
    }

    /// The record of an inventory as of the moment it was taken: every region, every threat.
    package init(of inventory: Inventory, objectives: Objectives = .none, drills: [DrillEvidence] = []) {
        self.init(
            Analyzer.assess(
                inventory, threats: Threat.allCases, objectives: objectives, drills: drills,
                listsUnaffected: false, now: inventory.takenAt))
    }
}

/// The answer to one scenario with the verdicts that it rests on.
package struct ScenarioRecord: Hashable, Sendable {
    package var scenario: Scenario
    package var answer: Answer
    package var onPaper: Bool
    package var accepted: Int
    package var counts: [Verdict: Int]
    package var blindSpots: [BlindSpot]
    /// Without those that the scenario does not touch.
    package var resources: [ResourceRecord]

    package init(
        scenario: Scenario, answer: Answer, onPaper: Bool = false, accepted: Int = 0, counts: [Verdict: Int] = [:],
        blindSpots: [BlindSpot] = [], resources: [ResourceRecord]
    ) {
        self.scenario = scenario
        self.answer = answer
        self.onPaper = onPaper
        self.accepted = accepted
        self.counts = counts
        self.blindSpots = blindSpots
        self.resources = resources
    }

    init(_ assessed: ScenarioAssessment) {
        self.init(
            scenario: assessed.scenario, answer: assessed.answer, onPaper: assessed.onPaper,
            accepted: assessed.accepted, counts: assessed.counts, blindSpots: assessed.blindSpots,
            resources: assessed.resources.filter { $0.verdict != .unaffected }.map(ResourceRecord.init))
    }
}

/// What was said of one resource in one scenario.
package struct ResourceRecord: Hashable, Sendable {
    package var arn: String
    package var type: String
    package var name: String
    package var region: Region?
    package var verdict: Verdict
    package var assurance: Assurance?
    /// Its risk was accepted, and made no answer worse.
    package var accepted: Bool
    package var reason: String

    package init(
        arn: String, type: String, name: String, region: Region?, verdict: Verdict, assurance: Assurance? = nil,
        accepted: Bool = false, reason: String
    ) {
        self.arn = arn
        self.type = type
        self.name = name
        self.region = region
        self.verdict = verdict
        self.assurance = assurance
        self.accepted = accepted
        self.reason = reason
    }

    init(_ assessed: ResourceAssessment) {
        self.init(
            arn: assessed.arn, type: assessed.type.name, name: assessed.name, region: assessed.region,
            verdict: assessed.verdict, assurance: assessed.assurance, accepted: assessed.accepted != nil,
            reason: assessed.reason)
    }
}
