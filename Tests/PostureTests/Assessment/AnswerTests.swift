import AWSModel
import Foundation
import Testing

@testable import Posture

@Suite("The answer to a scenario")
struct AnswerTests {
    private func good() -> TestAccount {
        var account = TestAccount()
        account.addBucket("media") { $0.replicate(.to("media-dr")) }
        account.addDestination("media-dr")
        return account
    }

    @Test("a yes that rests on configuration alone is on paper")
    func onPaper() {
        let scenario = good().assess()
        #expect(scenario?.answer == .yes)
        #expect(scenario?.onPaper == true)
    }

    @Test("a yes of which one path was observed is not on paper")
    func observed() {
        var account = good()
        account.inventory.replicationMetrics = [
            ReplicationMetrics(
                sourceBucket: "media", destinationBucket: "media-dr", ruleID: "main", maximumLatency: read(1),
                operationsPending: absent(), operationsFailed: absent())
        ]
        #expect(account.assess()?.onPaper == false)
    }

    @Test("one unprotected resource makes it no, whatever is unknown")
    func no() {
        var account = good()
        account.addBucket("bare")
        account.addBucket("denied") { $0.replication = denied() }
        let scenario = account.assess()
        #expect(scenario?.answer == .no)
        #expect(scenario?.counts[.protected] == 1)
        #expect(scenario?.counts[.unprotected] == 1)
        #expect(scenario?.counts[.unknown] == 1)
    }

    @Test("one unknown resource makes a yes unknown")
    func unknown() {
        var account = good()
        account.addBucket("denied") { $0.replication = denied() }
        #expect(account.assess()?.answer == .unknown)
    }

    @Test("a listing that was not read makes a yes unknown")
    func blind() {
        var account = good()
        account.inventory.bucketListing = denied()
        #expect(account.assess()?.answer == .unknown)
        #expect(account.assess()?.blindSpots.map(\.what) == ["the buckets of the account"])
        account = good()
        account.editBackup("us-east-1") { $0.protectedResources = denied() }
        #expect(account.assess()?.answer == .unknown)
        #expect(account.assess("us-west-2")?.answer == .yes)
    }

    @Test("fact 3.8: where nothing can be judged the answer is not yes")
    func nothingJudged() {
        var account = TestAccount()
        account.hadBackup("arn:aws:ec2:us-east-1:111122223333:instance/i-1")
        #expect(account.assess()?.answer == .unknown)
        #expect(account.assess("us-west-2")?.answer == .yes)
    }

    @Test("an account in which nothing was found is protected from nothing that is known", arguments: Threat.allCases)
    func nothingFound(threat: Threat) {
        let lost: [Scenario] = threat == .regionOutage ? [.regionOutage("us-east-1")] : []
        let assessment = Analyzer.assess(
            TestAccount().inventory, scenarios: lost, threats: [threat], now: TestAccount.now)
        #expect(assessment.scenarios.map(\.answer) == [.unknown])
        #expect(assessment.nothingFound?.contains("database, cluster, table, volume or file system") == true)
    }

    @Test("what touches nothing of an account that holds something is a yes, and nothing was found is not said")
    func nothingTouched() {
        let assessment = Analyzer.assess(
            good().inventory, scenarios: [.regionOutage("us-west-2")], now: TestAccount.now)
        #expect(assessment.answer == .yes)
        #expect(assessment.nothingFound == nil)
    }

