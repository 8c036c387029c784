import AWSModel
import Foundation
import Posture
import Testing

@testable import Recovery

@Suite("The briefing")
struct BriefingTests {
    private func ways(_ arn: String, _ incident: Incident) throws -> [RecoveryWay] {
        let briefing = try Briefing(TestInventory.make(), now: TestInventory.now)
        guard case .ways(let ways)? = briefing.fact(for: .ways(resource: arn, incident)) else { return [] }
        return ways
    }

    @Test("Tells what an incident hits, worst first")
    func resources() throws {
        let briefing = try Briefing(TestInventory.make(), now: TestInventory.now)
        guard case .resources(let hit)? = briefing.fact(for: .resources(Incident(.regionLost, lost: "us-east-1")))
        else {
            Issue.record("no resources")
            return
        }
        #expect(Set(hit.map(\.arn)) == ["arn:aws:s3:::media", TestInventory.volume, TestInventory.cluster])
        let order = hit.compactMap { Verdict.worstFirst.firstIndex(of: $0.verdict) }
        #expect(order == order.sorted())
    }

    @Test("Says which reads failed where nothing was found, and never that nothing is hit")
    func unread() throws {
        var inventory = try TestInventory.make()
        inventory.buckets = []
        inventory.backup = []
        inventory.native = nil
        inventory.bucketListing = Reading(
            .denied(code: "AccessDenied"), call: "s3:ListBuckets", region: "us-east-1", at: TestInventory.now)
        let briefing = Briefing(inventory, now: TestInventory.now)
        for need in [Need.regions, .resources(Incident(.regionLost, lost: "us-east-1"))] {
            guard case .failure(let failure)? = briefing.fact(for: need) else {
                Issue.record("\(need.words) is told")
                return
            }
            #expect(failure.cause == .denied)
            #expect(failure.detail.contains("the buckets of the account: denied (AccessDenied)"))
        }
        var walk = TestFacts.walkthrough()
        try walk.answer("region-lost")
        walk.consult(briefing)
        #expect(walk.refusal == nil && walk.question?.title == "Could not read the regions of the account")
    }

    @Test("Tells of a copied recovery point what its restore needs")
    func point() throws {
        let way = try #require(ways("arn:aws:s3:::media", Incident(.regionLost, lost: "us-east-1")).first)
        #expect(way.means == .restoreJob && way.id == "backup-copy:us-west-2:dr")
        #expect(way.point?.vault == "dr" && way.point?.isCopy == true && way.point?.size == ByteCount(10 << 30))
        #expect(way.details["cost"]?.contains("$0.23 a month") == true)
    }

    @Test("Tells of a global database that its secondary has no instance")
    func headless() throws {
        let way = try #require(ways(TestInventory.cluster, Incident(.regionLost, lost: "us-east-1")).first)
        #expect(way.means == .globalFailover && way.details["global-cluster"] == "global")
        #expect(way.details["headless"] == "true" && way.details["engine"] == "aurora-mysql")
    }

    @Test("Tells of what was deleted or corrupted its own past, and why what comes after the best is worse")
    func past() throws {
        let bucket = try ways("arn:aws:s3:::media", Incident(.deleted))
        #expect(bucket.map(\.means) == [.undelete, .restoreJob])
        #expect(bucket.first?.worse == [] && bucket.last?.worse.isEmpty == false)
        #expect(try ways(TestInventory.volume, Incident(.corrupted)).map(\.means) == [.createVolume])
        let cluster = try #require(ways(TestInventory.cluster, Incident(.corrupted)).first)
        #expect(cluster.means == .pointInTime && cluster.details["latest"] == "2026-11-21T11:55:00Z")
    }

    @Test("Leads a walkthrough to what only AWS can tell")
    func consulted() throws {
        let briefing = try Briefing(TestInventory.make(), now: TestInventory.now)
        var walk = TestFacts.walkthrough()
        for answer in ["region-lost", "us-east-1", "arn:aws:s3:::media", "backup-copy:us-west-2:dr"] {
            walk.consult(briefing)
            try walk.answer(answer)
        }
        walk.consult(briefing)
        #expect(walk.needs.count == 4 && walk.step == .destination)
    }

    @Test("Presets are what is entered already")
    func presets() throws {
        let briefing = try Briefing(TestInventory.make(), now: TestInventory.now)
        var walk = Walkthrough(
            operatorName: "ada", startedAt: TestInventory.now, knownAt: TestInventory.now,
            presets: ["resource": TestInventory.volume])
        try walk.answer("deleted")
        try walk.answer("2026-11-21T11:00:00Z")
        walk.consult(briefing)
        #expect(walk.question?.initial == TestInventory.volume)
    }
}
