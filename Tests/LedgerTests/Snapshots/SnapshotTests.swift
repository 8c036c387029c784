import AWSModel
import Foundation
import GRDB
import Ledger
import Testing

@Suite struct SnapshotTests {
    let place: TestLedger
    let ledger: Ledger

    init() throws {
        place = try TestLedger()
        ledger = try place.open()
    }

    static func snapshot(
        at moment: Date = noon, account: AccountID? = "123456789012", verdict: String = "protected",
        reason: String = "replicated to us-west-2"
    ) -> PostureSnapshot {
        let media = SnapshotVerdict(
            arn: "arn:aws:s3:::media", type: "s3-bucket", name: "media", region: "us-east-1", verdict: verdict,
            assurance: "observed", accepted: false, reason: reason)
        let homeless = SnapshotVerdict(
            arn: "arn:aws:s3:::nowhere", type: "s3-bucket", name: "nowhere", region: nil, verdict: "unknown",
            assurance: nil, accepted: true, reason: "its region is not known")
        return PostureSnapshot(
            takenAt: moment, account: account, partition: "aws", answer: "unknown", complete: false,
            regions: ["us-east-1", "us-west-2"],
            blindSpots: [SnapshotBlindSpot(region: "us-west-2", what: "the tables", cause: "denied")],
            answers: [
                SnapshotAnswer(
                    threat: "region-outage", region: "us-east-1", answer: "unknown", onPaper: false, accepted: 1,
                    counts: [verdict: 1, "unknown": 1],
                    blindSpots: [SnapshotBlindSpot(region: nil, what: "the buckets", cause: "timed out")],
                    verdicts: [media, homeless]),
                SnapshotAnswer(
                    threat: "corruption", region: nil, answer: "yes", onPaper: true, accepted: 0, counts: [:],
                    verdicts: [media]),
            ])
    }

    @Test func aSnapshotComesBackAsItWasSaved() throws {
        var saved = Self.snapshot()
        saved.id = try ledger.save(saved, at: noon)
        #expect(try place.open().snapshot(saved.id ?? 0) == saved)
    }

    @Test func aListHasAnswersWithoutVerdictsTheNewestFirst() throws {
        try ledger.save(Self.snapshot(at: noon - 60), at: noon)
        try ledger.save(Self.snapshot(at: noon), at: noon)
        try ledger.save(Self.snapshot(at: noon - 30, account: nil), at: noon)
        let list = try ledger.snapshots()
        #expect(list.map(\.id) == [2, 3, 1])
        #expect(list[0].answers.map(\.threat) == ["region-outage", "corruption"])
        #expect(list[0].answers.allSatisfy { $0.verdicts.isEmpty })
        #expect(try ledger.snapshots(of: "123456789012").map(\.id) == [2, 1])
    }

    @Test func theHistoryOfAResourceIsToldByItsARNOrName() throws {
        try ledger.save(Self.snapshot(at: noon - 60), at: noon)
        try ledger.save(Self.snapshot(at: noon, verdict: "unprotected", reason: "no path survives"), at: noon)
        for name in ["media", "arn:aws:s3:::media"] {
            let history = try ledger.history(of: name)
            #expect(history.map(\.snapshot) == [2, 2, 1, 1])
            #expect(history.map(\.threat) == ["region-outage", "corruption", "region-outage", "corruption"])
            #expect(history.map(\.verdict.verdict) == ["unprotected", "unprotected", "protected", "protected"])
            #expect(history.first?.region == "us-east-1")
        }
        #expect(try ledger.history(of: "medi").isEmpty)
    }

