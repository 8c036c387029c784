import AWSModel
import Foundation
import Testing

@testable import Posture

@Suite("Objectives and verdicts")
struct ObjectiveVerdictTests {
    static let media = TestAccount.bucketARN("media")
    static let critical = [Tag(key: "tier", value: "critical")]

    /// The bucket `media` with a copy ten hours old that is kept for 35 days, and what a test changes.
    static func account(_ change: (inout TestAccount) -> Void = { _ in }) -> TestAccount {
        var account = TestAccount()
        BackedUpBucket.copied()(&account)
        change(&account)
        return account
    }
    static func tag(_ reading: Reading<[AWSModel.Tag]>) -> (inout TestAccount) -> Void {
        { $0.inventory.buckets[0].tags = reading }
    }
    static func judged(_ account: TestAccount, _ rules: [ObjectiveRule]) -> ResourceAssessment? {
        account.assess(objectives: Objectives(rules))?.resources.first { $0.arn == media }
    }

    // MARK: Unread tags

    static let strict = ObjectiveRule(match: ResourceMatch(tags: critical), recoveryPoint: .hours(1))

    @Test("a target by tag is missed where the tag is there, and is no target where it is not")
    func tags() {
        #expect(Self.judged(Self.account(Self.tag(read(Self.critical))), [Self.strict])?.verdict == .atRisk)
        #expect(Self.judged(Self.account(Self.tag(read([]))), [Self.strict])?.verdict == .protected)
    }

