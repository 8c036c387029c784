import AWSModel
import Foundation
import Testing

@testable import Posture

@Suite("Accepted risks")
struct AcceptanceTests {
    static let review = CivilDate(year: 2026, month: 11, day: 21)
    static let acceptance = Acceptance(reason: "rebuilt from the source", review: review)

    static func account(_ tags: Reading<[AWSModel.Tag]> = read([])) -> TestAccount {
        var account = TestAccount()
        account.addBucket("logs") { $0.tags = tags }
        return account
    }
    static func assess(
        _ account: TestAccount, _ match: ResourceMatch = ResourceMatch(name: "logs"), at moment: Date = TestAccount.now
    ) -> ScenarioAssessment? {
        Analyzer.assess(
            account.inventory, scenarios: [.regionOutage(TestAccount.home)],
            objectives: Objectives([ObjectiveRule(match: match, accept: acceptance)]), now: moment
        ).scenarios.first
    }

    @Test("an accepted resource keeps its verdict and its count, and makes no answer a no")
    func accepted() {
        let scenario = Self.assess(Self.account())
        #expect(scenario?.answer == .yes)
        #expect(scenario?.accepted == 1)
        #expect(scenario?.counts[.unprotected] == 1)
        #expect(scenario?.resources.first?.verdict == .unprotected)
        #expect(scenario?.resources.first?.accepted == Self.acceptance)
        #expect(scenario?.onPaper == false)
    }

    @Test("where all that was judged is accepted it is a yes, though something was not judged")
    func besideNotJudged() {
        var account = Self.account()
        account.hadBackup("arn:aws:ec2:us-east-1:111122223333:instance/i-1")
        let scenario = Self.assess(account)
        #expect(scenario?.counts[.notEvaluated] == 1)
        #expect(scenario?.accepted == 1)
        #expect(scenario?.answer == .yes)
        #expect(scenario?.onPaper == false)
        let open = Self.assess(account, ResourceMatch(name: "i-1"))
        #expect(open?.answer == .no)
    }

    @Test("one that is not accepted still makes it a no")
    func others() {
        var account = Self.account()
        account.addBucket("media")
        let scenario = Self.assess(account)
        #expect(scenario?.answer == .no)
        #expect(scenario?.accepted == 1)
    }

    @Test("what is protected, elsewhere or not judged is no risk to accept")
    func noRisk() {
        var account = TestAccount()
        BackedUpBucket.copied()(&account)
        account.addBucket("away", in: TestAccount.away)
        let scenario = Self.assess(account, ResourceMatch(name: "*"))
        #expect(scenario?.accepted == 0)
        #expect(scenario?.resources.allSatisfy { $0.accepted == nil } == true)
    }

    @Test("what is unknown can be accepted, also where its region was not read; a listing that is missing cannot")
    func unknown() {
        var account = Self.account()
        account.inventory.buckets[0].region = denied()
        #expect(Self.assess(account)?.answer == .yes)
        #expect(Self.assess(account)?.accepted == 1)
        account.editBackup(TestAccount.home) { $0.protectedResources = denied() }
        #expect(Self.assess(account)?.answer == .unknown)
    }

    @Test(
        "it holds until the review's day ends, UTC",
        arguments: [
            ("2026-11-20T12:00:00Z", true), ("2026-11-21T00:00:00Z", true), ("2026-11-21T23:59:59Z", true),
            ("2026-11-22T00:00:00Z", false), ("2027-11-21T00:00:00Z", false),
        ])
    func boundary(moment: String, holds: Bool) throws {
        let moment = try Date(moment, strategy: .iso8601)
        let scenario = Self.assess(Self.account(), at: moment)
        #expect(Self.acceptance.holds(at: moment) == holds)
        #expect(scenario?.answer == (holds ? .yes : .no))
        #expect((scenario?.resources.first?.accepted == nil) == !holds)
        #expect(
            scenario?.resources.first?.reason.hasSuffix("; its risk was accepted until 2026-11-21, which is past")
                == !holds)
    }

    @Test("an acceptance by tag holds where the tag was read, and never where it was not")
    func byTag() {
        let tag = Tag(key: "tier", value: "scratch")
        let match = ResourceMatch(tags: [tag])
        #expect(Self.assess(Self.account(read([tag])), match)?.answer == .yes)
        #expect(Self.assess(Self.account(read([])), match)?.answer == .no)
        #expect(Self.assess(Self.account(read([])), match)?.resources.first?.reason.contains("accepted") == false)
        let unread = Self.assess(Self.account(denied()), match)
        #expect(unread?.answer == .no)
        #expect(
            unread?.resources.first?.reason.hasSuffix(
                "; whether its risk is accepted is not known: its tags were not read") == true)
    }

    @Test("it holds for every threat", arguments: Threat.allCases.filter { $0 != .regionOutage })
    func threats(threat: Threat) throws {
        var account = Self.account()
        account.inventory.buckets[0].versioning = read(BucketVersioning(status: nil))
        func scenario(_ objectives: Objectives) throws -> ScenarioAssessment {
            let assessment = Analyzer.assess(
                account.inventory, scenarios: [], threats: [threat], objectives: objectives, now: TestAccount.now)
            return try #require(assessment.scenarios.first)
        }
        let rule = ObjectiveRule(match: ResourceMatch(name: "*"), accept: Self.acceptance)
        let before = try scenario(.none)
        let after = try scenario(Objectives([rule]))
        #expect(after.counts == before.counts)
        let open = [Verdict.unprotected, .atRisk, .unknown].map { before.counts[$0] ?? 0 }.reduce(0, +)
        #expect(after.accepted == open)
        #expect(after.answer == .yes)
    }
}
