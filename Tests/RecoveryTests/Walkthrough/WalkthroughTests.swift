import AWSModel
import Foundation
import Posture
import Testing

@testable import Recovery

@Suite("The walkthrough")
struct WalkthroughTests {
    @Test("Restores each type of a lost region from its copied recovery point", arguments: TestFacts.types)
    func restores(_ type: ResourceType) throws {
        let facts = TestFacts()
        var walk = TestFacts.walkthrough()
        let last = try facts.drive(&walk, TestFacts.lost(type))
        #expect(last?.name == "confirm")
        let calls = try #require(walk.review?.calls)
        guard case .startRestoreJob(let point, let name, let role, _)? = calls.first?.action else {
            Issue.record("the first call is \(calls)")
            return
        }
        #expect(point == "arn:aws:backup:us-west-2:111122223333:recovery-point:p-1")
        #expect(name == type.backupName)
        #expect(role == "arn:aws:iam::111122223333:role/service-role/AWSBackupDefaultServiceRole")
        #expect(calls.allSatisfy { $0.region == "us-west-2" })
        #expect(calls.count == (type == .auroraCluster ? 2 : 1))
    }

    @Test("Goes on after the confirmation to the record")
    func ends() throws {
        let facts = TestFacts()
        var walk = TestFacts.walkthrough()
        try facts.drive(&walk, TestFacts.lost(.dynamoDBTable))
        let refused = walk.confirm(typed: "wrong")
        #expect(refused == nil && walk.confirmedCalls.isEmpty)
        let grant = walk.confirm(typed: "shop")
        #expect(grant?.tokens == ["token-1"] && walk.confirmedCalls.map(\.token) == ["token-1"])
        #expect(walk.needs == [.progress(["token-1"])])
        try facts.drive(&walk, ["works": "yes", "evidence": "INC-7"])
        #expect(walk.isFinished)
        let record = try #require(walk.record(at: TestFacts.now))
        #expect(record.outcome == .succeeded && record.seconds == 1200 && record.evidence == "INC-7")
        #expect(record.recoveryPointAge == 36_000 && record.operatorName == "ada")
        #expect(record.proof?.duration == .seconds(1200))
    }

    @Test("A rehearsal stops before the confirmation and leaves a record that proves nothing")
    func rehearsal() throws {
        let facts = TestFacts()
        var walk = TestFacts.walkthrough(isRehearsal: true)
        try facts.drive(&walk, TestFacts.lost(.dynamoDBTable))
        let grant = walk.confirm(typed: "shop")
        #expect(walk.isFinished && grant == nil && walk.confirmedCalls.isEmpty)
        let record = try #require(walk.record(at: TestFacts.now))
        #expect(record.outcome == .rehearsed && record.proof == nil && record.calls.count == 1)
    }

    @Test("Asks for progress until it has ended, and gives the same leave again after a restart")
    func progress() throws {
        var facts = TestFacts()
        facts.progress = RecoveryProgress(.running, percent: 70)
        var walk = TestFacts.walkthrough()
        try facts.drive(&walk, TestFacts.lost(.dynamoDBTable))
        let grant = walk.confirm(typed: "shop")
        facts.feed(&walk)
        #expect(walk.step == .progress && walk.needs == [.progress(["token-1"])] && walk.question == nil)
        var resumed = try JSONDecoder().decode(Walkthrough.self, from: JSONEncoder().encode(walk))
        let again = resumed.confirm(typed: "shop")
        #expect(again == grant && grant != nil)
        #expect(resumed == walk)
        let isBack = walk.back()
        #expect(!isBack)
    }

    @Test("No other path is advised where calls were confirmed, or where AWS was not asked")
    func advice() throws {
        let facts = TestFacts()
        var walk = TestFacts.walkthrough()
        try facts.drive(&walk, TestFacts.lost(.dynamoDBTable))
        _ = walk.confirm(typed: "shop")
        for cause in ReadFailure.Cause.allCases {
            let need = try #require(walk.needs.first)
            walk.receive(.failure(ReadFailure(cause, "no")), for: need)
            let page = try #require(walk.question)
            #expect(!page.meaning.contains("choose"), "\(cause)")
            try walk.answer("again")
        }
        #expect(!ReadFailure(.notHad, "no").advice.contains("choose"))
    }

    @Test("What is asked after the calls can be gone back to, and no further")
    func backAfterTheCalls() throws {
        let facts = TestFacts()
        var walk = TestFacts.walkthrough()
        try facts.drive(&walk, TestFacts.lost(.dynamoDBTable))
        _ = walk.confirm(typed: "shop")
        try facts.drive(&walk, ["works": "no"])
        try #require(walk.isFinished)
        let confirmed = walk.confirmed
        var names: [String] = []
        while walk.back() { names.append(walk.question?.name ?? "") }
        #expect(names.last == "ended" && names.contains("works") && !walk.canGoBack)
        #expect(walk.confirmed == confirmed && walk.isUnderWay == false)
    }

