import AWSModel
import Foundation
import Posture
import Testing

@testable import Recovery

/// Walks of random answers, right and wrong, with facts that come, fail, or come late.
@Suite("The walkthrough, whatever is answered")
struct WalkthroughPropertyTests {
    static let ways: [RecoveryWay] =
        [TestFacts.copied(), TestFacts.copied { $0.point?.isContinuous = true }] + OtherPathTests.rows.map(\.way)

    struct Walk {
        var random: SplitMix
        var walk: Walkthrough
        var facts = TestFacts()

        init(_ seed: UInt64) {
            random = SplitMix(state: seed)
            walk = TestFacts.walkthrough(isRehearsal: random.next() % 4 == 0)
            facts.way = WalkthroughPropertyTests.ways[Int(random.next() % UInt64(WalkthroughPropertyTests.ways.count))]
        }

        mutating func pick<Value>(_ values: [Value]) -> Value? {
            values.isEmpty ? nil : values[Int(random.next() % UInt64(values.count))]
        }

        mutating func text(for question: Question) -> String {
            let odd = [
                "", "x", "yes", "no", "again", "without", "arn:aws:kms:us-west-2:1:key/k", "\u{0}", "99999999999",
            ]
            let good = [
                "shop-9", "us-west-2a", "db.t4g.small", "arn:aws:iam::111122223333:role/r",
                "arn:aws:kms:us-west-2:1:key/k",
                "fs-9", "2026-11-20T00:00:00Z", "500",
            ]
            switch random.next() % 8 {
            case 0: return pick(odd) ?? ""
            case 1, 2: return question.initial ?? pick(question.choices)?.value ?? pick(good) ?? ""
            case 3, 4: return pick(question.choices)?.value ?? question.initial ?? pick(good) ?? ""
            default: return question.initial.map { $0.isEmpty ? pick(good) ?? "" : $0 } ?? pick(good) ?? ""
            }
        }

        /// One thing that may happen; the name is typed only where it is told to.
        mutating func step(confirms: Bool) {
            let needs = walk.needs
            if let need = pick(needs), random.next() % 3 != 0 {
                let fails = random.next() % 6 == 0
                let cause = pick(ReadFailure.Cause.allCases) ?? .other
                walk.receive(fails ? .failure(ReadFailure(cause, "no")) : facts.fact(for: need), for: need)
            } else if random.next() % 9 == 0 {
                walk.back()
            } else if let question = walk.question {
                let answer = text(for: question)
                let before = walk
                do throws(AnswerError) { try walk.answer(answer) } catch { #expect(walk == before) }
                if confirms, walk.step == .confirm, let name = walk.nameToType { _ = walk.confirm(typed: name) }
            }
        }
    }

    @Test(
        "Never goes astray, is the same after it was saved, and calls nothing that was not confirmed", arguments: 0..<16
    )
    func walks(_ seed: UInt64) throws {
        var walk = Walk(seed)
        for _ in 0..<120 {
            walk.step(confirms: false)
            #expect(walk.walk.confirmedCalls.isEmpty && walk.walk.confirmed.isEmpty)
            #expect(walk.walk.question == nil || walk.walk.needs.isEmpty)
            let saved = try JSONDecoder().decode(Walkthrough.self, from: JSONEncoder().encode(walk.walk))
            #expect(saved == walk.walk && saved.question == walk.walk.question && saved.needs == walk.walk.needs)
        }
    }

    @Test("Ends, or waits, also where all is confirmed; a rehearsal never calls", arguments: 100..<130)
    func ends(_ seed: UInt64) {
        var walk = Walk(seed)
        for _ in 0..<200 { walk.step(confirms: true) }
        if walk.walk.isRehearsal { #expect(walk.walk.confirmedCalls.isEmpty) }
        #expect(walk.walk.confirmedCalls.map(\.token) == walk.walk.confirmed)
        let hasWay = walk.walk.question != nil || !walk.walk.needs.isEmpty || walk.walk.isFinished
        #expect(hasWay || walk.walk.refusal != nil)
    }

    @Test("Back, then the same answers, is where one was", arguments: 200..<230)
    func back(_ seed: UInt64) throws {
        var walk = Walk(seed)
        for _ in 0..<60 { walk.step(confirms: false) }
        let before = walk.walk
        guard before.question != nil else { return }
        var steps = 0
        while steps < 1 + Int(seed % 5) {
            guard walk.walk.back() else { break }
            steps += 1
        }
        for _ in 0..<steps {
            guard let question = walk.walk.question else { break }
            let entered = walk.walk.entries[question.name]?.value
            try walk.walk.answer(try #require(entered))
        }
        #expect(walk.walk == before)
    }
}

/// SplitMix64: small, and the same everywhere.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
