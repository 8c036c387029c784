import AWSModel
import Posture
import Testing

@testable import Recovery

@Suite("The preflight")
struct PreflightTests {
    private func draft(
        _ type: ResourceType, _ answers: [String: String] = [:], way: RecoveryWay? = nil, lost: Region = "us-east-1"
    ) throws -> Draft {
        var facts = TestFacts()
        facts.way = way
        var walk = TestFacts.walkthrough()
        try facts.drive(&walk, TestFacts.lost(type, answers.merging(["lost": lost.name], uniquingKeysWith: { $1 })))
        return try #require(walk.draft)
    }
    private func names(_ draft: Draft) -> [String] { Preflight.items(for: draft).map(\.name) }

    @Test("Asks of each type what its restore needs")
    func items() throws {
        let common = ["recovery point", "cold storage", "vault", "running job", "role", "role permissions"]
        #expect(try names(draft(.s3Bucket)) == common + ["versioning", "EventBridge"])
        #expect(try names(draft(.s3Bucket, ["bucket-is": "new"])) == common + ["free name", "new bucket"])
        #expect(
            try names(draft(.rdsInstance, ["subnet-group": "g", "security-groups": "sg-1"]))
                == common + ["subnet group", "security groups", "free name", "quota"])
        #expect(try names(draft(.auroraCluster)) == common + ["free name", "quota", "instance class"])
        #expect(try names(draft(.ebsVolume)) == common + ["availability zone", "quota"])
    }

    @Test("What was not checked is unknown, which warns and does not block")
    func unknown() throws {
        let draft = try draft(.dynamoDBTable)
        let preflight = Preflight(draft, found: nil)
        #expect(preflight.checks.allSatisfy { $0.result == .unknown } && preflight.warns && !preflight.blocks)
    }

    @Test("A failure blocks, and what was found besides is kept")
    func failed() throws {
        let draft = try draft(.dynamoDBTable)
        let preflight = Preflight(
            draft,
            found: [
                PreflightCheck(name: "role", result: .failed, detail: "gone"),
                PreflightCheck(name: "journal", result: .passed, detail: "writable"),
            ])
        #expect(preflight.blocks && preflight.checks.last?.name == "journal")
    }

    @Test("A new bucket needs us-east-1, and warns while that is lost")
    func depends() throws {
        let draft = try draft(.s3Bucket, ["bucket-is": "new"])
        let found = Preflight.items(for: draft).map { PreflightCheck(name: $0.name, result: .passed, detail: "") }
        let check = try #require(Preflight(draft, found: found).checks.first { $0.name == "new bucket" })
        #expect(check.dependsOn == ["us-east-1"] && check.result == .warning && check.advice != nil)
    }

    @Test("A blocked walkthrough checks again, or goes on where the operator insists")
    func insists() throws {
        var facts = TestFacts()
        facts.checks = [PreflightCheck(name: "role", result: .failed, detail: "gone")]
        var walk = TestFacts.walkthrough()
        for _ in 0..<100 where walk.step != .preflight || walk.question == nil {
            facts.feed(&walk)
            guard let question = walk.question, question.step != .preflight else { continue }
            try walk.answer(TestFacts.lost(.dynamoDBTable)[question.name] ?? question.initial ?? "")
        }
        #expect(walk.question?.initial == "again")
        #expect(throws: AnswerError.self) { try walk.answer("go-on") }
        try walk.answer("again")
        #expect(walk.question == nil && walk.needs.count == 1)
        facts.feed(&walk)
        try walk.answer("insist")
        facts.feed(&walk)
        #expect(walk.step == .review)
    }
}
