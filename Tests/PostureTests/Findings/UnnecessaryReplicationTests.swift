import AWSModel
import Foundation
import Testing

@testable import Posture

private let id = "s3-replication-unnecessary"

private func own(_ account: inout TestAccount, _ name: String, in region: Region, _ rules: ReplicationRule...) {
    account.addBucket(name, in: region) {
        if !rules.isEmpty { $0.replication = read(ReplicationConfiguration(role: TestAccount.role, rules: rules)) }
    }
    account.addDestination(name, in: region)
}

private func used(_ account: inout TestAccount, gets: [Int64], days: Int = 30) {
    own(&account, "media", in: "us-east-1", .to("dr"))
    own(&account, "dr", in: "us-west-2")
    account.inventory.usage = Dictionary(
        uniqueKeysWithValues: zip(["media", "dr"], gets).map {
            ($0, BucketUsage.of(gigabytes: 100, gets: $1, days: days))
        })
}

private let rows: [FindingRow] = [
    .found(id, "two replicas of the whole in one region") {
        own(&$0, "media", in: "us-east-1", .to("dr-1", id: "a"), .to("dr-2", id: "b") { $0.priority = 2 })
        own(&$0, "dr-1", in: "us-west-2")
        own(&$0, "dr-2", in: "us-west-2")
    },
    .quiet(id, "two replicas in two regions") {
        own(&$0, "media", in: "us-east-1", .to("dr-1", id: "a"), .to("dr-2", id: "b") { $0.priority = 2 })
        own(&$0, "dr-1", in: "us-west-2")
        own(&$0, "dr-2", in: "eu-west-1")
    },
    .quiet(id, "one of the two is in another account, where it survives more") {
        own(
            &$0, "media", in: "us-east-1", .to("dr-1", id: "a"),
            .to("dr-2", id: "b") { $0.destination.account = TestAccount.otherID })
        own(&$0, "dr-1", in: "us-west-2")
        $0.addDestination("dr-2", in: "us-west-2")
    },
    .quiet(id, "one of the two is a part") {
        own(&$0, "media", in: "us-east-1", .to("dr-1", id: "a"), .to("dr-2", id: "b") { $0.filter?.prefix = "a/" })
        own(&$0, "dr-1", in: "us-west-2")
        own(&$0, "dr-2", in: "us-west-2")
    },
    .quiet(id, "one of the two is disabled") {
        own(&$0, "media", in: "us-east-1", .to("dr-1", id: "a"), .to("dr-2", id: "b") { $0.status = .known(.disabled) })
        own(&$0, "dr-1", in: "us-west-2")
        own(&$0, "dr-2", in: "us-west-2")
    },
    .quiet(id, "the region of one is unread") {
        own(&$0, "media", in: "us-east-1", .to("dr-1", id: "a"), .to("dr-2", id: "b"))
        own(&$0, "dr-1", in: "us-west-2")
        $0.addDestination("dr-2") { $0.region = unreachable() }
    },
    .found(id, "a replica replicates on, to where the original is") {
        own(&$0, "media", in: "us-east-1", .to("dr"))
        own(&$0, "dr", in: "us-west-2", .to("again"))
        own(&$0, "again", in: "us-east-1")
    },
    .quiet(id, "replication both ways") {
        own(&$0, "media", in: "us-east-1", .to("dr"))
        own(&$0, "dr", in: "us-west-2", .to("media"))
    },
    .quiet(id, "a replica replicates on to a third region, for what is written to itself") {
        own(&$0, "media", in: "us-east-1", .to("dr"))
        own(&$0, "dr", in: "us-west-2", .to("eu"))
        own(&$0, "eu", in: "eu-west-1")
    },
    .found(id, "nobody read either side for a month") { used(&$0, gets: [0, 0]) },
    .quiet(id, "the bucket is read") { used(&$0, gets: [1, 0]) },
    .quiet(id, "the replica is read") { used(&$0, gets: [0, 1]) },
    .quiet(id, "twenty days without a read are not enough") { used(&$0, gets: [0, 0], days: 20) },
    .quiet(id, "the replica has no metrics") { used(&$0, gets: [0]) },
    .quiet(id, "no data is not 0") {
        used(&$0, gets: [0, 0])
        $0.inventory.usage?["dr"]?.requests = absent()
    },
]

@Suite("Replication that gives nothing")
struct UnnecessaryReplicationTests {
    @Test("is found where it is, and only there", arguments: rows)
    func row(_ row: FindingRow) { row.check() }

    private func accepted(until review: CivilDate) -> [Finding] {
        var account = TestAccount()
        own(&account, "media", in: "us-east-1", .to("dr"))
        own(&account, "dr", in: "us-west-2")
        let rule = ObjectiveRule(
            match: ResourceMatch(name: "media"), accept: Acceptance(reason: "it can be rebuilt", review: review))
        return S3ReplicationUnnecessary().findings(
            in: AccountView(account.inventory, now: TestAccount.now, objectives: Objectives([rule])))
    }

    @Test("data whose loss is accepted need not be replicated, while the acceptance holds")
    func acceptance() {
        #expect(accepted(until: CivilDate(year: 2027, month: 4, day: 1)).count == 1)
        #expect(accepted(until: CivilDate(year: 2026, month: 4, day: 1)).isEmpty)
    }

    @Test("it tells what the replica costs, or that nobody knows")
    func cost() {
        var account = TestAccount()
        used(&account, gets: [0, 0])
        #expect(account.findings(id).first?.message.hasSuffix("the replica costs $2.30 a month.") == true)
        for name in ["media", "dr"] { account.inventory.usage?[name]?.bytes = denied() }
        #expect(account.findings(id).first?.message.hasSuffix("what the replica costs is not known.") == true)
    }
}
