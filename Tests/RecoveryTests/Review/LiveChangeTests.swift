import AWSModel
import Foundation
import Posture
import Testing

@testable import Recovery

@Suite("A drill that changes what is live")
struct LiveChangeTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var type: ResourceType
        var way: RecoveryWay
        var answers: [String: String] = [:]
        var phrase: String
        var testDescription: String { phrase }
    }

    private static let drill = ["incident": "drill", "drill-of": "region-lost"]
    private static let global = TestFacts.way(
        .globalFailover, .auroraGlobalDatabase, target: "arn:aws:rds:us-west-2:111122223333:cluster:shop-dr",
        ["global-cluster": "global", "engine": "aurora-mysql"])
    private static let replica = TestFacts.way(
        .promoteReplica, .rdsReadReplica, target: "arn:aws:rds:us-west-2:111122223333:db:shop-dr")
    private static let versions = TestFacts.way(
        .undelete, .s3Versioning, target: "arn:aws:s3:::shop", region: "us-east-1")

    static let rows: [Row] = [
        Row(type: .rdsInstance, way: replica, phrase: "end the replication to shop-dr"),
        Row(type: .auroraCluster, way: global, phrase: "switch over global"),
        Row(type: .auroraCluster, way: global, answers: ["how": "failover"], phrase: "fail over global"),
        Row(
            type: .efsFileSystem,
            way: TestFacts.way(
                .breakReplication, .efsReplication, target: TestFacts.arn(.efsFileSystem, "us-west-2"),
                ["source": "fs-0"]), phrase: "end the replication of fs-0"),
        Row(
            type: .s3Bucket, way: versions, answers: ["drill-of": "deleted"], phrase: "change the objects of shop"),
        Row(
            type: .s3Bucket, way: TestFacts.copied(), answers: ["bucket-is": "existing", "bucket": "shop"],
            phrase: "restore into shop"),
        Row(
            type: .s3Bucket, way: TestFacts.copied(), answers: ["bucket-is": "existing", "bucket": "another"],
            phrase: "restore into another"),
        Row(
            type: .efsFileSystem, way: TestFacts.copied(),
            answers: ["file-system-is": "existing", "file-system": "fs-9"], phrase: "restore into fs-9"),
        Row(
            type: .s3Bucket, way: TestFacts.way(.repointBucket, .s3Replication, target: "arn:aws:s3:::shop-dr"),
            answers: ["access-point": CommandLineTests.accessPoint], phrase: "move the traffic to shop-dr"),
    ]

    private func walk(_ row: Row, _ incident: [String: String]) throws -> Walkthrough {
        var facts = TestFacts()
        facts.way = row.way
        var walk = TestFacts.walkthrough()
        let answers = TestFacts.lost(row.type, incident.merging(row.answers) { $1 }).merging(["way": row.way.id]) { $1 }
        try facts.drive(&walk, answers)
        return walk
    }

    @Test("Says so in the review, and wants it typed", arguments: rows)
    func warns(_ row: Row) throws {
        var walk = try walk(row, Self.drill)
        let review = try #require(walk.review)
        #expect(review.warnings.first?.hasPrefix("this is a drill, and it ") == true)
        #expect(walk.nameToType == row.phrase && walk.question?.note?.hasPrefix("This is a drill") == true)
        let byName = walk.confirm(typed: walk.draft?.name ?? "")
        #expect(byName == nil && walk.confirmedCalls.isEmpty)
        let byPhrase = walk.confirm(typed: row.phrase)
        #expect(byPhrase != nil)
    }

    @Test("In earnest it is what is wanted: the name is typed", arguments: rows.prefix(4).filter { $0.answers.isEmpty })
    func earnest(_ row: Row) throws {
        let walk = try walk(row, [:])
        #expect(walk.nameToType == walk.draft?.name && walk.draft?.liveChange == nil)
    }

    @Test("One that makes something beside what is live wants the name alone", arguments: TestFacts.types)
    func beside(_ type: ResourceType) throws {
        let walk = try walk(
            Row(
                type: type, way: TestFacts.copied(), answers: type == .s3Bucket ? ["bucket": "shop-drill"] : [:],
                phrase: ""),
            Self.drill)
        #expect(walk.step == .confirm && walk.nameToType == walk.draft?.name)
    }

    private func question(_ ways: [RecoveryWay], _ answers: [String: String]) throws -> Question {
        var facts = TestFacts()
        let incident = Incident(.regionLost, lost: "us-east-1", isDrill: answers["incident"] == "drill")
        facts.facts[.ways(resource: TestFacts.arn(.rdsInstance), incident)] = .ways(ways)
        var walk = TestFacts.walkthrough()
        for answer in ["incident", "drill-of", "lost", "resource"].compactMap({ answers[$0] }) {
            facts.feed(&walk)
            try walk.answer(answer)
        }
        facts.feed(&walk)
        return try #require(walk.question)
    }

    @Test("A restore beside what is live is a drill's default, however good the others are")
    func usual() throws {
        let answers = TestFacts.lost(.rdsInstance, Self.drill)
        let question = try question([Self.replica, TestFacts.copied()], answers)
        #expect(question.name == "way" && question.initial == TestFacts.copied().id)
        #expect(question.choices.first?.details.first?.hasPrefix("! a drill ends the replication") == true)
        let earnest = try self.question([Self.replica, TestFacts.copied()], TestFacts.lost(.rdsInstance))
        #expect(earnest.initial == Self.replica.id)
    }

    @Test("Where every way changes what is live, none is the default")
    func noDefault() throws {
        #expect(try question([Self.replica], TestFacts.lost(.rdsInstance, Self.drill)).initial == nil)
    }

    @Test("A drill of a bucket goes to a new one, unless somebody says otherwise")
    func bucket() throws {
        var facts = TestFacts()
        facts.way = TestFacts.copied()
        var walk = TestFacts.walkthrough()
        try facts.drive(&walk, TestFacts.lost(.s3Bucket, Self.drill.merging(["bucket": "shop-drill"]) { $1 }))
        #expect(walk.draft?.isNew == true)
    }
}
