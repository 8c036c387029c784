import AWSModel
import Foundation
import Ledger
import Posture
import Testing

@testable import Recovery
@testable import lifeboat

@Suite("A record in the ledger")
struct DrillMappingTests {
    private static let start = Date(timeIntervalSince1970: 1_795_262_400)
    private static let made = start.addingTimeInterval(-36_000)

    private func drill(_ edit: (inout DrillRecord) -> Void = { _ in }) -> Drill {
        var record = DrillRecord(
            startedAt: Self.start, endedAt: Self.start.addingTimeInterval(1800), operatorName: "ada",
            account: "111122223333", incident: Incident(.regionLost, lost: "us-east-1", isDrill: true),
            resource: "arn:aws:s3:::shop", resourceType: "s3-bucket", mechanism: .backupCopy, means: .restoreJob,
            region: "us-west-2", recoveryPoint: "arn:aws:backup:us-west-2:111122223333:recovery-point:p-1",
            recoveryPointCreatedAt: Self.made, recoveryPointAge: 36_000, seconds: 1200, outcome: .succeeded,
            preflight: [], validation: [PreflightCheck(name: "bucket exists", result: .passed, detail: "")],
            created: [], byHand: [], calls: [], evidence: "")
        edit(&record)
        return Drill(record, walkthrough: "w", jobs: [])
    }

    @Test("Was drilled when it began, from a recovery point of its own moment, and says that it was a drill")
    func moments() {
        let drill = drill()
        #expect(drill.drilledAt == Self.start && drill.recoveryPointCreatedAt == Self.made)
        #expect(drill.isDrill == true && drill.scenario == "region-lost" && drill.proves)
    }

    @Test("What is no recovery point of AWS Backup has no such moment")
    func noPoint() { #expect(drill { $0.recoveryPointCreatedAt = nil }.recoveryPointCreatedAt == nil) }

    @Test("Without a check that passed it proves nothing")
    func unchecked() {
        #expect(!drill { $0.validation = [] }.proves)
        #expect(!drill { $0.validation[0].result = .unknown }.proves)
    }

    @Test("The list says when what it proves has lapsed")
    func lapsed() {
        let recorded = RecordedDrill(id: 1, recordedAt: Self.start, drill: drill())
        func text(_ days: Double) -> String {
            "\(DrillPage(now: Self.start.addingTimeInterval(days * 86_400), isWhole: false).page([recorded], []))"
        }
        #expect(!text(89).contains("lapsed") && text(90).contains("lapsed on 2027-02-19"))
    }
}
