import AWSModel
import Testing

@testable import Posture

@Suite("Which rule sets what for a resource")
struct ObjectivePrecedenceTests {
    static let critical = [Tag(key: "tier", value: "critical")]

    static func bucket(_ name: String) -> AccountResource {
        AccountResource(
            arn: TestAccount.bucketARN(name), type: .s3Bucket, backupType: "S3", name: name, region: TestAccount.home,
            evaluation: .full)
    }

    @Test(
        "every condition of a match must hold",
        arguments: [
            (ResourceMatch(type: .s3Bucket), Certainty.yes),
            (ResourceMatch(type: .ebsVolume), .no),
            (ResourceMatch(name: "*-logs"), .yes),
            (ResourceMatch(name: "web-*"), .yes),
            (ResourceMatch(name: "web"), .no),
            (ResourceMatch(name: "WEB-*"), .no),
            (ResourceMatch(tags: critical), .yes),
            (ResourceMatch(tags: [Tag(key: "tier", value: "Critical")]), .no),
            (ResourceMatch(tags: [Tag(key: "Tier", value: "critical")]), .no),
            (ResourceMatch(tags: critical + [Tag(key: "team", value: "web")]), .yes),
            (ResourceMatch(tags: critical + [Tag(key: "team", value: "shop")]), .no),
            (ResourceMatch(tags: critical, name: "*-logs", type: .s3Bucket), .yes),
            (ResourceMatch(tags: critical, name: "*-logs", type: .ebsVolume), .no),
            (ResourceMatch(tags: critical, name: "*-media", type: .s3Bucket), .no),
        ])
    func conditions(match: ResourceMatch, holds: Certainty) {
        let tags = Self.critical + [Tag(key: "team", value: "web")]
        #expect(match.covers(Self.bucket("web-logs"), tags: tags) == holds)
    }

    @Test("tags that were not read leave a match open, unless another condition settles it")
    func unreadTags() {
        let match = ResourceMatch(tags: Self.critical, name: "web-*")
        #expect(match.covers(Self.bucket("web-logs"), tags: nil) == .unknown("its tags were not read"))
        #expect(match.covers(Self.bucket("shop"), tags: nil) == .no)
    }

    @Test("a cluster of which only the ARN is known may be of either type")
    func assumedType() {
        var cluster = Self.bucket("orders")
        cluster.type = .auroraCluster
        cluster.isTypeAssumed = true
        for type in [ResourceType.auroraCluster, .rdsCluster] {
            #expect(
                ResourceMatch(type: type).covers(cluster, tags: [])
                    == .unknown("whether it is an Aurora cluster was not read"))
        }
        #expect(ResourceMatch(type: .rdsInstance).covers(cluster, tags: []) == .no)
    }

    @Test("the first rule that sets a value wins, value by value")
    func firstWins() {
        let objectives = Objectives([
            ObjectiveRule(match: ResourceMatch(name: "other"), recoveryPoint: .minutes(1)),
            ObjectiveRule(match: ResourceMatch(name: "web-*"), recoveryPoint: .hours(4)),
            ObjectiveRule(match: ResourceMatch(type: .s3Bucket), recoveryPoint: .hours(1), recoveryTime: .hours(2)),
            ObjectiveRule(match: ResourceMatch(name: "*"), recoveryTime: .hours(9), retention: .days(30)),
        ])
        let objective = objectives.objective(for: Self.bucket("web-logs"), tags: [])
        #expect(objective.recoveryPoint == Objective.Target(.hours(4)))
        #expect(objective.recoveryTime == Objective.Target(.hours(2)))
        #expect(objective.retention == Objective.Target(.days(30)))
    }

    @Test("of two acceptances the first wins, though it ends sooner")
    func firstAcceptance() {
        let sooner = Acceptance(reason: "a", review: CivilDate(year: 2026, month: 1, day: 1))
        let later = Acceptance(reason: "b", review: CivilDate(year: 2028, month: 1, day: 1))
        let objectives = Objectives([
            ObjectiveRule(match: ResourceMatch(type: .s3Bucket), accept: sooner),
            ObjectiveRule(match: ResourceMatch(name: "*"), accept: later),
        ])
        #expect(objectives.objective(for: Self.bucket("a"), tags: []).acceptance == sooner)
    }

    /// Any rules over two tags, in any order.
    static func rules(_ random: inout SeededRandom) -> [ObjectiveRule] {
        let spans = [nil, Duration.minutes(15), .hours(1), .days(1), .days(30)]
        return (0..<Int.random(in: 1...5, using: &random)).map { _ in
            let tags = ["a", "b"].filter { _ in Bool.random(using: &random) }.map { Tag(key: $0, value: "x") }
            let day = Int.random(in: 1...28, using: &random)
            return ObjectiveRule(
                match: ResourceMatch(tags: tags, name: Bool.random(using: &random) ? "web-*" : "*"),
                recoveryPoint: spans.randomElement(using: &random) ?? nil,
                recoveryTime: spans.randomElement(using: &random) ?? nil,
                retention: spans.randomElement(using: &random) ?? nil,
                accept: Bool.random(using: &random)
                    ? Acceptance(reason: "r", review: CivilDate(year: 2026, month: 11, day: day)) : nil)
        }
    }

    @Test("what is judged without tags is at least as strict as with any tags", arguments: 1...200)
    func strictest(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let objectives = Objectives(Self.rules(&random))
        let resource = Self.bucket(["web-logs", "shop"].randomElement(using: &random) ?? "shop")
        let blind = objectives.objective(for: resource, tags: nil)
        for keys in [[], ["a"], ["b"], ["a", "b"]] {
            let seen = objectives.objective(for: resource, tags: keys.map { Tag(key: $0, value: "x") })
            #expect(seen.recoveryPoint?.doubt == nil)
            for (with, without) in [
                (seen.recoveryPoint, blind.recoveryPoint), (seen.recoveryTime, blind.recoveryTime),
            ] {
                #expect(with.map { ($0.strictest >= without?.strictest ?? .days(9_999)) } ?? true)
                #expect(without?.mostLenient.map { lenient in with.map { $0.strictest <= lenient } ?? false } ?? true)
            }
            #expect(seen.retention.map { $0.strictest <= blind.retention?.strictest ?? .zero } ?? true)
            for day in 1...28 {
                let moment = CivilDate(year: 2026, month: 11, day: day).start
                if blind.acceptance?.holds(at: moment) == true { #expect(seen.acceptance?.holds(at: moment) == true) }
            }
        }
    }
}
