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
        let common = [
            "recovery point can be restored", "vault is available", "nothing restores it already", "role exists",
            "role can be assumed", "role has the permissions",
        ]
        #expect(
            try names(draft(.s3Bucket))
                == common + ["bucket is there", "versioning is enabled", "EventBridge is on", "bucket is empty"])
        #expect(try names(draft(.s3Bucket, ["bucket-is": "new"])) == common + ["bucket name is free"])
        #expect(
            try names(draft(.rdsInstance, ["subnet-group": "g", "security-groups": "sg-1"]))
                == common + [
                    "instance name is free", "quota leaves room", "subnet group is there", "security groups are there",
                ])
        #expect(
            try names(draft(.auroraCluster)) == common + [
                "cluster name is free", "quota leaves room", "instance name is free", "instance class is offered",
            ])
        #expect(try names(draft(.ebsVolume)) == common + ["zone is available"])
        #expect(
            try names(draft(.efsFileSystem, ["file-system-is": "existing", "file-system": "fs-2"]))
                == common + ["file system is available"])
    }

    @Test("Says of a volume that its quota is not checked, in the review and for a runbook, and of nothing else")
    func unchecked() throws {
        for type in TestFacts.types {
            let draft = try draft(type)
            let said = Preflight.unchecked(for: draft)
            #expect(said.isEmpty == (type != .ebsVolume))
            let review = Review(draft, token: "t", preflight: Preflight(draft, found: nil))
            #expect(said.allSatisfy { review.lines.contains("Mind: not checked: \($0)") })
        }
    }

    @Test("Asks for each name once")
    func once() throws {
        for type in TestFacts.types {
            let names = try names(draft(type))
            #expect(Set(names).count == names.count)
        }
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
                PreflightCheck(name: "role exists", result: .failed, detail: "gone"),
                PreflightCheck(name: "journal", result: .passed, detail: "writable"),
            ])
        #expect(preflight.blocks && preflight.checks.last?.name == "journal")
    }

    @Test("A new bucket needs us-east-1, and warns while that is lost")
    func depends() throws {
        let draft = try draft(.s3Bucket, ["bucket-is": "new"])
        let found = Preflight.items(for: draft).map { PreflightCheck(name: $0.name, result: .passed, detail: "") }
        let check = try #require(Preflight(draft, found: found).checks.first { $0.name == "bucket name is free" })
        #expect(check.dependsOn == ["us-east-1"] && check.result == .warning && check.advice != nil)
    }

    @Test("A blocked walkthrough checks again, or goes on where the operator insists")
    func insists() throws {
        var facts = TestFacts()
        facts.checks = [PreflightCheck(name: "role exists", result: .failed, detail: "gone")]
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
