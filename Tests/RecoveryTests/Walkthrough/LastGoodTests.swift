import AWSModel
import Foundation
import Posture
import Testing

@testable import Recovery

@Suite("What was last good")
struct LastGoodTests {
    private static let corrupted = ["incident": "corrupted", "resource": TestFacts.arn(.dynamoDBTable)]

    private func walked(_ facts: TestFacts, _ answers: [String: String]) throws -> (Walkthrough, Question?) {
        var walk = TestFacts.walkthrough()
        let last = try facts.drive(&walk, Self.corrupted.merging(answers) { $1 })
        return (walk, last)
    }

    private static func point(_ name: String, hoursAgo: Double) -> PointDetails {
        PointDetails(
            arn: "arn:aws:backup:us-west-2:111122223333:recovery-point:\(name)", vault: "dr",
            createdAt: TestFacts.now.addingTimeInterval(-3600 * hoursAgo), isCopy: true)
    }

    /// A vault whose newest recovery point was made after the mistake.
    private static var vault: TestFacts {
        var facts = TestFacts()
        let newest = point("bad", hoursAgo: 0.5)
        facts.way = TestFacts.copied {
            $0.point = newest
            $0.target = newest.arn
        }
        let need = Need.points(
            resource: TestFacts.arn(.dynamoDBTable), vault: "dr", region: "us-west-2", before: TestFacts.lastGood)
        facts.facts[need] = .points([point("good", hoursAgo: 2), point("older", hoursAgo: 26)])
        return facts
    }

    @Test("is asked after a deletion and a corruption, has no default, and is never later than now")
    func asked() throws {
        for kind in ["deleted", "corrupted"] {
            var walk = TestFacts.walkthrough()
            try walk.answer(kind)
            #expect(walk.question?.name == "last-good" && walk.question?.initial == nil)
            #expect(throws: AnswerError.self) { try walk.answer("2026-11-21T12:00:01Z") }
            #expect(throws: AnswerError.self) { try walk.answer("") }
        }
    }

    @Test("is now in a drill, unless somebody says otherwise")
    func drilled() throws {
        var walk = TestFacts.walkthrough()
        try walk.answer("drill")
        try walk.answer("corrupted")
        #expect(walk.question?.initial == "2026-11-21T12:00:00Z")
    }

    @Test("rules out what was made since: the recovery points from before are there to choose from")
    func points() throws {
        let (walk, _) = try walked(Self.vault, [:])
        #expect(walk.draft?.way.target.hasSuffix("recovery-point:good") == true)
        let (older, _) = try walked(Self.vault, ["point": Self.point("older", hoursAgo: 26).arn])
        guard case .startRestoreJob(let point, _, _, _)? = older.review?.calls.first?.action else {
            Issue.record("no restore")
            return
        }
        #expect(point.hasSuffix("recovery-point:older"))
        #expect(throws: AnswerError.self) { try walked(Self.vault, ["point": Self.point("bad", hoursAgo: 0.5).arn]) }
    }

    @Test("is said of a path, and that its newest recovery point is from after")
    func words() throws {
        let briefing = Briefing(try TestInventory.make(), now: TestInventory.now)
        let early = TestInventory.now.addingTimeInterval(-86_400)
        let need = Need.ways(resource: "arn:aws:s3:::media", Incident(.corrupted, lastGood: early))
        guard case .ways(let ways)? = briefing.fact(for: need) else { return }
        let way = try #require(ways.first { $0.means == .restoreJob })
        #expect(
            way.pointDetails(now: TestInventory.now).first?.hasPrefix("its newest recovery point is from after") == true
        )
        #expect(way.recoveryPoint == nil)
    }

    @Test("rules out a vault that holds nothing from before")
    func nothing() throws {
        var facts = Self.vault
        facts.facts = facts.facts.mapValues { _ in .points([]) }
        let (walk, _) = try walked(facts, [:])
        #expect(walk.refusal?.contains("from before 2026-11-21T11:00:00Z") == true)
    }

    @Test("of a vault that cannot be listed leaves its newest recovery point, where that is from before")
    func unread() throws {
        for (hours, isGood) in [(2.0, true), (0.5, false)] {
            var facts = Self.vault
            facts.way?.point = Self.point("newest", hoursAgo: hours)
            facts.facts = facts.facts.mapValues { _ in .failure(ReadFailure(.denied, "AccessDenied")) }
            let (walk, _) = try walked(facts, ["unread": "without"])
            #expect((walk.refusal == nil) == isGood)
        }
    }

    @Test("is the point in time that comes back, which is never empty nor later")
    func pointInTime() throws {
        var facts = TestFacts()
        facts.way = TestFacts.way(
            .pointInTime, .pitr, target: TestFacts.arn(.dynamoDBTable), region: "us-east-1",
            ["source": "shop", "earliest": "2026-11-14T12:00:00Z", "latest": "2026-11-21T11:55:00Z"])
        for wrong in ["", "2026-11-21T11:30:00Z"] {
            #expect(throws: AnswerError.self) { try walked(facts, ["restore-time": wrong]) }
        }
        let (walk, _) = try walked(facts, [:])
        guard case .restoreTableToPointInTime(_, _, let time)? = walk.review?.calls.first?.action else {
            Issue.record("no restore")
            return
        }
        #expect(time == TestFacts.lastGood)
    }

    @Test("chooses the newest snapshot of a volume from before, and none where there is none")
    func snapshots() throws {
        var inventory = try TestInventory.make()
        let old = EBSSnapshot(
            id: "snap-0", volume: "vol-1", state: .known(.completed),
            startedAt: TestInventory.now.addingTimeInterval(-86_400), tags: [])
        let known = inventory.native?[0].snapshots.value ?? []
        inventory.native?[0].snapshots = TestInventory.read(known + [old])
        let briefing = Briefing(inventory, now: TestInventory.now)
        for (hours, means) in [(2.0, RecoveryWay.Means.createVolume), (48, .byHand)] {
            let incident = Incident(.corrupted, lastGood: TestInventory.now.addingTimeInterval(-3600 * hours))
            guard case .ways(let ways)? = briefing.fact(for: .ways(resource: TestInventory.volume, incident)) else {
                return
            }
            let way = try #require(ways.first { $0.mechanism == .ebsSnapshot })
            #expect(way.means == means)
            #expect(means == .byHand || way.target.hasSuffix("snapshot/snap-0"))
        }
    }

    @Test("is not asked of what an earlier version confirmed without it")
    func confirmedBefore() throws {
        let (asked, _) = try walked(TestFacts(), [:])
        var walk = asked
        #expect(walk.confirm(typed: walk.nameToType ?? "") != nil)
        walk.entries["last-good"] = nil
        #expect(walk.question?.name != "last-good")
    }
}
