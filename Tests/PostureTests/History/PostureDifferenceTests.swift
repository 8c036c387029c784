import AWSModel
import Foundation
import Posture
import Testing

@Suite struct PostureDifferenceTests {
    private static let earlier = Date(timeIntervalSince1970: 1_795_000_000)
    private static let outage = Scenario.regionOutage("us-east-1")
    private static let deletion = Scenario(threat: .accidentalDeletion)

    private static func bucket(
        _ verdict: Verdict, name: String = "media", region: Region? = "us-east-1", accepted: Bool = false
    ) -> ResourceRecord {
        ResourceRecord(
            arn: "arn:aws:s3:::\(name)", type: "s3-bucket", name: name, region: region, verdict: verdict,
            accepted: accepted, reason: "it is \(verdict.rawValue)")
    }

    private static func record(
        _ resources: [ResourceRecord], in scenario: Scenario = outage,
        regions: Set<Region> = ["us-east-1", "us-west-2"],
        blindSpots: [BlindSpot] = [], account: AccountID? = "123456789012", and more: [ScenarioRecord] = []
    ) -> PostureRecord {
        PostureRecord(
            takenAt: earlier, account: account, answer: .yes, regionsRead: regions, blindSpots: blindSpots,
            scenarios: (resources.isEmpty
                ? [] : [ScenarioRecord(scenario: scenario, answer: .yes, resources: resources)])
                + more)
    }

    private func changes(_ before: PostureRecord, _ after: PostureRecord) throws -> [VerdictChange] {
        try PostureDifference(from: before, to: after).scenarios.flatMap(\.changes)
    }

    /// What each pair of verdicts is; nil for no change that counts.
    private static func course(_ before: Verdict, _ after: Verdict) -> VerdictChange.Course? {
        let unjudged: Set<Verdict> = [.unknown, .notEvaluated]
        if unjudged.contains(after) { return unjudged.contains(before) ? nil : .untold }
        let order: [Verdict] = [.protected, .unknown, .atRisk, .unprotected]
        func rank(_ verdict: Verdict) -> Int {
            order.firstIndex(of: verdict == .notEvaluated ? .unknown : verdict == .unaffected ? .protected : verdict)
                ?? 0
        }
        return rank(after) > rank(before) ? .worse : rank(after) < rank(before) ? .better : nil
    }

    @Test(arguments: Verdict.allCases, Verdict.allCases)
    func everyPairOfVerdictsHasItsCourse(before: Verdict, after: Verdict) throws {
        let found = try changes(Self.record([Self.bucket(before)]), Self.record([Self.bucket(after)]))
        #expect(found.map(\.course) == [Self.course(before, after)].compactMap(\.self))
    }

