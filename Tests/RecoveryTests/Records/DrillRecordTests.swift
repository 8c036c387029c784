import AWSModel
import Foundation
import Posture
import Testing

@testable import Recovery

@Suite("The record of a recovery")
struct DrillRecordTests {
    private static let end = TestFacts.now.addingTimeInterval(1800)

    /// A walkthrough of a table, gone through to its end.
    private func record(
        _ facts: TestFacts = TestFacts(), isDrill: Bool = false, checks: Fact? = nil
    ) throws -> DrillRecord {
        var facts = facts
        facts.facts[.verification(["arn:aws:s3:::made"])] = checks
        var walk = TestFacts.walkthrough()
        let incident = isDrill ? ["incident": "drill", "drill-of": "region-lost"] : [:]
        try facts.drive(&walk, TestFacts.lost(.dynamoDBTable, incident))
        _ = walk.confirm(typed: "shop")
        // As after a restart.
        walk = try JSONDecoder().decode(Walkthrough.self, from: JSONEncoder().encode(walk))
        try facts.drive(&walk, ["works": "yes", "evidence": "INC-7", "unread": "without"])
        return try #require(walk.record(at: Self.end))
    }

    @Test("Begins where the walkthrough began, and ends when it is written")
    func moments() throws {
        let record = try record()
        #expect(record.startedAt == TestFacts.now && record.endedAt == Self.end)
        #expect(record.proof?.at == TestFacts.now)
    }

    @Test("Holds the recovery point's own moment, however long the restore took")
    func point() throws {
        let record = try record()
        #expect(record.recoveryPointCreatedAt == TestFacts.now.addingTimeInterval(-36_000))
        #expect(record.recoveryPointAge == 36_000)
    }

    @Test("A continuous recovery point was begun long ago: what is lost is what it is behind")
    func continuous() throws {
        var facts = TestFacts()
        facts.way = TestFacts.copied {
            $0.point?.isContinuous = true
            $0.point?.createdAt = TestFacts.now.addingTimeInterval(-90 * 86_400)
            $0.recoveryPoint = Estimate(duration: .minutes(5), basis: .measured)
        }
        #expect(try record(facts).recoveryPointAge == 300)
    }

    @Test("Counts what is lost from the confirmation, however long before the walkthrough was begun")
    func resumedLater() throws {
        var facts = TestFacts()
        let made = TestFacts.now.addingTimeInterval(3600)
        facts.way = TestFacts.copied {
            $0.point?.createdAt = made
            $0.readAt = made.addingTimeInterval(1800)
        }
        for (delay, loss) in [(7200, 3600), (60, nil)] as [(Double, Int64?)] {
            var walk = TestFacts.walkthrough()
            try facts.drive(&walk, TestFacts.lost(.dynamoDBTable).filter { $0.key != "way" })
            #expect(walk.confirm(typed: "shop", at: TestFacts.now.addingTimeInterval(delay)) != nil)
            try facts.drive(&walk, ["works": "yes"])
            #expect(walk.record(at: Self.end)?.recoveryPointAge == loss)
        }
        var walk = TestFacts.walkthrough()
        for answer in ["region-lost", "us-east-1", TestFacts.arn(.dynamoDBTable)] {
            facts.feed(&walk)
            try walk.answer(answer)
        }
        facts.feed(&walk)
        #expect(walk.question?.choices.first?.details.first?.contains(", 30 min old, in vault dr") == true)
    }

    @Test("Counts what is lost to a moment from that moment")
    func moment() throws {
        var facts = TestFacts()
        facts.way = TestFacts.way(
            .pointInTime, .pitr, target: TestFacts.arn(.dynamoDBTable), region: "us-east-1",
            ["source": "shop", "earliest": "2026-11-14T12:00:00Z", "latest": "2026-11-21T11:55:00Z"])
        facts.way?.recoveryPoint = Estimate(duration: .zero, basis: .measured)
        var walk = TestFacts.walkthrough()
        try facts.drive(
            &walk, TestFacts.lost(.dynamoDBTable, ["incident": "deleted", "last-good": "2026-11-21T11:00:00Z"]))
        #expect(walk.confirm(typed: "shop-restored", at: TestFacts.now) != nil)
        try facts.drive(&walk, ["works": "yes"])
        #expect(walk.record(at: Self.end)?.recoveryPointAge == 3600)
    }

    @Test("Knows after a restart whether it was a drill", arguments: [true, false])
    func drill(_ isDrill: Bool) throws {
        #expect(try record(isDrill: isDrill).incident.isDrill == isDrill)
    }

    @Test("Somebody's word proves nothing without a check that passed")
    func word() throws {
        let unknown = PreflightCheck(name: "table is active", result: .unknown, detail: "denied")
        for checks in [Fact.verification([unknown]), .verification([])] {
            let record = try record(checks: checks)
            #expect(record.outcome == .succeeded && record.proof == nil)
        }
        #expect(try record().proof != nil)
    }

