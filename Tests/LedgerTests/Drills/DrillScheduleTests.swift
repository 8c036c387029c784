import AWSModel
import Foundation
import Ledger
import Testing

private let day: TimeInterval = 86_400

extension Drill {
    static func made(
        _ resource: String, daysAgo: Double, kind: Kind = .real, outcome: Outcome = .succeeded,
        checks: [DrillCheck] = [DrillCheck(name: "objects can be read", result: .passed)]
    ) -> Drill {
        Drill(
            account: "123456789012", resource: resource, resourceType: "s3-bucket",
            drilledAt: noon - daysAgo * 86_400, operatorName: "ann@bastion", scenario: "drill", region: "us-west-2",
            mechanism: "backup-copy", recoveryPoint: "arn:aws:backup:us-west-2:123456789012:recovery-point:1",
            recoveryPointCreatedAt: noon - daysAgo * 86_400 - 3_600, recoveryTime: 640, dataLoss: 3_600, kind: kind,
            outcome: outcome, checks: checks, evidence: ["10 objects read"], jobs: ["job-1"], walkthrough: "w")
    }
}

@Suite struct DrillScheduleTests {
    private func due(_ drills: [Drill], corrects: [Int64?] = [], resources: [String] = []) -> [DrillSchedule.Due] {
        DrillSchedule.due(
            drills.enumerated().map { index, drill in
                RecordedDrill(
                    id: Int64(index + 1), corrects: index < corrects.count ? corrects[index] : nil, recordedAt: noon,
                    drill: drill)
            }, resources: resources.map { .init(arn: $0, type: "s3-bucket") }, now: noon)
    }

    @Test func whatWasNeverDrilledIsDueNow() throws {
        let one = try #require(due([], resources: ["a"]).first)
        #expect(one.dueAt == nil)
        #expect(one.isDue(at: noon))
    }

    @Test func aDrillIsDueNinetyDaysAfterTheLastSuccess() throws {
        let one = try #require(due([.made("a", daysAgo: 10), .made("a", daysAgo: 30)], resources: ["a"]).first)
        #expect(one.last?.id == 1)
        #expect(one.dueAt == noon + 80 * day)
        #expect(!one.isDue(at: noon + 80 * day - 1))
        #expect(one.isDue(at: noon + 80 * day))
    }

    @Test(arguments: [
        Drill.made("a", daysAgo: 1, kind: .rehearsal),
        .made("a", daysAgo: 1, outcome: .failed),
        .made("a", daysAgo: 1, outcome: .abandoned),
        .made("a", daysAgo: 1, checks: [DrillCheck(name: "size", result: .failed)]),
        .made("a", daysAgo: 1, checks: []),
        .made("a", daysAgo: 1, checks: [DrillCheck(name: "size", result: .notChecked)]),
        .made("a", daysAgo: -1),
    ])
    func whatProvesNothingPutsNothingOff(drill: Drill) {
        #expect(due([drill]).map(\.dueAt) == [nil])
    }

    @Test func aCheckThatWasNotMadeIsNoFailure() {
        let checks = [DrillCheck(name: "size", result: .notChecked), DrillCheck(name: "read", result: .passed)]
        #expect(due([.made("a", daysAgo: 0, checks: checks)]).map(\.dueAt) == [noon + 90 * day])
    }

    @Test func whatADrillProvesLapsesNinetyDaysAfterItBegan() {
        #expect(Drill.made("a", daysAgo: 10).provesUntil == noon + 80 * day)
        #expect(Drill.made("a", daysAgo: 10, checks: []).provesUntil == nil)
    }

    @Test func aDrillThatWasCorrectedCountsNoMore() {
        let drills: [Drill] = [.made("a", daysAgo: 5), .made("a", daysAgo: 5, outcome: .failed)]
        #expect(due(drills, corrects: [nil, 1]).map(\.dueAt) == [nil])
    }

    @Test func whatWasDrilledAndIsNotInTheSnapshotIsListedToo() {
        #expect(due([.made("b", daysAgo: 5)], resources: ["a"]).map(\.resource.arn) == ["a", "b"])
    }

    @Test func theMostUrgentComesFirst() {
        let list = due(
            [.made("a", daysAgo: 10), .made("b", daysAgo: 100), .made("c", daysAgo: 50)],
            resources: ["d", "c", "b", "a"])
        #expect(list.map(\.resource.arn) == ["d", "b", "c", "a"])
    }
}
