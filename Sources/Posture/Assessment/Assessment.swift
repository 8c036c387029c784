package import AWSModel
package import Foundation

/// The answer to one scenario, with every resource it touches.
package struct ScenarioAssessment: Hashable, Sendable {
    package var scenario: Scenario
    package var answer: Answer
    /// A yes that rests on configuration alone.
    package var onPaper: Bool
    package var counts: [Verdict: Int]
    /// How many of the counted are accepted risks; they make no answer worse.
    package var accepted: Int
    /// Worst first, then by ARN; with `unaffected` ones at the end.
    package var resources: [ResourceAssessment]
    /// Listings that were not read, so that it may touch resources nobody knows of: no yes rests on them.
    package var blindSpots: [BlindSpot]

    package init(
        scenario: Scenario, answer: Answer, onPaper: Bool, counts: [Verdict: Int], accepted: Int = 0,
        resources: [ResourceAssessment], blindSpots: [BlindSpot] = []
    ) {
        self.scenario = scenario
        self.answer = answer
        self.onPaper = onPaper
        self.counts = counts
        self.accepted = accepted
        self.resources = resources
        self.blindSpots = blindSpots
    }
}

extension ScenarioAssessment {
    /// Whether the account held no resource at all, touched or not, of those that were looked for.
    package var foundNothing: Bool { Self.isEmpty(counts) }

    /// No if anything is known to be lost or in danger; a yes needs every verdict and every listing. Where nothing
    /// was found, or nothing that the scenario touches was judged, nothing is answered: "not evaluated" never implies
    /// "protected" (3.8). An accepted risk was judged, and makes no answer worse.
    static func answer(_ counts: [Verdict: Int], accepted: [Verdict: Int], isBlind: Bool) -> Answer {
        let open = counts.merging(accepted, uniquingKeysWith: -)
        if open[.unprotected, default: 0] + open[.atRisk, default: 0] > 0 { return .no }
        if open[.unknown, default: 0] > 0 || isBlind || isEmpty(counts) { return .unknown }
        let judged = open[.protected, default: 0] + accepted.values.reduce(0, +)
        return judged == 0 && open[.notEvaluated, default: 0] > 0 ? .unknown : .yes
    }

    private static func isEmpty(_ counts: [Verdict: Int]) -> Bool { counts.values.allSatisfy { $0 == 0 } }
}

/// Everything `check` says of an inventory.
package struct Assessment: Hashable, Sendable {
    package var generatedAt: Date
    package var account: AccountID?
    package var partition: String
    /// Whether every read that was tried was answered.
    package var complete: Bool
    package var regions: [RegionState]
    package var scenarios: [ScenarioAssessment]
    package var findings: [Finding]
    /// What could not be read.
    package var gaps: [Gap]
    /// Listings that were not read where every region was asked about: a region may hold resources nobody knows of.
    package var blindSpots: [BlindSpot]

    package init(
        generatedAt: Date, account: AccountID? = nil, partition: String, complete: Bool, regions: [RegionState],
        scenarios: [ScenarioAssessment], findings: [Finding], gaps: [Gap], blindSpots: [BlindSpot] = []
    ) {
        self.generatedAt = generatedAt
        self.account = account
        self.partition = partition
        self.complete = complete
        self.regions = regions
        self.scenarios = scenarios
        self.findings = findings
        self.gaps = gaps
        self.blindSpots = blindSpots
    }

    /// What an account is told in which no resource was found at all; nil for any other. It is no yes: there may be
    /// what nobody looked for.
    package var nothingFound: String? {
        guard scenarios.allSatisfy(\.foundNothing) else { return nil }
        return complete
            ? "Nothing to protect was found: no S3 bucket, database, cluster, table, volume or file system, and nothing "
                + "that AWS Backup knows of."
            : "Nothing to protect was found, but not everything could be read."
    }

    /// No if any scenario is no, else unknown if any is or a listing is missing, else yes; unknown where nothing was
    /// asked.
    package var answer: Answer {
        let answers = scenarios.map(\.answer)
        if answers.contains(.no) { return .no }
        return answers.isEmpty || answers.contains(.unknown) || !blindSpots.isEmpty ? .unknown : .yes
    }
}

/// A call that was not answered, and for how many resources.
package struct Gap: Hashable, Sendable {
    package var call: String
    package var region: Region
    /// "denied (AccessDenied)"
    package var cause: String
    /// The resources it was asked for, sorted; empty for a call about the account or region.
    package var resources: [String]

    package init(call: String, region: Region, cause: String, resources: [String]) {
        self.call = call
        self.region = region
        self.cause = cause
        self.resources = resources
    }
}
