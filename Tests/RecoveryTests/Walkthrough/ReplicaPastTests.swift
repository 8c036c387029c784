import AWSModel
import Foundation
import Posture
import Testing

@testable import Recovery

/// A replica follows its source into what happens to it (1.6, 1.7, 5.1 note 4).
@Suite("A replica bucket, after a mistake")
struct ReplicaPastTests {
    private static let replica = "arn:aws:s3:::media-dr"

    /// - Parameter markers: whether delete markers are replicated; nil is a rule of the first version, by which they are.
    private func inventory(markers: Bool?) throws -> Inventory {
        var rule = ReplicationRule(
            id: "all", status: .known(.enabled), destination: ReplicationDestination(bucket: Self.replica))
        if let markers {
            rule.filter = ReplicationFilter()
            rule.priority = 1
            rule.deleteMarkerReplication = .known(markers ? .enabled : .disabled)
        } else {
            rule.legacyPrefix = ""
        }
        var inventory = try TestInventory.make()
        inventory.buckets[0].replication = TestInventory.read(
            ReplicationConfiguration(role: "arn:aws:iam::111122223333:role/crr", rules: [rule]))
        inventory.destinations["media-dr"] = DestinationBucket(
            name: "media-dr", region: TestInventory.read("us-west-2"), accessDenied: false,
            versioning: TestInventory.read(BucketVersioning(status: .known(.enabled))),
            objectLock: TestInventory.absent(), lifecycle: TestInventory.absent())
        return inventory
    }

    private func ways(_ incident: Incident, markers: Bool?) throws -> [RecoveryWay] {
        let briefing = Briefing(try inventory(markers: markers), now: TestInventory.now)
        guard case .ways(let ways)? = briefing.fact(for: .ways(resource: "arn:aws:s3:::media", incident)) else {
            return []
        }
        return ways.filter { $0.means != .backfill }
    }

    @Test(
        "that was overwritten too is never served from: only its earlier versions are good", arguments: [true, false])
    func corrupted(_ isDrill: Bool) throws {
        let ways = try ways(Incident(.corrupted, isDrill: isDrill), markers: false)
        let way = try #require(ways.first { $0.mechanism == .s3Replication })
        #expect(way.means == .undelete && way.target == Self.replica && way.region == "us-west-2")
        #expect(way.title == "bring back earlier versions in the replica bucket media-dr in us-west-2")
        #expect(way.reasons.first?.hasPrefix("it holds the corrupted state too") == true)
        #expect(ways.first?.target == "arn:aws:s3:::media" && !ways.contains { $0.means == .repointBucket })
    }

    @Test("that the delete markers reach is not served from either", arguments: [nil, true] as [Bool?])
    func markers(_ markers: Bool?) throws {
        let way = try #require(ways(Incident(.deleted), markers: markers).first { $0.mechanism == .s3Replication })
        #expect(way.means == .undelete && way.reasons.first?.hasPrefix("the deletion reaches it too") == true)
    }

    @Test("that no delete marker reaches serves what was deleted, and nothing waits for a region to be back")
    func kept() throws {
        let way = try #require(ways(Incident(.deleted), markers: false).first { $0.mechanism == .s3Replication })
        #expect(way.means == .repointBucket)
        var facts = TestFacts()
        facts.way = TestFacts.way(.repointBucket, .s3Replication, target: "arn:aws:s3:::shop-dr")
        var walk = TestFacts.walkthrough()
        try facts.drive(&walk, ["incident": "deleted", "resource": TestFacts.arn(.s3Bucket)])
        let steps = try #require(walk.review?.byHand)
        #expect(!steps.contains { $0.contains("is back") } && steps.contains { $0.contains("back from here") })
    }

    @Test("brings its own versions back, in its own region")
    func versions() throws {
        var facts = TestFacts()
        facts.way = TestFacts.way(.undelete, .s3Replication, target: "arn:aws:s3:::shop-dr")
        var walk = TestFacts.walkthrough()
        try facts.drive(
            &walk,
            ["incident": "corrupted", "resource": TestFacts.arn(.s3Bucket), "as-of": "2026-11-21T00:00:00Z"])
        let call = try #require(walk.review?.calls.first)
        #expect(call.region == "us-west-2")
        guard case .restoreVersions("shop-dr", "", _) = call.action else {
            Issue.record("\(call.action)")
            return
        }
        #expect(walk.review?.byHand.first?.hasPrefix("Copy what came back in shop-dr to shop") == true)
    }
}
