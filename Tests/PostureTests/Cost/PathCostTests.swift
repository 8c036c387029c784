import AWSModel
import Foundation
import Testing

@testable import Posture

@Suite("The cost of each path")
struct PathCostTests {
    private let media = TestAccount.bucketARN("media")

    private func account(_ usage: [String: BucketUsage]?) -> TestAccount {
        var account = TestAccount()
        account.addBucket("media") { $0.replicate(.to("media-dr")) }
        account.addDestination("media-dr")
        account.addVault()
        account.addPoint(of: media) { $0.size = ByteCount(100 << 30) }
        account.addPlan(selecting: [media])
        account.inventory.usage = usage
        return account
    }
    private func paths(_ account: TestAccount, prices: PriceList? = .dated) -> [RecoveryPath.Mechanism: MonthlyCost?] {
        let assessment = Analyzer.assess(
            account.inventory, scenarios: [.regionOutage(TestAccount.home)], prices: prices, now: TestAccount.now)
        let paths = assessment.scenarios[0].resources.first { $0.arn == media }?.paths ?? []
        return Dictionary(paths.map { ($0.mechanism, $0.monthlyCost) }, uniquingKeysWith: { first, _ in first })
    }

    @Test("replica and copy are each priced")
    func priced() throws {
        let paths = paths(account(["media": .of(gigabytes: 100, puts: 1_000, uploadedGigabytes: 10)]))
        // 2.30 + .005 + .20; 5.00 + .20
        #expect(paths[.s3Replication]??.known == Money(microdollars: 2_505_000))
        #expect(paths[.backupCopy]??.known == Money(microdollars: 5_200_000))
        #expect(paths[.backupCopy]??.isComplete == false)
    }

    @Test("nobody asked, nothing is worked out")
    func notAsked() {
        #expect(paths(account(["media": .of(gigabytes: 100)]), prices: nil)[.s3Replication] == .some(nil))
    }

    @Test("asked of an inventory without sizes, it is not known")
    func noSizes() {
        #expect(paths(account(nil))[.s3Replication]??.words == "not known")
    }

    @Test("prices change no verdict")
    func verdicts() {
        let account = account(["media": .of(gigabytes: 100)])
        var priced = Analyzer.assess(account.inventory, prices: .dated, now: TestAccount.now)
        for scenario in priced.scenarios.indices {
            for resource in priced.scenarios[scenario].resources.indices {
                for path in priced.scenarios[scenario].resources[resource].paths.indices {
                    priced.scenarios[scenario].resources[resource].paths[path].monthlyCost = nil
                }
            }
        }
        #expect(priced == Analyzer.assess(account.inventory, now: TestAccount.now))
    }

    @Test("a snapshot keeps sizes, and one of an earlier version has none")
    func snapshot() throws {
        let account = account(["media": .of(gigabytes: 100)])
        let text = try Snapshot.encode(account.inventory)
        #expect(try Snapshot.decode(text).usage == account.inventory.usage)
        let old = try Snapshot.encode(self.account(nil).inventory)
        #expect(!String(decoding: old, as: UTF8.self).contains("usage"))
        #expect(try Snapshot.decode(old).usage == nil)
    }

    @Test("sizes that were read stand while a region is silent, or nobody asks anew")
    func kept() {
        let before = account(["media": .of(gigabytes: 100)]).inventory
        #expect(account(nil).inventory.keepingUnreachable(from: before).usage == before.usage)
        let silent = account([
            "media": BucketUsage(bytes: unreachable(), objects: unreachable(), requests: unreachable())
        ])
        #expect(silent.inventory.keepingUnreachable(from: before).usage == before.usage)
    }

    @Test("sizes that were denied are told as a gap")
    func gap() {
        let account = account(["media": BucketUsage(bytes: denied(), objects: denied(), requests: denied())])
        let gaps = Analyzer.assess(account.inventory, now: TestAccount.now).gaps
        #expect(gaps.map(\.resources) == [[media]])
    }
}
