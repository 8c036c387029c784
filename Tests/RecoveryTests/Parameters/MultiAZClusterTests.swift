import AWSModel
import Foundation
import Posture
import Testing

@testable import Recovery

/// A cluster of MySQL or PostgreSQL brings its instances with it; one of Aurora has none at first (3.1, 3.3).
@Suite("A Multi-AZ cluster")
struct MultiAZClusterTests {
    private static let arn = "arn:aws:rds:us-east-1:111122223333:cluster:shop"

    private func walked(_ way: RecoveryWay, _ answers: [String: String] = [:]) throws -> Walkthrough {
        var facts = TestFacts()
        facts.way = way
        let resource = AffectedResource(
            arn: Self.arn, name: "shop", type: .rdsCluster, backupType: "RDS", region: "us-east-1",
            verdict: .protected, reason: "backup copy in us-west-2")
        facts.facts[.resources(Incident(.regionLost, lost: "us-east-1"))] = .resources([resource])
        var walk = TestFacts.walkthrough()
        let usual = [
            "incident": "region-lost", "lost": "us-east-1", "resource": Self.arn, "engine": "postgres",
            "class": "db.m6gd.large",
        ]
        try facts.drive(&walk, usual.merging(answers) { $1 })
        return walk
    }

    @Test("is restored by one call, which names the class of its instances")
    func restored() throws {
        let walk = try walked(TestFacts.copied())
        let review = try #require(walk.review, "\(walk.question?.name ?? "nothing") is asked")
        guard case .startRestoreJob(_, "RDS", _, let metadata)? = review.calls.first?.action else {
            Issue.record("\(review.calls)")
            return
        }
        #expect(review.calls.count == 1 && metadata["dbClusterInstanceClass"] == "db.m6gd.large")
        #expect(review.creates == ["A Multi-AZ cluster shop in us-west-2, with its instances."])
    }

    @Test("comes back to a point in time by one call too")
    func pointInTime() throws {
        let walk = try walked(
            TestFacts.way(.pointInTime, .pitr, target: Self.arn, region: "us-east-1", ["source": "shop"]))
        let call = try #require(walk.review?.calls.first)
        #expect(walk.review?.calls.count == 1)
        #expect(call.command.contains("--db-cluster-instance-class db.m6gd.large"))
    }

    @Test("is of MySQL or PostgreSQL, and one of Aurora of neither")
    func engines() throws {
        #expect(throws: AnswerError.self) { try walked(TestFacts.copied(), ["engine": "aurora-mysql"]) }
        var walk = TestFacts.walkthrough()
        #expect(throws: AnswerError.self) {
            try TestFacts().drive(&walk, TestFacts.lost(.auroraCluster, ["engine": "mysql"]))
        }
    }
}