    private func recorded(
        _ type: ResourceType, _ way: RecoveryWay, _ answers: [String: String], changed: Int? = nil,
        byPlan: Bool = false
    ) throws -> DrillRecord {
        var facts = TestFacts()
        facts.way = way
        facts.progress.changed = changed
        var walk = TestFacts.walkthrough()
        let all = TestFacts.lost(type, answers.merging(["way": way.id]) { $1 })
        try facts.drive(&walk, byPlan ? all : all.merging(["works": "yes"]) { $1 })
        if byPlan {
            try walk.follow(RecoveryPlan(answers: ["works": "yes"]))
        } else if let name = walk.nameToType {
            _ = walk.confirm(typed: name)
            try facts.drive(&walk, ["works": "yes"])
        }
        return try #require(walk.record(at: Self.end))
    }

    @Test("Objects of which none was changed prove nothing", arguments: [0, 3])
    func unchanged(_ count: Int) throws {
        let versions = TestFacts.way(.undelete, .s3Versioning, target: "arn:aws:s3:::shop", region: "us-east-1")
        let record = try recorded(.s3Bucket, versions, ["incident": "deleted"], changed: count)
        #expect(record.outcome == .succeeded && (record.proof != nil) == (count > 0))
        #expect(record.proof == nil || record.proof?.threat == .accidentalDeletion)
    }

    @Test("A backfill brings nothing back, and proves nothing")
    func backfill() throws {
        let way = TestFacts.way(.backfill, .s3Replication, target: "arn:aws:s3:::shop", region: "us-east-1")
        let record = try recorded(
            .s3Bucket, way,
            [
                "incident": "drill", "drill-of": "region-lost", "role": "arn:aws:iam::111122223333:role/batch",
                "report-bucket": "reports",
            ])
        #expect(record.outcome == .succeeded && record.proof == nil)
    }

    @Test("Where no call is made, a person has to have looked", arguments: [true, false])
    func wordOfPlan(_ byPlan: Bool) throws {
        let way = TestFacts.way(.repointBucket, .s3Replication, target: "arn:aws:s3:::shop-dr")
        let record = try recorded(.s3Bucket, way, [:], byPlan: byPlan)
        #expect(record.outcome == .succeeded && (record.proof == nil) == byPlan)
    }

    @Test("A part of a bucket proves nothing of the whole, and is named")
    func parts() throws {
        let record = try recorded(.s3Bucket, TestFacts.copied(), ["bucket-is": "new", "items": "a/1.bin, b/"])
        #expect(record.parts == ["a/1.bin", "b/"] && record.proof == nil)
        #expect(record.provesNothing == "only a/1.bin, b/ came back")
        let whole = try recorded(.s3Bucket, TestFacts.copied(), ["bucket-is": "new"])
        #expect(whole.parts == [] && whole.proof?.threat == .regionOutage)
    }

    @Test("The review of a part says what comes back, and does not give the cost of all for its own")
    func partOfReview() throws {
        var facts = TestFacts()
        facts.way = TestFacts.copied { $0.details["cost"] = "$0.23 a month" }
        var walk = TestFacts.walkthrough()
        try facts.drive(&walk, TestFacts.lost(.s3Bucket, ["bucket-is": "new", "items": "a/1.bin"]))
        let review = try #require(walk.review)
        #expect(review.creates == ["A bucket shop-dr in us-west-2, with only a/1.bin of the recovery point."])
        #expect(review.costs == ["of these parts not known; all of it would be $0.23 a month"])
    }

    @Test("What is typed and not entered is kept with the walkthrough, until it is entered or means nothing any more")
    func typed() throws {
        let facts = TestFacts()
        var walk = TestFacts.walkthrough()
        try facts.drive(&walk, TestFacts.lost(.s3Bucket).filter { $0.key != "bucket" })
        #expect(walk.question?.name == "bucket")
        walk.note(typed: "half-a-na")
        var again = try JSONDecoder().decode(Walkthrough.self, from: JSONEncoder().encode(walk))
        again.back()
        try again.answer("existing")
        #expect(again.typed == "half-a-na")
        var entered = again
        try entered.answer("half-a-name")
        entered.back()
        #expect(entered.typed == nil && entered.question?.initial == "half-a-name")
        again.back()
        try again.answer("new")
        #expect(again.question?.name == "bucket" && again.typed == nil)
    }

    @Test("A name that confirms is never kept")
    func name() throws {
        let facts = TestFacts()
        var walk = TestFacts.walkthrough()
        try facts.drive(&walk, TestFacts.lost(.dynamoDBTable))
        walk.note(typed: "shop")
        #expect(walk.step == .confirm && walk.typed == nil)
    }
}
