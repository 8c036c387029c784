import AWSModel
import Execution
import Foundation
import Recovery
import SimulatedAWS
import Testing

@Suite("What failed of a recovery")
struct RetryTests {
    private static func lost(_ resource: String, _ more: [String: String]) -> [String: String] {
        [
            "incident": "region-lost", "lost": "us-east-1", "resource": resource, "works": "yes",
            "role": "arn:aws:iam::123456789012:role/northlight-backup",
        ].merging(more) { $1 }
    }
    private static let cluster = lost(
        "arn:aws:rds:us-east-1:123456789012:cluster:catalogue",
        ["identifier": "catalogue-dr", "class": "db.r6g.large", "engine": "aurora-postgresql"])
    private static let table = lost(
        "arn:aws:dynamodb:us-east-1:123456789012:table/checkout-orders", ["table": "orders-dr"])

    private func isAtItsEnd(_ walk: Walkthrough) -> Bool { walk.question?.name == "ended" }

    @Test("is tried again alone: the cluster that is there already is not restored once more")
    func secondCall() async throws {
        let bench = try await WalkthroughBench()
        let before = bench.aws.configure { $0.backup.restoreJobs(in: "us-west-2").count }
        bench.aws.faults.denials = [.init("rds:CreateDBInstance")]
        var walk = bench.walkthrough()
        _ = try await bench.go(&walk, Self.cluster, isStopped: isAtItsEnd)
        #expect(walk.question?.choices.map(\.value) == ["record", "again"])
        let tokens = walk.confirmed
        bench.aws.faults.denials = []
        try walk.answer("again")
        #expect(walk.confirmed == tokens && walk.isUnderWay)
        #expect(try await bench.go(&walk, Self.cluster) == nil)
        #expect(walk.record(at: bench.aws.now)?.outcome == .succeeded)
        #expect(bench.writes == ["backup:StartRestoreJob", "rds:CreateDBInstance"])
        #expect(bench.aws.configure { $0.databases.instances["us-west-2"]?["catalogue-dr-1"] } != nil)
        #expect(bench.aws.configure { $0.backup.restoreJobs(in: "us-west-2").count } == before + 1)
    }

    @Test("is another call under another token where AWS had taken it and it ended badly")
    func endedBadly() async throws {
        let bench = try await WalkthroughBench()
        let before = bench.aws.configure { $0.backup.restoreJobs(in: "us-west-2").count }
        bench.aws.faults.failingRestores = ["*checkout-orders": "no capacity"]
        var walk = bench.walkthrough()
        _ = try await bench.go(&walk, Self.table, isStopped: isAtItsEnd)
        let first = try #require(walk.confirmed.first)
        bench.aws.faults.failingRestores = [:]
        try walk.answer("again")
        #expect(walk.confirmed == [first + "r1"] && walk.tries == 1)
        // As it is after a restart.
        walk = try JSONDecoder().decode(Walkthrough.self, from: JSONEncoder().encode(walk))
        #expect(try await bench.go(&walk, Self.table) == nil)
        #expect(walk.record(at: bench.aws.now)?.outcome == .succeeded)
        #expect(bench.journal.entries.map(\.call.token) == [first, first + "r1"])
        #expect(bench.journal.entries.map(\.endedWell) == [false, true])
        #expect(bench.aws.configure { $0.backup.restoreJobs(in: "us-west-2").count } == before + 2)
    }

    @Test("is recorded as failed where nobody tries again")
    func recorded() async throws {
        let bench = try await WalkthroughBench()
        bench.aws.faults.failingRestores = ["*checkout-orders": "no capacity"]
        var walk = bench.walkthrough()
        #expect(try await bench.go(&walk, Self.table) == nil)
        #expect(walk.record(at: bench.aws.now)?.outcome == .failed && bench.writes.count == 1)
    }
}
