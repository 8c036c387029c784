import AWSModel
import Foundation
import Testing

@testable import Posture

@Suite("Drills as proof")
struct DrillEvidenceTests {
    private func path(_ edit: (inout DrillEvidence) -> Void = { _ in }) throws -> RecoveryPath {
        var account = TestAccount()
        BackedUpBucket.copied()(&account)
        var drill = DrillEvidence(
            resource: BackedUpBucket.arn, mechanism: .backupCopy, region: TestAccount.away,
            at: TestAccount.hoursAgo(24), duration: .minutes(42))
        edit(&drill)
        let assessment = Analyzer.assess(
            account.inventory, scenarios: [.regionOutage(TestAccount.home)], drills: [drill], now: TestAccount.now)
        return try #require(assessment.scenarios.first?.resources.first?.paths.first)
    }

    @Test("A drill of a path makes it proven, and its time measured")
    func proven() throws {
        let path = try path()
        #expect(path.assurance == .proven)
        #expect(path.recoveryTime == Estimate(duration: .minutes(42), basis: .measured))
    }

    @Test("One without a measured time proves, and leaves the time as it was")
    func unmeasured() throws {
        let path = try path { $0.duration = nil }
        #expect(path.assurance == .proven && path.recoveryTime?.basis == .typical)
    }

    @Test(
        "One of another path, region or resource, one too old, and one from the future prove nothing",
        arguments: [
            { $0.mechanism = .backup }, { $0.region = TestAccount.third }, { $0.resource = "arn:aws:s3:::other" },
            { $0.threat = .corruption }, { $0.threat = .accidentalDeletion },
            { $0.at = TestAccount.hoursAgo(24 * 91) }, { $0.at = TestAccount.hoursAgo(-1) },
        ] as [@Sendable (inout DrillEvidence) -> Void])
    func nothing(_ edit: @Sendable (inout DrillEvidence) -> Void) throws {
        #expect(try path(edit).assurance == .observed)
    }

    @Test("What lies in an archive by now takes longer than a drill took that found it outside of one")
    func archived() throws {
        func time(_ storageClass: String) throws -> Estimate? {
            var account = TestAccount()
            BackedUpBucket.point { $0.storageClass = storageClass }(&account)
            let drill = DrillEvidence(
                resource: BackedUpBucket.arn, mechanism: .backupCopy, region: TestAccount.away,
                at: TestAccount.hoursAgo(24), duration: .minutes(42))
            let assessment = Analyzer.assess(
                account.inventory, scenarios: [.regionOutage(TestAccount.home)], drills: [drill], now: TestAccount.now)
            return try #require(assessment.scenarios.first?.resources.first?.paths.first).recoveryTime
        }
        #expect(try time("WARM") == Estimate(duration: .minutes(42), basis: .measured))
        #expect(try time("COLD") == RecoveryTimes.cold)
    }

    private func assurance(_ drilled: Threat?, asked: Threat) throws -> Assurance {
        var account = TestAccount()
        BackedUpBucket.copied()(&account)
        let drill = DrillEvidence(
            resource: BackedUpBucket.arn, mechanism: .backupCopy, region: TestAccount.away, threat: drilled,
            at: TestAccount.hoursAgo(24))
        let assessment = Analyzer.assess(
            account.inventory, scenarios: [], threats: [asked], drills: [drill], now: TestAccount.now)
        let paths = try #require(assessment.scenarios.first?.resources.first?.paths)
        return try #require(paths.first { $0.mechanism == .backupCopy }).assurance
    }

    @Test("A drill of one case proves nothing of another, and any of them what cannot be drilled")
    func scenario() throws {
        #expect(try assurance(.corruption, asked: .corruption) == .proven)
        #expect(try assurance(.regionOutage, asked: .corruption) == .observed)
        #expect(try assurance(nil, asked: .corruption) == .observed)
        #expect(try assurance(.corruption, asked: .versionPurge) == .proven)
    }

    @Test("The newest of several tells the time, in the dossier too")
    func newest() throws {
        var account = TestAccount()
        BackedUpBucket.copied()(&account)
        let drills = [(50.0, 10), (20, 30), (70, 20)].map { hours, minutes in
            DrillEvidence(
                resource: BackedUpBucket.arn, mechanism: .backupCopy, region: TestAccount.away,
                at: TestAccount.hoursAgo(hours), duration: .minutes(minutes))
        }
        let dossier = try Analyzer.dossier(of: "media", in: account.inventory, drills: drills, now: TestAccount.now)
        #expect(dossier.resource.recoveryTime?.duration == .minutes(30))
    }
}
