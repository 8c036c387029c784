import AWSModel
import Testing

@testable import Posture

@Suite("Objectives of databases and tables")
struct NativeObjectiveTests {
    static let critical = [Tag(key: "tier", value: "critical")]
    static let shop = TestAccount.arn("rds", "db:shop").text
    static let orders = TestAccount.arn("dynamodb", "table/orders").text

    static func judged(_ account: TestAccount, _ arn: String, _ rule: ObjectiveRule) -> ResourceAssessment? {
        account.assess(objectives: Objectives([rule]))?.resources.first { $0.arn == arn }
    }

    @Test("the tags of a database decide which objective it has")
    func databaseTags() {
        let rule = ObjectiveRule(match: ResourceMatch(tags: Self.critical), recoveryPoint: .minutes(5))
        for (tags, verdict) in [(Self.critical, Verdict.atRisk), ([], .protected)] {
            var account = TestAccount.withNative()
            account.addDatabase { $0.tags = tags }
            account.addReplicatedBackup()
            #expect(Self.judged(account, Self.shop, rule)?.verdict == verdict)
        }
    }

    @Test("automated backups in another region are kept as long as they say")
    func automatedBackups() {
        var account = TestAccount.withNative()
        account.addDatabase()
        account.addReplicatedBackup { $0.backupRetentionDays = 14 }
        let match = ResourceMatch(type: .rdsInstance)
        #expect(
            Self.judged(account, Self.shop, ObjectiveRule(match: match, retention: .days(14)))?.verdict == .protected)
        #expect(Self.judged(account, Self.shop, ObjectiveRule(match: match, retention: .days(15)))?.verdict == .atRisk)
    }

    @Test("a table whose tags were not read is not accepted by one, and says so")
    func unreadTags() {
        let rule = ObjectiveRule(
            match: ResourceMatch(tags: Self.critical),
            accept: Acceptance(reason: "rebuilt", review: CivilDate(year: 2027, month: 1, day: 1)))
        let readings: [(Reading<[AWSModel.Tag]>, Bool)] = [
            (read(Self.critical), true), (read([]), false), (denied(), false),
        ]
        for (tags, isAccepted) in readings {
            var account = TestAccount.withNative()
            account.addTable()
            account.editNative(TestAccount.home) { region in
                region.tables = region.tables.map { tables in
                    tables.map { table in
                        var table = table
                        table.tags = tags
                        return table
                    }
                }
            }
            let table = Self.judged(account, Self.orders, rule)
            #expect(table?.verdict == .unprotected)
            #expect((table?.accepted != nil) == isAccepted)
            #expect(table?.reason.hasSuffix("its tags were not read") == (tags.value == nil))
        }
    }

    @Test("a replica beside its source is held to its own objective, not to its source's")
    func replicaBesideItsSource() {
        func account(_ hours: Double) -> TestAccount {
            var account = TestAccount.withNative()
            account.addDatabase()
            account.addDatabase("shop-ro") { $0.replicaSource = "shop" }
            account.addVault()
            account.addPlan(selecting: [Self.shop])
            account.addPoint(of: Self.shop, hoursOld: hours)
            return account
        }
        let replica = TestAccount.arn("rds", "db:shop-ro").text
        func verdict(_ hours: Double, _ name: String, _ point: Duration) -> Verdict? {
            Self.judged(
                account(hours), replica, ObjectiveRule(match: ResourceMatch(name: name), recoveryPoint: point))?.verdict
        }
        #expect(verdict(960, "shop", .days(1)) == .atRisk)
        #expect(verdict(60, "shop-ro", .days(30)) == .protected)
        #expect(verdict(60, "shop-ro", .days(1)) == .atRisk)
    }

    @Test("an image that is late is late for the volume it holds, whatever is asked of the instance")
    func imageOfInstance() {
        let volume = TestAccount.arn("ec2", "volume/vol-1").text
        var account = TestAccount.withNative()
        account.addVolume {
            $0.instances = ["i-1"]
            $0.attachedAt = TestAccount.hoursAgo(9_000)
        }
        account.addVault()
        account.addPlan(selecting: [TestAccount.arn("ec2", "instance/i-1").text])
        account.addPoint(of: TestAccount.arn("ec2", "instance/i-1").text, hoursOld: 60)
        func verdict(_ name: String) -> Verdict? {
            Self.judged(
                account, volume, ObjectiveRule(match: ResourceMatch(name: name), recoveryPoint: .days(30)))?.verdict
        }
        #expect(verdict("i-1") == .atRisk)
        #expect(verdict("vol-1") == .protected)
    }
}