    @Test("a target by a tag that was not read leaves it unknown whether a path suffices, and says why")
    func unreadTag() {
        let resource = Self.judged(Self.account(Self.tag(denied())), [Self.strict])
        #expect(resource?.verdict == .unknown)
        #expect(
            resource?.reason == "recovery point of 10 h (measured) misses the objective of 60 min, "
                + "which may apply: its tags were not read")
    }

    @Test("a path that meets every target that may apply suffices")
    func unreadButMet() {
        let rule = ObjectiveRule(match: ResourceMatch(tags: Self.critical), recoveryPoint: .hours(11))
        #expect(Self.judged(Self.account(Self.tag(denied())), [rule])?.verdict == .protected)
    }

    @Test("a path that misses also what certainly applies is at risk")
    func certainBehindUncertain() {
        let certain = ObjectiveRule(match: ResourceMatch(name: "*"), recoveryPoint: .hours(2))
        let resource = Self.judged(Self.account(Self.tag(denied())), [Self.strict, certain])
        #expect(resource?.verdict == .atRisk)
        #expect(resource?.reason == "recovery point of 10 h (measured) misses the objective of 2 h")
    }

    @Test("a generous target that perhaps does not apply does not excuse what a schedule makes late")
    func schedule() {
        let generous = ObjectiveRule(match: ResourceMatch(tags: Self.critical), recoveryPoint: .days(30))
        var late = TestAccount()
        BackedUpBucket.copied(hoursOld: 60)(&late)
        Self.tag(denied())(&late)
        #expect(Self.judged(late, [generous])?.verdict == .atRisk)
        Self.tag(read(Self.critical))(&late)
        #expect(Self.judged(late, [generous])?.verdict == .protected)
    }

    // MARK: Retention

    static func retention(_ days: Int) -> [ObjectiveRule] {
        [ObjectiveRule(match: ResourceMatch(name: "*"), retention: .days(days))]
    }

    @Test("copies that a rule deletes too soon miss the objective")
    func ruleRetention() {
        #expect(Self.judged(Self.account(), Self.retention(35))?.verdict == .protected)
        let short = Self.judged(Self.account(), Self.retention(36))
        #expect(short?.verdict == .atRisk)
        #expect(short?.reason == "retention of 35 days misses the objective of 36 days")
    }

    @Test("a recovery point that is kept longer than its rule says now counts as it is kept")
    func pointRetention() {
        var account = TestAccount()
        BackedUpBucket.point {
            $0.calculatedLifecycle = CalculatedLifecycle(deleteAt: TestAccount.hoursAgo(10 - 24 * 90))
        }(&account)
        #expect(Self.judged(account, Self.retention(90))?.verdict == .protected)
        #expect(Self.judged(account, Self.retention(91))?.verdict == .atRisk)
    }

    @Test("copies without a lifecycle are kept for ever")
    func forever() {
        let account = Self.account { $0.editRule { $0.lifecycle = nil } }
        #expect(Self.judged(account, Self.retention(3_650))?.verdict == .protected)
    }

    @Test("a plan that was not read may keep them longer")
    func unreadPlan() {
        let account = Self.account { account in
            account.addPlan("second")
            account.editPlan("second") { $0.selections = denied() }
        }
        let resource = Self.judged(account, Self.retention(90))
        #expect(resource?.verdict == .unknown)
        #expect(resource?.reason == "retention is 35 days or longer, the objective is 90 days")
    }

    @Test(
        "a replica keeps what was deleted as long as its own lifecycle lets it",
        arguments: [(nil, Verdict.protected), (30, .protected), (29, .atRisk)] as [(Int?, Verdict)])
    func replica(days: Int?, verdict: Verdict) {
        var account = TestAccount()
        account.addBucket("media") { $0.replicate(.to("media-dr")) }
        account.addDestination("media-dr") { destination in
            guard let days else { return }
            destination.lifecycle = read(
                LifecycleConfiguration(rules: [
                    LifecycleRule(status: .known(.enabled), noncurrentExpirationDays: days)
                ]))
        }
        #expect(Self.judged(account, Self.retention(30))?.verdict == verdict)
    }

    @Test(
        "versions are kept as long as the bucket's own lifecycle lets them",
        arguments: [(40, Verdict.protected), (20, .atRisk)])
    func versions(days: Int, verdict: Verdict) {
        var account = TestAccount()
        account.addBucket("media") {
            $0.lifecycle = read(
                LifecycleConfiguration(rules: [
                    LifecycleRule(status: .known(.enabled), noncurrentExpirationDays: days)
                ]))
        }
        let assessment = Analyzer.assess(
            account.inventory, scenarios: [], threats: [.accidentalDeletion],
            objectives: Objectives(Self.retention(30)), now: TestAccount.now)
        #expect(assessment.scenarios.first?.resources.first?.verdict == verdict)
    }

    @Test("backups in the home region are kept as their rule says")
    func homeBackups() {
        var account = TestAccount()
        BackedUpBucket.backedUp(awayHoursOld: nil)(&account)
        func verdict(_ days: Int) -> Verdict? {
            Analyzer.assess(
                account.inventory, scenarios: [], threats: [.corruption],
                objectives: Objectives(Self.retention(days)), now: TestAccount.now
            ).scenarios.first?.resources.first { $0.arn == Self.media }?.paths
                .first { $0.mechanism == .backup }.map { $0.reasons.isEmpty ? .protected : .atRisk }
        }
        #expect(verdict(35) == .protected)
        #expect(verdict(36) == .atRisk)
    }

    @Test("a path whose retention is not known says so, and does not suffice")
    func unknownRetention() {
        func misses(_ mechanism: RecoveryPath.Mechanism) -> [Objective.Miss] {
            let path = RecoveryPath(
                mechanism: mechanism, region: "us-west-2", target: "r", scope: .whole, healthy: true,
                assurance: .observed, reasons: [])
            return Objective(retention: Objective.Target(.days(30))).misses(of: path)
        }
        #expect(misses(.backupCopy).map(\.text) == ["retention is not known, the objective is 30 days"])
        #expect(misses(.backupCopy).map(\.isCertain) == [false])
        #expect(misses(.rdsReadReplica).map(\.text) == ["a replica keeps no past, the objective is 30 days"])
        #expect(misses(.rdsReadReplica).map(\.isCertain) == [true])
    }

    // MARK: The finding

    @Test("the finding follows what is asked of each resource")
    func finding() {
        let account = Self.account { $0.addBucket("notes") }
        func missed(_ rules: [ObjectiveRule]) -> [String] {
            Analyzer.assess(account.inventory, objectives: Objectives(rules), now: TestAccount.now).findings
                .filter { $0.id == "objective-missed" }.map(\.resource)
        }
        let hour = ObjectiveRule(match: ResourceMatch(name: "media"), recoveryPoint: .hours(1))
        #expect(missed([hour]) == [Self.media])
        #expect(missed([ObjectiveRule(match: ResourceMatch(name: "notes"), recoveryPoint: .hours(1))]) == [])
        #expect(missed([Self.strict]) == [])
        let accepted = Acceptance(reason: "r", review: CivilDate(year: 2027, month: 1, day: 1))
        #expect(missed([hour, ObjectiveRule(match: ResourceMatch(name: "*"), accept: accepted)]) == [])
    }

    /// Nothing bounds a replication without time control and without metrics.
    @Test func fact_1_11_aTypicalLagMeetsNoObjective() throws {
        var account = TestAccount()
        account.addBucket("media") { $0.replicate(.to("media-dr")) }
        account.addDestination("media-dr")
        let hour = Objectives([ObjectiveRule(match: ResourceMatch(type: .s3Bucket), recoveryPoint: .hours(1))])
        let found = try #require(account.assess(objectives: hour)?.resources.first)
        #expect(found.verdict == .unknown)
        #expect(found.reason.contains("is only typical"))
    }
}
