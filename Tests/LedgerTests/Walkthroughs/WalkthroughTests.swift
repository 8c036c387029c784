import Foundation
import Ledger
import Testing

@Suite struct WalkthroughTests {
    let place: TestLedger
    let ledger: Ledger
    let lease: Lease

    init() throws {
        place = try TestLedger()
        ledger = try place.open()
        guard case .taken(let lease) = try ledger.begin(TestLedger.walkthrough("w")) else {
            throw LedgerError.leaseLost(.walkthrough("w"))
        }
        self.lease = lease
    }

    @Test func aWalkthroughGoesOnWhereItWas() throws {
        try ledger.save("w", state: #"{"step":"review"}"#, resource: "arn:aws:s3:::media", under: lease, at: noon + 5)
        let saved = try #require(try place.open().walkthrough("w"))
        #expect(saved.state == #"{"step":"review"}"#)
        #expect(saved.resource == "arn:aws:s3:::media")
        #expect(saved.updatedAt == noon + 5)
        #expect(saved.startedAt == noon)
    }

    @Test func whatHappenedIsKeptOnceItWasTold() throws {
        try ledger.save("w", state: "{}", scenario: "drill", under: lease, at: noon)
        try ledger.save("w", state: "{}", under: lease, at: noon)
        #expect(try ledger.walkthrough("w")?.scenario == "drill")
    }

    @Test func aStateWithoutAResourceKeepsTheOneThatWasChosen() throws {
        try ledger.save("w", state: "{}", resource: "arn:aws:s3:::media", under: lease, at: noon)
        try ledger.save("w", state: "{}", under: lease, at: noon)
        #expect(try ledger.walkthrough("w")?.resource == "arn:aws:s3:::media")
    }

    @Test func whoeverLostTheLeaseSavesNothing() throws {
        let claim = try ledger.claim(.walkthrough("w"), by: .made(2), at: lease.expiresAt)
        guard case .taken = claim else { return #expect(Bool(false), "it had expired") }
        #expect(throws: LedgerError.leaseLost(.walkthrough("w"))) {
            try ledger.save("w", state: "{}", under: lease, at: noon + 1)
        }
        #expect(try ledger.walkthrough("w")?.state == #"{"step":"paths"}"#)
    }

    @Test func aLeaseOfAnotherWalkthroughIsNone() throws {
        guard case .taken(let other) = try ledger.begin(TestLedger.walkthrough("v")) else { return }
        #expect(throws: LedgerError.leaseLost(.walkthrough("w"))) {
            try ledger.save("w", state: "{}", under: other, at: noon)
        }
    }

    @Test func anEndedWalkthroughIsUnderWayNoMoreAndIsFree() throws {
        try ledger.end("w", outcome: "restored", state: "{}", under: lease, at: noon + 9)
        #expect(try ledger.walkthroughs().isEmpty)
        let ended = try #require(try ledger.walkthroughs(underWayOnly: false).first)
        #expect(ended.outcome == "restored")
        #expect(ended.endedAt == noon + 9)
        #expect(try ledger.holder(of: .walkthrough("w"), at: noon + 10) == nil)
    }

    @Test func oneOfWhichNothingWasCalledIsDiscarded() throws {
        try ledger.discard("w", under: lease, at: noon + 9)
        #expect(try ledger.walkthroughs().isEmpty)
        #expect(try ledger.walkthrough("w")?.outcome == "discarded")
        #expect(try ledger.holder(of: .walkthrough("w"), at: noon + 10) == nil)
    }

    @Test func oneOfWhichACallStandsInTheJournalIsNotDiscarded() throws {
        try ledger.intend(TestLedger.intent("t", walkthrough: "w"), under: lease, at: noon + 1)
        #expect(throws: LedgerError.actedIn(walkthrough: "w")) { try ledger.discard("w", under: lease, at: noon + 2) }
        #expect(try ledger.walkthroughs().map(\.id) == ["w"])
    }

    @Test func theOneThatChangedLastComesFirst() throws {
        _ = try ledger.begin(TestLedger.walkthrough("v", at: noon + 1))
        #expect(try ledger.walkthroughs().map(\.id) == ["v", "w"])
        try ledger.save("w", state: "{}", under: lease, at: noon + 2)
        #expect(try ledger.walkthroughs().map(\.id) == ["w", "v"])
    }
}