    @Test("a region that was not among those read may hold anything")
    func regionNotRead() {
        let scenario = good().assess("ap-south-1")
        #expect(scenario?.answer == .unknown)
        #expect(
            scenario?.blindSpots
                == [BlindSpot(region: "ap-south-1", what: "everything", cause: "the region was not asked")])
    }

    @Test("a region that is not enabled hides nothing")
    func notEnabled() {
        var account = good()
        account.inventory.regions.append(RegionState(name: "af-south-1", status: .notEnabled))
        let assessment = Analyzer.assess(account.inventory, now: TestAccount.now)
        #expect(assessment.answer == .yes)
        #expect(assessment.complete)
    }

    @Test("a region that did not answer makes the whole answer unknown, though it holds nothing that is known")
    func darkRegion() {
        var account = good()
        account.inventory.regions.append(RegionState(name: "af-south-1", status: .timedOut))
        let assessment = Analyzer.assess(account.inventory, now: TestAccount.now)
        #expect(assessment.answer == .unknown)
        #expect(!assessment.complete)
        #expect(assessment.blindSpots.map(\.region) == ["af-south-1"])
    }

    @Test("where AWS did not list the regions, one that was not thought of may hold anything")
    func regionsNotListed() {
        var account = good()
        account.inventory.regionListing = denied()
        #expect(account.assess()?.answer == .unknown)
        #expect(Analyzer.assess(account.inventory, now: TestAccount.now).answer == .unknown)
        account.inventory.restrictedTo = ["us-east-1", "us-west-2"]
        #expect(account.assess()?.answer == .yes)
        account.inventory.restrictedTo = nil
        account.inventory.regionListing = read(17)
        #expect(account.assess()?.answer == .yes)
    }

    @Test("a region that refused expired credentials is no region that is not enabled")
    func refusedRegion() {
        var account = good()
        account.switchOff("eu-west-1")
        #expect(Analyzer.assess(account.inventory, now: TestAccount.now).answer == .yes)
        account.inventory.backup.append(TestAccount.emptyBackup("eu-west-1"))
        account.editBackup("eu-west-1") { $0.protectedResources.outcome = .failed(code: "ExpiredToken") }
        let assessment = Analyzer.assess(account.inventory, now: TestAccount.now)
        #expect(assessment.answer == .unknown)
        #expect(assessment.blindSpots.map(\.region) == ["eu-west-1"])
    }

    @Test("a reading with a status of a newer version is a gap")
    func newerStatus() throws {
        let text = #"{"status": "stale", "call": "s3:ListBuckets", "region": "us-east-1", "at": 0}"#
        let reading = try JSONDecoder().decode(Reading<Int>.self, from: Data(text.utf8))
        #expect(reading.gap == "failed (status stale)")
        #expect(reading.hasFailed)
    }

    @Test("without scenarios every region that holds a resource is asked about")
    func scenarios() {
        var account = good()
        account.addBucket("b", in: "eu-west-1")
        let scenarios = Analyzer.assess(account.inventory, now: TestAccount.now).scenarios
        #expect(scenarios.map(\.scenario) == [.regionOutage("eu-west-1"), .regionOutage("us-east-1")])
    }

    @Test("resources come worst first, then by ARN, and what is not touched at the end")
    func order() {
        var account = good()
        account.addBucket("b")
        account.addBucket("a")
        account.addBucket("c") { $0.replication = denied() }
        account.addBucket("d", in: "eu-west-1")
        let names = account.assess()?.resources.map(\.name)
        #expect(names == ["a", "b", "c", "media", "d"])
    }

    @Test("what is not touched can be left to the count")
    func unaffectedCounted() {
        var account = good()
        account.addBucket("d", in: "eu-west-1")
        let scenario = Analyzer.assess(
            account.inventory, scenarios: [.regionOutage("us-east-1")], listsUnaffected: false, now: TestAccount.now
        ).scenarios.first
        #expect(scenario?.resources.map(\.name) == ["media"])
        #expect(scenario?.counts[.unaffected] == 1)
    }

    @Test("a gap names the call, the region, the cause and the resources it was asked for")
    func gaps() {
        var account = good()
        account.addBucket("b") { $0.replication = denied() }
        account.addBucket("c") { $0.replication = denied() }
        let assessment = Analyzer.assess(account.inventory, now: TestAccount.now)
        #expect(!assessment.complete)
        #expect(
            assessment.gaps == [
                Gap(
                    call: "test:Read", region: "us-east-1", cause: "denied (AccessDenied)",
                    resources: ["arn:aws:s3:::b", "arn:aws:s3:::c"])
            ])
    }
}