    @Test("A recovery that failed is recorded as failed, whatever is answered")
    func failed() throws {
        var facts = TestFacts()
        facts.progress = RecoveryProgress(.failed, percent: 70, messages: ["quota"], seconds: 10)
        var walk = TestFacts.walkthrough()
        try facts.drive(&walk, TestFacts.lost(.dynamoDBTable))
        _ = walk.confirm(typed: "shop")
        try facts.drive(&walk, ["works": "yes"])
        #expect(walk.record(at: TestFacts.now)?.outcome == .failed)
    }

    @Test("Back keeps what was entered, and a changed answer drops only what depends on it")
    func back() throws {
        let facts = TestFacts()
        var walk = TestFacts.walkthrough()
        try facts.drive(
            &walk, TestFacts.lost(.s3Bucket, ["encryption": "SSE-S3", "items": "a/,b/", "bucket-is": "new"]))
        while walk.question?.name != "encryption" { walk.back() }
        #expect(walk.question?.initial == "SSE-S3")
        try walk.answer("SSE-KMS")
        facts.feed(&walk)
        #expect(walk.question?.name == "key" && walk.question?.initial == nil)
        while walk.question?.name != "bucket" { walk.back() }
        #expect(walk.question?.initial == "shop-dr")
        while walk.question?.name != "bucket-is" { walk.back() }
        try walk.answer("existing")
        #expect(walk.question?.initial == nil)
        try walk.answer("other")
        #expect(walk.question?.name == "items" && walk.question?.initial == "a/,b/")
        while walk.question?.name != "lost" { walk.back() }
        try walk.answer("us-west-2")
        #expect(walk.entries["resource"] == nil && walk.entries["items"] == nil)
    }

    @Test("Says where one is")
    func path() throws {
        let facts = TestFacts()
        var walk = TestFacts.walkthrough()
        try facts.drive(&walk, ["incident": "region-lost", "lost": "us-east-1"])
        #expect(walk.step == .resource)
        let path = walk.path
        #expect(path.map(\.step) == Step.allCases)
        #expect(path[0].answers.map(\.value) == ["region-lost", "us-east-1"] && path[1].answers.isEmpty)
    }

    @Test("What could not be read is a page with a next step", arguments: ReadFailure.Cause.allCases)
    func unread(_ cause: ReadFailure.Cause) throws {
        var facts = TestFacts()
        let need = Need.metadata(
            point: "arn:aws:backup:us-west-2:111122223333:recovery-point:p-1", vault: "dr", region: "us-west-2")
        facts.facts[need] = .failure(ReadFailure(cause, "told so"))
        var walk = TestFacts.walkthrough()
        let page = try facts.drive(&walk, TestFacts.lost(.dynamoDBTable), untilUnread: true)
        #expect(page?.name == "unread" && page?.meaning.hasPrefix("told so. ") == true)
        let kept = walk.entries
        try walk.answer("again")
        #expect(walk.entries == kept && walk.needs == [need])
        walk.receive(.failure(ReadFailure(cause, "told so")), for: need)
        try walk.answer("without")
        facts.feed(&walk)
        #expect(walk.question?.name == "table")
    }

    @Test("A fact that nobody asked for, or of another kind, changes nothing")
    func unasked() {
        var walk = TestFacts.walkthrough()
        walk.receive(.token("x"), for: .regions)
        walk.receive(.regions(["us-east-1"]), for: .regions)
        #expect(walk == TestFacts.walkthrough())
    }

    @Test("Where nothing is hit, or there is no way back, it says so", arguments: [true, false])
    func refused(_ isEmpty: Bool) throws {
        var facts = TestFacts()
        let incident = Incident(.deleted, lastGood: TestFacts.lastGood)
        if isEmpty {
            facts.facts[.resources(incident)] = .resources([])
        } else {
            facts.facts[.ways(resource: TestFacts.arn(.s3Bucket), incident)] = .ways([])
        }
        var walk = TestFacts.walkthrough()
        try facts.drive(&walk, ["incident": "deleted", "resource": TestFacts.arn(.s3Bucket)])
        #expect(walk.refusal != nil && walk.question == nil && walk.needs.isEmpty)
        let isBack = walk.back()
        #expect(isBack)
    }
}

extension TestFacts {
    /// The same, until a page of what could not be read.
    func drive(_ walk: inout Walkthrough, _ answers: [String: String], untilUnread: Bool) throws -> Question? {
        for _ in 0..<200 {
            feed(&walk)
            guard let question = walk.question, question.name != "unread" else { return walk.question }
            guard let answer = answers[question.name] ?? question.initial else { return question }
            try walk.answer(answer)
        }
        return nil
    }
}
