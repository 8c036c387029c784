import AWSModel
import Posture

/// The words in which reports speak of verdicts, answers and spans of time.
enum Wording {
    /// Worst first.
    static let verdicts: [Verdict] = [.unprotected, .atRisk, .unknown, .protected, .notEvaluated, .unaffected]

    /// How many protected resources are still worth a line each when not all are asked for.
    static let few = 10

    static func text(_ verdict: Verdict) -> String { verdict.rawValue.replacing("-", with: " ") }

    static func answer(_ scenario: ScenarioAssessment) -> String {
        switch scenario.answer {
        case .yes: (scenario.onPaper ? "YES, on paper" : "YES") + risks(scenario.accepted)
        case .no: "NO"
        case .unknown: "UNKNOWN"
        }
    }

    /// ", with 2 accepted risks"; empty for none.
    private static func risks(_ accepted: Int) -> String {
        accepted == 0 ? "" : ", with \(accepted.counted("accepted risk"))"
    }

    /// The answer to all questions at once.
    static func answer(_ assessment: Assessment) -> String {
        let word = assessment.answer.rawValue.uppercased()
        return assessment.answer == .yes ? word + risks(assessment.scenarios.map(\.accepted).reduce(0, +)) : word
    }

    /// "accepted until its review on 2027-04-01: rebuilt from the source"
    static func text(_ acceptance: Acceptance) -> String {
        "accepted until its review on \(acceptance.review.iso): \(acceptance.reason)"
    }

    /// What the answer is about: it says nothing of what was not looked for.
    static let scope =
        "Judged: S3, RDS, Aurora, DynamoDB, EBS and EFS. What else AWS Backup knows of is listed; other services were "
        + "not looked for."

    /// "what AWS Backup protects in us-east-1, not read: denied (AccessDenied)"
    static func text(_ spot: BlindSpot) -> String {
        let place = spot.region.map { " in \($0)" } ?? ""
        return "\(spot.what)\(place), \(spot.cause == "not read" ? spot.cause : "not read: \(spot.cause)")"
    }

    /// "us-east-1", "us-east-1, us-west-2"; many are counted first: "17 regions (…)".
    static func regions(_ regions: [Region]) -> String {
        let names = regions.map(\.name).joined(separator: ", ")
        return regions.count > 3 ? "\(regions.count) regions (\(names))" : names
    }

    /// "2 unprotected", "1 unknown", "1 of these accepted", "3 unaffected", "others not known".
    static func counts(_ scenario: ScenarioAssessment) -> [String] {
        func counted(_ verdicts: some Sequence<Verdict>) -> [String] {
            verdicts.compactMap { verdict in
                scenario.counts[verdict].flatMap { $0 > 0 ? "\($0) \(text(verdict))" : nil }
            }
        }
        let accepted = scenario.accepted > 0 ? ["\(scenario.accepted) of these accepted"] : []
        let known = counted(verdicts.prefix(3)) + accepted + counted(verdicts.dropFirst(3))
        guard scenario.blindSpots.isEmpty else { return known + [known.isEmpty ? "not known" : "others not known"] }
        return known.isEmpty ? ["nothing found"] : known
    }

    /// Where a scenario lists no resource and no blind spot.
    static func nothingTouched(_ scenario: ScenarioAssessment) -> String {
        scenario.foundNothing ? "Nothing was found." : "Nothing to protect."
    }

    /// "<= 15 min typical": what is configured or typical is a bound, what was measured is what it is.
    static func text(_ estimate: Estimate) -> String {
        let bound = estimate.basis == .measured ? "" : "<= "
        return "\(bound)\(estimate.duration.span) \(estimate.basis.rawValue)"
    }

    /// The best way back, how much is lost on it and how long it takes.
    static func recovery(_ resource: ResourceAssessment) -> String? {
        let path = resource.paths.first
        var parts: [String] = []
        if let point = resource.recoveryPoint { parts.append("recovery point \(text(point))") }
        if let time = resource.recoveryTime { parts.append("recovery time \(text(time))") }
        if let assurance = resource.assurance { parts.append(assurance.rawValue) }
        guard path != nil || !parts.isEmpty else { return nil }
        let way = path.map { "\($0.mechanism.rawValue) to \($0.region)" }
        return [way, parts.isEmpty ? nil : parts.joined(separator: ", ")].compactMap(\.self).joined(separator: ": ")
    }

    /// Regions that should have answered; one that the account has not enabled is no gap.
    static func silentRegions(_ assessment: Assessment) -> [RegionState] {
        assessment.regions.filter { $0.status != .answered && $0.status != .notEnabled }
    }
}
