import Foundation
import GRDB
import Ledger
import Testing

@Suite struct DrillLedgerTests {
    let place: TestLedger
    let ledger: Ledger

    init() throws {
        place = try TestLedger()
        ledger = try place.open()
    }

    @Test func aDrillComesBackAsItWasRecorded() throws {
        let drill = Drill.made("a", daysAgo: 3, checks: [DrillCheck(name: "size", result: .passed, detail: "10 GB")])
        let recorded = try ledger.record(drill, at: noon)
        #expect(try place.open().drills() == [recorded])
        #expect(recorded.drill == drill)
    }

    @Test func drillsAreThoseOfOneResourceInTheirOrder() throws {
        for resource in ["a", "b", "a"] { try ledger.record(.made(resource, daysAgo: 3), at: noon) }
        #expect(try ledger.drills(of: "a").map(\.id) == [1, 3])
    }

    @Test func aCorrectionNamesWhatItCorrectsAndBothStay() throws {
        try ledger.record(.made("a", daysAgo: 3), at: noon)
        try ledger.record(.made("a", daysAgo: 3, outcome: .failed), correcting: 1, at: noon)
        #expect(try ledger.drills().map(\.corrects) == [nil, 1])
        #expect(try ledger.drills().standing.map(\.id) == [2])
    }

    @Test func aCorrectionOfNothingIsRefused() throws {
        #expect(throws: LedgerError.unknownDrill(id: 7)) {
            try ledger.record(.made("a", daysAgo: 3), correcting: 7, at: noon)
        }
        #expect(try ledger.drills().isEmpty)
    }

    @Test(arguments: ["DELETE FROM drills", "UPDATE drills SET resource = 'b'"])
    func noDrillIsEverChangedNotEvenByHand(statement: String) throws {
        try ledger.record(.made("a", daysAgo: 3), at: noon)
        let other = try DatabaseQueue(path: place.path)
        #expect(throws: DatabaseError.self) { try other.write { try $0.execute(sql: statement) } }
        #expect(try ledger.drills().count == 1)
    }

    @Test func theExportSaysWhatIsCorrectedAndWhatIsDue() throws {
        try ledger.record(.made("a", daysAgo: 3), at: noon)
        try ledger.record(.made("a", daysAgo: 3, outcome: .failed), correcting: 1, at: noon)
        let drills = try ledger.drills()
        let due = DrillSchedule.due(drills, resources: [], now: noon)
        let text = try DrillExport(drills, due: due, now: noon).json()
        let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(json["schema"] as? String == "lifeboat.drills/1")
        #expect(json["generatedAt"] as? String == "2026-11-20T12:00:00Z")
        let entries = try #require(json["drills"] as? [[String: Any]])
        #expect(entries.map { $0["correctedBy"] as? [Int] } == [[2], []])
        #expect(entries.map { $0["proves"] as? Bool } == [true, false])
        #expect(entries.map { $0["recoveryTime"] as? Int } == [640, 640])
        #expect(entries.first?["drilledAt"] as? String == "2026-11-17T12:00:00Z")
        #expect((json["due"] as? [[String: Any]])?.map { $0["isDue"] as? Bool } == [true])
    }
}
