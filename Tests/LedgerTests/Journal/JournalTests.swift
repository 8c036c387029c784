import Foundation
import Ledger
import Testing

@Suite struct JournalTests {
    let place: TestLedger
    let ledger: Ledger

    init() throws {
        place = try TestLedger()
        ledger = try place.open()
    }

    @Test func anIntentIsThereForEveryoneWhenItIsWritten() throws {
        try ledger.intend(TestLedger.intent("a"), at: noon)
        let entry = try #require(try place.open().entry("a"))
        #expect(entry.intent == TestLedger.intent("a"))
        #expect(entry.state == .intended)
        #expect(entry.intendedAt == noon)
    }

    @Test func theSameIntentTwiceIsOneRowThatKeepsWhatIsKnown() throws {
        try ledger.intend(TestLedger.intent("a"), at: noon)
        try ledger.conclude("a", as: .unanswered, message: "timed out", at: noon)
        let again = try ledger.intend(TestLedger.intent("a"), at: noon + 60)
        #expect(!again.isNew)
        #expect(again.entry.state == .unanswered)
        #expect(again.entry.message == "timed out")
        #expect(again.entry.intendedAt == noon)
        #expect(try ledger.entries().count == 1)
        #expect(try ledger.moments(of: "a").map(\.state) == [.intended, .unanswered, .unanswered])
    }

    @Test(arguments: [IntentState.accepted, .endedWell, .endedBadly])
    func whatWasAcceptedIsNeverIntendedAgain(state: IntentState) throws {
        try ledger.intend(TestLedger.intent("a"), at: noon)
        try ledger.conclude("a", as: state, identifier: "job-1", at: noon)
        #expect(throws: LedgerError.alreadyAccepted(token: "a", identifier: "job-1")) {
            try ledger.intend(TestLedger.intent("a"), at: noon + 60)
        }
        #expect(try ledger.entry("a")?.state == state)
    }

    @Test func anotherOperatorMayGoOnWithTheSameIntent() throws {
        #expect(try ledger.intend(TestLedger.intent("a"), at: noon).isNew)
        var taken = TestLedger.intent("a")
        taken.operatorName = "bob@bastion"
        let found = try ledger.intend(taken, at: noon)
        #expect(!found.isNew && found.entry.intent.operatorName == "ann@bastion")
        #expect(try ledger.moments(of: "a").map(\.operatorName) == ["ann@bastion", "bob@bastion"])
    }

    @Test func ofTwoWhoIntendTheSameOneIsTold() throws {
        let other = try place.open()
        #expect(try ledger.intend(TestLedger.intent("a"), at: noon).isNew)
        #expect(try !other.intend(TestLedger.intent("a"), at: noon).isNew)
    }

    @Test func aTokenIsNeverUsedForAnotherCall() throws {
        try ledger.intend(TestLedger.intent("a"), at: noon)
        var other = TestLedger.intent("a")
        other.request = #"{"startRestoreJob":{"recoveryPoint":"another"}}"#
        #expect(throws: LedgerError.tokenReused(token: "a")) { try ledger.intend(other, at: noon) }
        #expect(try ledger.entry("a")?.intent == TestLedger.intent("a"))
    }

    @Test func whatWasNeverIntendedCannotBeConcluded() {
        #expect(throws: LedgerError.unknownToken(token: "a")) { try ledger.conclude("a", as: .accepted, at: noon) }
    }

    /// The states that each may become.
    static let successors: [IntentState: Set<IntentState>] = [
        .intended: Set(IntentState.allCases),
        .unanswered: [.unanswered, .refused, .accepted, .endedWell, .endedBadly],
        .refused: [.refused, .unanswered, .accepted, .endedWell, .endedBadly],
        .accepted: [.accepted, .endedWell, .endedBadly],
        .endedWell: [.endedWell],
        .endedBadly: [.endedBadly],
    ]

    @Test(arguments: IntentState.allCases, IntentState.allCases)
    func theJournalNeverKnowsLessThanBefore(from: IntentState, to: IntentState) throws {
        try ledger.intend(TestLedger.intent("a"), at: noon)
        try ledger.conclude("a", as: from, at: noon)
        if Self.successors[from]?.contains(to) == true {
            #expect(try ledger.conclude("a", as: to, at: noon + 1).state == to)
        } else {
            #expect(throws: LedgerError.backwards(token: "a", from: from, to: to)) {
                try ledger.conclude("a", as: to, at: noon + 1)
            }
            #expect(try ledger.entry("a")?.state == from)
        }
    }

    @Test func aJobOnceKnownIsNeverSwappedForAnother() throws {
        try ledger.intend(TestLedger.intent("a"), at: noon)
        try ledger.conclude("a", as: .accepted, identifier: "job-1", at: noon)
        #expect(throws: LedgerError.anotherIdentifier(token: "a", known: "job-1", told: "job-2")) {
            try ledger.conclude("a", as: .accepted, identifier: "job-2", at: noon)
        }
        #expect(try ledger.conclude("a", as: .endedWell, message: "done", at: noon).identifier == "job-1")
    }

    @Test func openEntriesAreThoseThatAWSMustBeAskedAbout() throws {
        for state in IntentState.allCases {
            try ledger.intend(TestLedger.intent(state.rawValue), at: noon)
            try ledger.conclude(state.rawValue, as: state, at: noon)
        }
        #expect(try ledger.openEntries().map(\.state) == [.intended, .unanswered, .accepted])
    }

    @Test func entriesAreThoseOfOneWalkthroughInTheirOrder() throws {
        _ = try ledger.begin(TestLedger.walkthrough("w"))
        for token in ["b", "a", "c"] {
            try ledger.intend(TestLedger.intent(token, walkthrough: token == "a" ? nil : "w"), at: noon)
        }
        #expect(try ledger.entries(of: "w").map(\.intent.token) == ["b", "c"])
        #expect(try ledger.entries().map(\.intent.token) == ["b", "a", "c"])
    }

    @Test func whatACallMadeAndWhenItEndedIsKept() throws {
        try ledger.intend(TestLedger.intent("a"), at: noon)
        try ledger.conclude("a", as: .accepted, identifier: "job-1", at: noon)
        try ledger.conclude("a", as: .endedWell, made: "arn:aws:s3:::b", endedAt: noon + 90, at: noon + 120)
        let entry = try #require(try place.open().entry("a"))
        #expect(entry.made == "arn:aws:s3:::b" && entry.endedAt == noon + 90 && entry.changedAt == noon + 120)
    }

    @Test func aRefusalAfterWhichItWasIntendedAgainIsInDoubtUntilItIsConcluded() throws {
        try ledger.intend(TestLedger.intent("a"), at: noon)
        try ledger.conclude("a", as: .refused, message: "throttled", at: noon + 1)
        #expect(try ledger.entry("a").map { $0.isInDoubt || $0.sentAt != noon } == false)
        try ledger.intend(TestLedger.intent("a"), at: noon + 60)
        #expect(try ledger.entry("a").map { $0.isInDoubt && $0.sentAt == noon + 60 } == true)
        try ledger.conclude("a", as: .refused, message: "throttled", at: noon + 61)
        #expect(try ledger.entry("a")?.isInDoubt == false)
    }
}
