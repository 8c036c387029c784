import AWSModel
import Posture
import Testing

@testable import Recovery

@Suite("A plan in a file")
struct RecoveryPlanTests {
    private func follow(_ answers: [String: String], _ facts: TestFacts = TestFacts()) throws(PlanError) -> Walkthrough
    {
        var walk = TestFacts.walkthrough()
        for _ in 0..<50 {
            try walk.follow(RecoveryPlan(answers: answers))
            let needs = walk.needs
            if needs.isEmpty { break }
            for need in needs { walk.receive(facts.fact(for: need), for: need) }
        }
        return walk
    }

    @Test("Leads to the confirmation, and never past it")
    func leads() throws {
        let walk = try follow(TestFacts.lost(.dynamoDBTable, ["table": "shop-2", "works": "yes"]))
        #expect(walk.step == .confirm && walk.nameToType == "shop-2" && walk.confirmedCalls.isEmpty)
    }

    @Test("A name that nothing asks for is an error that says what is asked")
    func unknown() {
        #expect {
            _ = try follow(TestFacts.lost(.dynamoDBTable, ["tabel": "shop-2"]))
        } throws: { error in
            guard case .unknown(["tabel"], let asked)? = error as? PlanError else { return false }
            return asked.contains("table")
        }
    }

    @Test("What is missing is named with its choices")
    func missing() {
        #expect {
            _ = try follow(TestFacts.lost(.ebsVolume).filter { $0.key != "availability-zone" })
        } throws: { error in
            guard case .missing("availability-zone", _, let choices)? = error as? PlanError else { return false }
            return choices == ["availability zones-us-west-2"]
        }
    }

    @Test("A wrong answer says which")
    func wrong() {
        #expect {
            _ = try follow(TestFacts.lost(.s3Bucket, ["bucket": "NO"]))
        } throws: { error in
            guard case .notTaken(let answer)? = error as? PlanError else { return false }
            return answer.question == "bucket"
        }
    }

    @Test("A failed check stops it, unless it insists")
    func blocked() throws {
        var facts = TestFacts()
        facts.checks = [PreflightCheck(name: "role", result: .failed, detail: "no such role")]
        let answers = TestFacts.lost(.dynamoDBTable)
        #expect(throws: PlanError.blocked(["role: no such role"])) { _ = try follow(answers, facts) }
        let insisting = answers.merging(["preflight": "insist"], uniquingKeysWith: { $1 })
        #expect(try follow(insisting, facts).step == .confirm)
        #expect(try follow(insisting).step == .confirm)
    }

    @Test("What could not be read stops it, unless it goes on without")
    func unread() throws {
        var facts = TestFacts()
        let need = Need.listing(.keys, "us-west-2")
        facts.facts[need] = .failure(ReadFailure(.denied, "AccessDenied"))
        let answers = TestFacts.lost(.dynamoDBTable)
        #expect(throws: PlanError.self) { _ = try follow(answers, facts) }
        #expect(try follow(answers.merging(["unread": "without"], uniquingKeysWith: { $1 }), facts).step == .confirm)
    }

    @Test("Only what is wrong in the plan itself is the plan's fault")
    func fault() {
        let wrong = AnswerError(question: "bucket", description: "no")
        let own: [PlanError] = [
            .unknown(["a"], asked: []), .missing(name: "a", title: "", choices: []), .notTaken(wrong),
        ]
        #expect(own.allSatisfy { $0.isOfThePlan })
        #expect([PlanError.unread("x"), .blocked(["x"]), .noWay("x")].allSatisfy { !$0.isOfThePlan })
    }

    @Test("Tries what failed again once, and no more")
    func again() throws {
        var facts = TestFacts()
        facts.progress = RecoveryProgress(
            .failed, messages: ["✗ no"], failure: FailedCall(token: "token-1", hasEnded: true))
        let plan = RecoveryPlan(answers: TestFacts.lost(.dynamoDBTable, ["works": "no", "ended": "again"]))
        var walk = TestFacts.walkthrough()
        var confirmed: [[String]] = []
        for _ in 0..<40 where !walk.isFinished {
            try walk.follow(plan)
            if walk.step == .confirm || walk.isUnderWay, walk.confirm(typed: "shop") != nil,
                confirmed.last != walk.confirmed
            {
                confirmed.append(walk.confirmed)
            }
            facts.feed(&walk)
        }
        #expect(confirmed == [["token-1"], ["token-1r1"]] && walk.isFinished)
        #expect(walk.record(at: TestFacts.now)?.outcome == .failed)
    }
}
