import AWSModel
import Foundation
import Testing

@testable import Posture

/// Which resources there are, by the services' own listings and by AWS Backup's.
struct NativeUniverseTests {
    @Test func aClustersInstancesAreNoResourcesOfTheirOwn() throws {
        var account = TestAccount.withNative()
        account.addCluster()
        account.addDatabase("catalogue-1") { $0.cluster = "catalogue" }
        let found = try #require(account.assess()).resources.map(\.arn)
        #expect(found == [TestAccount.arn("rds", "cluster:catalogue").text])
    }

    @Test(arguments: [("neptune", "Neptune"), ("docdb", "DocumentDB")])
    func otherEnginesAreListedAndNotJudged(engine: String, name: String) throws {
        var account = TestAccount.withNative()
        account.addCluster { $0.engine = engine }
        let found = try #require(account.assess()?.resources.first)
        #expect(found.type == .other(name))
        #expect(found.verdict == .notEvaluated)
    }

    @Test func fact_2_6_whatARestoreTestMadeIsNotJudged() throws {
        var account = TestAccount.withNative()
        account.addTable("awsbackup-restore-test-orders")
        #expect(account.assess()?.resources.map(\.verdict) == [.notEvaluated])
    }

    /// AWS Backup keeps naming what is long deleted (2.13).
    @Test func fact_2_13_whatTheListingsDoNotHaveIsGone() throws {
        var account = TestAccount.withNative()
        account.hadBackup(TestAccount.arn("dynamodb", "table/gone").text)
        #expect(account.assess()?.resources.isEmpty == true)
        account.editNative(TestAccount.home) { $0.tables = denied() }
        let found = try #require(account.assess()?.resources.first)
        #expect(found.verdict == .unknown)
        #expect(found.reason.contains("DynamoDB's own protection is not read: denied"))
    }

    @Test func anUnreadListingIsABlindSpot() throws {
        var account = TestAccount.withNative()
        account.editNative(TestAccount.home) { $0.volumes = denied() }
        let scenario = try #require(account.assess())
        #expect(scenario.answer == .unknown)
        #expect(scenario.blindSpots.map(\.what) == ["EBS volumes"])
    }

    @Test func aRegionThatIsDarkIsOneBlindSpotForAllListings() throws {
        var account = TestAccount.withNative()
        account.editNative(TestAccount.home) {
            $0.databases = unreachable()
            $0.clusters = unreachable()
            $0.tables = unreachable()
            $0.volumes = unreachable()
            $0.fileSystems = unreachable()
        }
        #expect(account.assess()?.blindSpots.map(\.what) == ["databases, volumes and file systems"])
    }

    /// Tags that the service tells decide which plans select a resource.
    @Test func tagsSelectDatabases() throws {
        var account = TestAccount.withNative()
        account.addDatabase { $0.tags = [Tag(key: "tier", value: "gold")] }
        account.addPlan(selecting: [])
        account.editPlan {
            $0.selections = read([
                SelectionContents(
                    id: "s",
                    selection: read(
                        BackupSelection(
                            name: "gold", roleARN: "arn:aws:iam::111122223333:role/backup",
                            listOfTags: [TagCondition(type: "STRINGEQUALS", key: "tier", value: "gold")])))
            ])
        }
        let view = AccountView(account.inventory, now: TestAccount.now)
        let resource = try #require(view.resource(TestAccount.arn("rds", "db:shop").text))
        #expect(view.coverage(of: resource).plans == [0])
    }
}
