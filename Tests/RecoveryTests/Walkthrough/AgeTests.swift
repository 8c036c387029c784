import AWSModel
import Foundation
import Posture
import Testing

@testable import Recovery

@Suite("What a walkthrough knows grows old")
struct AgeTests {
    private let later = TestFacts.now.addingTimeInterval(86_400)

    private func atTheConfirmation(_ facts: TestFacts = TestFacts()) throws -> Walkthrough {
        var walk = TestFacts.walkthrough()
        try facts.drive(&walk, TestFacts.lost(.rdsInstance))
        try #require(walk.step == .confirm)
        return walk
    }

    @Test("after a quarter of an hour, and not while it asks for the first time, nor once it was confirmed")
    func stale() throws {
        var walk = try atTheConfirmation()
        #expect(!walk.isStale(at: TestFacts.now.addingTimeInterval(Walkthrough.freshness)))
        #expect(walk.isStale(at: TestFacts.now.addingTimeInterval(Walkthrough.freshness + 1)))
        #expect(!TestFacts.walkthrough().isStale(at: later))
        #expect(walk.confirm(typed: "shop") != nil)
        #expect(!walk.isStale(at: later))
    }

    @Test("and is read again with the answers kept; the preflight and the review are shown once more")
    func readAgain() throws {
        var walk = try atTheConfirmation()
        walk.readAgain(at: later)
        #expect(!walk.isStale(at: later) && walk.step < .preflight && !walk.needs.isEmpty)
        #expect(walk.confirm(typed: "shop") == nil)
        TestFacts().feed(&walk)
        #expect(walk.question?.name == "preflight")
        try TestFacts().drive(&walk, [:])
        #expect(walk.step == .confirm && walk.nameToType == "shop")
        #expect(walk.review?.calls.map(\.token) == ["token-1"])
    }

    @Test("and what has changed is shown before anything is sent")
    func changes() throws {
        var before = TestFacts()
        before.metadata = ["EngineVersion": "16"]
        var walk = try atTheConfirmation(before)
        walk.readAgain(at: later)
        var after = TestFacts()
        after.metadata = ["EngineVersion": "17"]
        after.way = TestFacts.copied { way in
            way.target = "arn:aws:backup:us-west-2:111122223333:recovery-point:p-2"
            way.point?.arn = way.target
        }
        after.checks = [PreflightCheck(name: "vault is available", result: .warning, detail: "it goes tomorrow")]
        after.feed(&walk)
        try walk.answer("go-on")
        after.feed(&walk)
        guard case .info(let lines)? = walk.question?.kind else {
            Issue.record("\(walk.question?.name ?? "nothing") is asked")
            return
        }
        let changed = lines.filter { $0.hasPrefix("Changed: ") }
        #expect(changed.count == 3)
        #expect(changed.first?.hasPrefix("Changed: a newer recovery point") == true)
        #expect(changed.contains("Changed: EngineVersion is 17 instead of 16"))
        #expect(changed.last == "Changed: vault is available: warning instead of passed, it goes tomorrow")
    }

    @Test("and the recovery point that was chosen stays chosen, until the path is chosen anew")
    func pinned() throws {
        var walk = try atTheConfirmation()
        let chosen = TestFacts.copied().target
        walk.readAgain(at: later)
        var after = TestFacts()
        after.way = TestFacts.copied { way in
            way.target = "arn:aws:backup:us-west-2:111122223333:recovery-point:p-2"
            way.point?.arn = way.target
        }
        try after.drive(&walk, [:])
        func restored() -> String? {
            guard case .startRestoreJob(let point, _, _, _)? = walk.review?.calls.first?.action else { return nil }
            return point
        }
        #expect(walk.step == .confirm && restored() == chosen && walk.draft?.way.target == chosen)
        while walk.question?.name != "way", walk.back() {}
        try after.drive(&walk, [:])
        #expect(restored() == after.way?.target)
    }

    @Test("and a path that is gone by then is asked for anew")
    func gone() throws {
        var walk = try atTheConfirmation()
        walk.readAgain(at: later)
        var after = TestFacts()
        after.way = TestFacts.copied { $0.point?.vault = "another" }
        after.feed(&walk)
        #expect(walk.question?.name == "way")
    }

    @Test("and what is not read again with the rest is said to be as old as it is")
    func unrenewed() throws {
        var facts = TestFacts()
        facts.way = TestFacts.copied { $0.readAt = TestFacts.now }
        var walk = try atTheConfirmation(facts)
        #expect(walk.review?.warnings.contains { $0.contains("not read again since") } == false)
        walk.readAgain(at: later)
        try facts.drive(&walk, [:])
        let warning = walk.review?.warnings.first { $0.contains("not read again since") }
        #expect(warning?.contains("as of 2026-11-21T12:00:00Z") == true)
        facts.way?.readAt = later
        walk.readAgain(at: later)
        try facts.drive(&walk, [:])
        #expect(walk.review?.warnings.contains { $0.contains("not read again since") } == false)
    }

    @Test("and what was read before by a walkthrough that was kept goes on to be understood")
    func kept() throws {
        var walk = try atTheConfirmation()
        walk.readAgain(at: later)
        #expect(try JSONDecoder().decode(Walkthrough.self, from: JSONEncoder().encode(walk)) == walk)
    }
}