    @Test func aChangeHasBothVerdictsAndReasons() throws {
        let change = try #require(
            try changes(Self.record([Self.bucket(.protected)]), Self.record([Self.bucket(.unprotected)])).first)
        #expect(change.before == .protected)
        #expect(change.after == .unprotected)
        #expect(change.reasonBefore == "it is protected")
        #expect(change.reasonAfter == "it is unprotected")
    }

    @Test(arguments: [
        (Verdict.protected, PostureDifference.Outcome.nothingWorse), (.unprotected, .worse), (.atRisk, .worse),
        (.unknown, .unknown), (.notEvaluated, .nothingWorse),
    ])
    func whatAppearedCountsByItsVerdict(verdict: Verdict, outcome: PostureDifference.Outcome) throws {
        let before = Self.record([Self.bucket(.protected)])
        let after = Self.record([Self.bucket(.protected), Self.bucket(verdict, name: "new")])
        let difference = try PostureDifference(from: before, to: after)
        #expect(difference.scenarios.flatMap(\.changes).map(\.course) == [.appeared])
        #expect(difference.outcome == outcome)
    }

    @Test func theFirstResourceOfARegionAppearsThere() throws {
        let after = Self.record([Self.bucket(.unprotected, region: "us-west-2")], in: .regionOutage("us-west-2"))
        let difference = try PostureDifference(from: Self.record([]), to: after)
        #expect(difference.outcome == .worse)
        #expect(difference.notCompared.isEmpty)
        #expect(difference.scenarios.map(\.answerBefore) == [nil])
    }

    @Test func whatIsGoneIsNotWorse() throws {
        let difference = try PostureDifference(
            from: Self.record([Self.bucket(.protected)]), to: Self.record([]))
        #expect(difference.scenarios.flatMap(\.changes).map(\.course) == [.gone])
        #expect(difference.outcome == .nothingWorse)
    }

    @Test func whatWasNotLookedForIsNotGone() throws {
        let difference = try PostureDifference(
            from: Self.record([Self.bucket(.protected)]), to: Self.record([], regions: ["us-west-2"]))
        let change = try #require(difference.scenarios.flatMap(\.changes).first)
        #expect(change.course == .untold)
        #expect(change.after == .unknown)
        #expect(change.reasonAfter == "us-east-1 was not read")
        #expect(difference.outcome == .unknown)
    }

    @Test(arguments: [
        (Region?.none, VerdictChange.Course.untold), ("us-east-1", .untold), ("us-west-2", .gone),
    ])
    func aListingThatWasNotReadHidesWhatItWouldShow(region: Region?, course: VerdictChange.Course) throws {
        let spot = BlindSpot(region: region, what: "the buckets of the account", cause: "denied (AccessDenied)")
        let found = try changes(Self.record([Self.bucket(.protected)]), Self.record([], blindSpots: [spot]))
        #expect(found.map(\.course) == [course])
    }

    @Test func whatWasNotReadBeforeDidNotAppear() throws {
        let found = try changes(
            Self.record([], regions: ["us-west-2"]), Self.record([Self.bucket(.protected)]))
        #expect(found.map(\.course) == [.better])
        #expect(found.map(\.before) == [.unknown])
    }

    @Test func whatAThreatTouchesNoMoreIsNotGone() throws {
        let both = ScenarioRecord(scenario: Self.deletion, answer: .no, resources: [Self.bucket(.unprotected)])
        let found = try changes(
            Self.record([Self.bucket(.protected)], and: [both]),
            Self.record(
                [Self.bucket(.protected)],
                and: [ScenarioRecord(scenario: Self.deletion, answer: .yes, resources: [])]))
        #expect(found.map(\.course) == [.better])
        #expect(found.map(\.after) == [.unaffected])
    }

    @Test(arguments: [
        (Set<Region>(["us-east-1", "us-west-2"]), VerdictChange.Course.worse), (Set<Region>(["us-west-2"]), .untold),
    ])
    func aReplicaWhoseSourceWasNotReadIsNotWorse(regions: Set<Region>, course: VerdictChange.Course) throws {
        let replica = Self.bucket(.protected, name: "replica", region: "us-west-2")
        let bad = Self.bucket(.unprotected, name: "replica", region: "us-west-2")
        let west = Scenario.regionOutage("us-west-2")
        let found = try changes(
            Self.record(
                [replica], in: west, and: [ScenarioRecord(scenario: Self.deletion, answer: .yes, resources: [])]),
            Self.record(
                [replica], in: west, regions: regions,
                and: [ScenarioRecord(scenario: Self.deletion, answer: .no, resources: [bad])]))
        #expect(found.map(\.course) == [course])
    }

    @Test func aRiskThatIsAcceptedIsNoChangeForTheWorse() throws {
        let before = Self.record([Self.bucket(.protected)])
        #expect(try changes(before, Self.record([Self.bucket(.unprotected, accepted: true)])).isEmpty)
    }

    @Test func aRiskThatIsAcceptedNoMoreIsWorse() throws {
        let found = try changes(
            Self.record([Self.bucket(.unprotected, accepted: true)]), Self.record([Self.bucket(.unprotected)]))
        #expect(found.map(\.course) == [.worse])
    }

    @Test func worseIsWorseEvenWhereSomethingElseCannotBeTold() throws {
        let before = Self.record([Self.bucket(.protected), Self.bucket(.protected, name: "logs")])
        let after = Self.record([Self.bucket(.unprotected), Self.bucket(.unknown, name: "logs")])
        let difference = try PostureDifference(from: before, to: after)
        #expect(difference.outcome == .worse)
        #expect(difference.scenarios.flatMap(\.changes).map(\.course) == [.worse, .untold])
    }

    @Test func aThreatThatWasAskedOnceIsNotCompared() throws {
        let after = Self.record(
            [Self.bucket(.protected)], and: [ScenarioRecord(scenario: Self.deletion, answer: .yes, resources: [])])
        let difference = try PostureDifference(from: Self.record([Self.bucket(.protected)]), to: after)
        #expect(difference.notCompared == [Self.deletion])
        #expect(difference.outcome == .unknown)
    }

    @Test func onlyTheThreatsThatAreAskedForAreCompared() throws {
        let difference = try PostureDifference(
            from: Self.record([Self.bucket(.protected)]), to: Self.record([Self.bucket(.unprotected)]),
            threats: [.corruption])
        #expect(difference.scenarios.isEmpty)
    }

    @Test func differentAccountsAreNotCompared() {
        let error = #expect(throws: PostureDifference.DifferentAccounts.self) {
            try PostureDifference(from: Self.record([]), to: Self.record([], account: "210987654321"))
        }
        #expect(error?.accounts == ["123456789012", "210987654321"])
    }

    @Test(arguments: Verdict.allCases)
    func nothingChangesBetweenARecordAndItself(verdict: Verdict) throws {
        let record = Self.record([Self.bucket(verdict), Self.bucket(verdict, name: "homeless", region: nil)])
        let difference = try PostureDifference(from: record, to: record)
        #expect(difference.scenarios.allSatisfy { $0.changes.isEmpty })
        #expect(difference.outcome == .nothingWorse)
    }
}
