import AWSModel
import Foundation
import Posture
import SimulatedAWS
import Testing

@Suite("The demo account")
struct DemoAccountTests {
    @Test("has about sixty resources in four regions")
    func size() async throws {
        let demo = try await DemoSurvey.clean
        #expect(
            demo.assessment.scenarios.map(\.scenario.region) == [
                "ap-southeast-2", "eu-central-1", "us-east-1", "us-west-2",
            ])
        #expect((60...72).contains(demo.judged.count), "\(demo.judged.count)")
    }

    @Test("shows every verdict", arguments: Verdict.allCases)
    func verdict(_ verdict: Verdict) async throws {
        let demo = try await DemoSurvey.clean
        #expect(demo.assessment.scenarios.contains { $0.counts[verdict, default: 0] > 0 })
    }

    @Test("shows every assurance among what is protected", arguments: Assurance.allCases)
    func assurance(_ assurance: Assurance) async throws {
        let demo = try await DemoSurvey.clean
        #expect(demo.judged.values.contains { $0.verdict == .protected && $0.assurance == assurance })
    }

    @Test("shows every finding that needs no objectives")
    func findings() async throws {
        let demo = try await DemoSurvey.sampled
        let all = Set(FindingCatalogue.all.map { type(of: $0).id })
        #expect(Set(demo.assessment.findings.map(\.id)) == all.subtracting(["objective-missed"]))
    }

    @Test("leaves nothing unread but what payroll and the studio keep to themselves")
    func gaps() async throws {
        let demo = try await DemoSurvey.clean
        let unread = Set(demo.assessment.gaps.flatMap(\.resources))
        #expect(unread == ["arn:aws:s3:::payroll-exports", "arn:aws:s3:::studio-inbox"])
        #expect(demo.assessment.gaps.allSatisfy { !$0.resources.isEmpty && $0.cause.hasPrefix("denied") })
        #expect(demo.assessment.regions.allSatisfy { $0.status == .answered || $0.status == .notEnabled })
    }

    @Test("is the same account at the same moment, to the byte of its report")
    func deterministic() async throws {
        let first = try await DemoSurvey(DemoAccount.make(now: DemoSurvey.moment))
        let second = try await DemoSurvey(DemoAccount.make(now: DemoSurvey.moment))
        #expect(first.json == second.json)
    }

    @Test("tells each resource's story", arguments: DemoStory.lines)
    func story(_ line: DemoStory) async throws {
        let demo = try await DemoSurvey.clean
        let resource = try #require(demo.judged[line.arn])
        #expect(resource.verdict == line.verdict, "\(resource.reason)")
        #expect(resource.reason.contains(line.reason), "\(resource.reason)")
    }

    /// The first of a month, its last night, a change of the clocks, a leap day, midnight, a fraction of a second.
    @Test(
        "tells the same story at any moment",
        arguments: [
            1_796_096_100, 1_798_761_599, 1_793_511_000, 1_835_395_200.25, 1_805_090_400, 1_800_057_600,
        ])
    func anyMoment(_ seconds: Double) async throws {
        let demo = try await DemoSurvey(DemoAccount.make(now: Date(timeIntervalSince1970: seconds)), samples: true)
        let judged = demo.judged
        for line in DemoStory.lines { #expect(judged[line.arn]?.verdict == line.verdict, "\(line)") }
        let all = Set(FindingCatalogue.all.map { type(of: $0).id })
        #expect(Set(demo.assessment.findings.map(\.id)) == all.subtracting(["objective-missed"]))
    }
}