    @Test func savingLetsGoOfWhatIsKeptNoLongerAndOfItsReasons() throws {
        // As they were saved then.
        for minutes in 0..<3 {
            try ledger.save(
                Self.snapshot(at: noon - 20 * 86_400 + Double(minutes) * 60, reason: "reason \(minutes)"),
                at: noon - 20 * 86_400)
        }
        #expect(try ledger.snapshots().count == 3)
        try ledger.save(Self.snapshot(), at: noon)
        #expect(try ledger.snapshots().map(\.id) == [4, 3])
        #expect(try ledger.setting("SELECT count(*) FROM statements WHERE reason IN ('reason 0', 'reason 1')") == "0")
        #expect(try ledger.setting("SELECT count(*) FROM verdicts") == "6")
    }

    @Test func aSnapshotWhoseSavingWasBrokenOffIsNotSeenAndGoesAfterAnHour() throws {
        try ledger.save(Self.snapshot(), at: noon)
        let other = try DatabaseQueue(path: place.path)
        try other.write { try $0.execute(sql: "UPDATE snapshots SET savingSince = ?", arguments: [noon]) }
        #expect(try ledger.snapshots().isEmpty)
        #expect(try ledger.snapshot(1) == nil)
        #expect(try ledger.history(of: "media").isEmpty)
        try ledger.save(Self.snapshot(), at: noon + 3_599)
        #expect(try ledger.setting("SELECT count(*) FROM snapshots") == "2")
        try ledger.save(Self.snapshot(), at: noon + 3_601)
        #expect(try ledger.setting("SELECT count(*) FROM snapshots WHERE id = 1") == "0")
    }

    @Test func aLargeSnapshotIsWholeThoughItIsWrittenInPieces() throws {
        var large = Self.snapshot()
        large.answers[0].verdicts = (0..<4_500).map { number in
            SnapshotVerdict(
                arn: "arn:aws:s3:::bucket-\(number + 10_000)", type: "s3-bucket", name: "bucket", region: "us-east-1",
                verdict: "protected", assurance: nil, accepted: false, reason: "reason \(number % 3)")
        }
        large.id = try ledger.save(large, at: noon)
        #expect(try ledger.snapshot(large.id ?? 0) == large)
    }

    @Test func anotherAccountsSnapshotsStay() throws {
        try ledger.save(Self.snapshot(at: noon - 20 * 86_400, account: "210987654321"), at: noon)
        try ledger.save(Self.snapshot(at: noon - 20 * 86_400 + 60), at: noon)
        try ledger.save(Self.snapshot(), at: noon)
        #expect(try ledger.snapshots().count == 3)
    }
}

@Suite struct SnapshotRetentionTests {
    private func kept(_ moments: [Date]) -> [Date] {
        let gone = Set(
            SnapshotRetention.pruned(moments.enumerated().map { (id: Int64($0), takenAt: $1) }, now: noon))
        return moments.enumerated().filter { !gone.contains(Int64($0.offset)) }.map(\.element)
    }

    private func ago(days: Double) -> Date { noon - days * 86_400 }

    @Test func allOfAWeekStay() {
        let moments = [ago(days: 0), ago(days: 0.01), ago(days: 6.99)]
        #expect(kept(moments) == moments)
    }

    @Test func ofAnOlderDayTheLastStays() {
        #expect(
            kept([ago(days: 0), ago(days: 30), ago(days: 30.01), ago(days: 29)]) == [
                ago(days: 0), ago(days: 30), ago(days: 29),
            ])
    }

    @Test func ofAnOlderMonthTheLastStays() {
        // 2026-07-13 and 2026-07-23; 2026-06-23
        #expect(
            kept([ago(days: 0), ago(days: 130), ago(days: 120), ago(days: 150)]) == [
                ago(days: 0), ago(days: 120), ago(days: 150),
            ])
    }

    @Test func theOnlyOneStaysHoweverOldItIs() {
        #expect(kept([ago(days: 4_000)]).count == 1)
    }

    @Test func anHourlyYearIsAFewHundred() {
        let moments = (0..<(365 * 24)).map { ago(days: Double($0) / 24) }
        // A week of hours, 83 more days, and the months before them.
        #expect((255...275).contains(kept(moments).count))
    }
}
