import Foundation
import Ledger
import Testing

@Suite struct LeaseTests {
    let place: TestLedger
    let ledger: Ledger
    /// Every process that the tests make up runs.
    let running: (Int32) -> Int64? = { _ in 100 }

    init() throws {
        place = try TestLedger()
        ledger = try place.open()
    }

    private func claim(_ process: Int32, at moment: Date = noon, startOf: ((Int32) -> Int64?)? = nil) throws
        -> LeaseClaim
    {
        try ledger.claim(.walkthrough("w"), by: .made(process), for: 60, at: moment, startOf: startOf ?? running)
    }

    private func taken(_ claim: LeaseClaim) -> Lease? { if case .taken(let lease) = claim { lease } else { nil } }

    @Test func theFirstGetsItAndTheSecondIsToldWhoHasIt() throws {
        let first = try #require(taken(try claim(1)))
        #expect(try claim(2) == .held(first))
        #expect(first.holder.operatorName == "ann@bastion")
    }

    @Test func twoTasksOfOneProcessDoNotBothGetIt() throws {
        let first = try #require(taken(try claim(1)))
        #expect(try claim(1) == .held(first))
    }

    @Test func itCanBeTakenOnceItHasExpired() throws {
        #expect(taken(try claim(1)) != nil)
        #expect(taken(try claim(2, at: noon + 59)) == nil)
        #expect(taken(try claim(2, at: noon + 60))?.number == 2)
    }

    @Test func itCanBeTakenOnceItsHolderIsGone() throws {
        #expect(taken(try claim(1)) != nil)
        #expect(taken(try claim(2, startOf: { $0 == 1 ? nil : 100 })) != nil)
    }

    @Test func anotherProcessOfTheSameNumberIsNotTheHolder() throws {
        #expect(taken(try claim(1)) != nil)
        #expect(taken(try claim(2, startOf: { _ in 900 })) != nil)
    }

    @Test func itCanBeTakenWhenItWasGivenBack() throws {
        let first = try #require(taken(try claim(1)))
        try ledger.release(first)
        #expect(taken(try claim(2))?.number == 2)
    }

    @Test func givingBackWhatWasTakenOverTakesItFromNobody() throws {
        let first = try #require(taken(try claim(1)))
        let second = try #require(taken(try claim(2, at: noon + 60)))
        try ledger.release(first)
        #expect(try ledger.holder(of: .walkthrough("w"), at: noon + 61) == second)
    }

    @Test func aRenewedLeaseHoldsForLonger() throws {
        let first = try #require(taken(try claim(1)))
        #expect(try ledger.renew(first, for: 60, at: noon + 50) != nil)
        #expect(taken(try claim(2, at: noon + 100)) == nil)
    }

    @Test func aLeaseThatWasTakenOverCannotBeRenewed() throws {
        let first = try #require(taken(try claim(1)))
        #expect(taken(try claim(2, at: noon + 60)) != nil)
        #expect(try ledger.renew(first, for: 60, at: noon + 61) == nil)
    }

    @Test func nothingIsIntendedUnderALeaseThatWasTakenOver() throws {
        let first = try #require(taken(try claim(1)))
        #expect(taken(try claim(2, at: noon + 60)) != nil)
        #expect(throws: LedgerError.leaseLost(.walkthrough("w"))) {
            try ledger.intend(TestLedger.intent("a"), under: first, at: noon + 61)
        }
        #expect(try ledger.entries().isEmpty)
    }

    @Test func nothingIsIntendedUnderALeaseThatHasExpired() throws {
        let first = try #require(taken(try claim(1)))
        #expect(throws: LedgerError.leaseLost(.walkthrough("w"))) {
            try ledger.intend(TestLedger.intent("a"), under: first, at: noon + 60)
        }
    }

    @Test func aHeldLeaseIsRenewedUntilItIsLost() throws {
        let held = HeldLease(try #require(taken(try claim(1))), in: ledger, span: 60)
        #expect(try held.renew(at: noon + 50).expiresAt == noon + 110)
        #expect(taken(try claim(2, at: noon + 110)) != nil)
        #expect(throws: LedgerError.leaseLost(.walkthrough("w"))) { try held.renew(at: noon + 111) }
        #expect(held.current == nil)
        #expect(throws: LedgerError.leaseLost(.walkthrough("w"))) { try held.renew(at: noon + 112) }
    }

    @Test func aHeldLeaseThatIsGivenBackIsFree() throws {
        let held = HeldLease(try #require(taken(try claim(1))), in: ledger, span: 60)
        try held.release()
        #expect(held.current == nil)
        #expect(taken(try claim(2)) != nil)
    }

    @Test func whatIsTrueIsWrittenWhoeverHoldsTheLease() throws {
        let first = try #require(taken(try claim(1)))
        try ledger.intend(TestLedger.intent("a"), under: first, at: noon)
        #expect(taken(try claim(2, at: noon + 60)) != nil)
        #expect(try ledger.conclude("a", as: .accepted, identifier: "job-1", at: noon + 61).state == .accepted)
    }

    @Test func ofManyThatClaimAtOnceOneGetsIt() async throws {
        let path = place.path
        let winners = try await withThrowingTaskGroup(of: Bool.self) { group in
            for process: Int32 in 1...16 {
                group.addTask {
                    let claim = try Ledger.open(at: path).claim(
                        .intent("a"), by: .made(process), for: 60, at: noon, startOf: { _ in 100 })
                    if case .taken = claim { return true }
                    return false
                }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(winners == 1)
    }
}

@Suite struct LeaseHolderTests {
    @Test(arguments: [
        (LeaseHolder.made(1), false),
        (LeaseHolder.made(2), true),
        (LeaseHolder.made(1, started: 99), true),
        (LeaseHolder.made(2, boot: "before"), true),
        (LeaseHolder.made(2, host: "elsewhere", boot: "another"), false),
    ])
    func aHolderIsGoneOnlyWhereThatCanBeSeen(holder: LeaseHolder, isGone: Bool) {
        #expect(holder.isGone(seenFrom: .made(7), startOf: { $0 == 1 ? 100 : nil }) == isGone)
    }

    @Test func aProcessOfAnotherNamespaceCannotBeSeen() {
        var holder = LeaseHolder.made(2)
        holder.namespace = "pid:[2]"
        #expect(!holder.isGone(seenFrom: .made(7), startOf: { _ in nil }))
    }

    @Test func thisProcessRuns() {
        #expect(!LeaseHolder.current.isGone(seenFrom: .current))
    }

    @Test func aProcessThatEndedIsGone() throws {
        let child = Process()
        child.executableURL = URL(fileURLWithPath: "/bin/true")
        try child.run()
        child.waitUntilExit()
        var holder = LeaseHolder.current
        holder.process = child.processIdentifier
        #expect(holder.isGone(seenFrom: .current))
    }
}
