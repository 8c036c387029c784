import AWSModel
import Testing

@testable import Posture

@Suite("What replicas cost a month")
struct ReplicationCostTests {
    private static func rules(_ rules: ReplicationRule...) -> DestinationRules {
        DestinationRules.all(of: ReplicationConfiguration(role: "r", rules: rules))[0]
    }
    private static func cost(
        _ rules: DestinationRules, of usage: BucketUsage?, from home: Region = "us-east-1",
        to target: Region = "us-west-2"
    ) -> MonthlyCost {
        ReplicationCost(rules, of: usage, from: home, to: target).monthly(.dated)
    }

    private static let hundredAndMore: [String: BucketUsage] = [
        "media": .of(gigabytes: 100), "dr": .of(gigabytes: 7_000),
    ]
    /// What the replica of the account's bucket `media` in its bucket `dr` costs, in words.
    private static func replica(in account: TestAccount, of usage: [String: BucketUsage]) -> String? {
        var inventory = account.inventory
        inventory.usage = usage
        return inventory.buckets.first { $0.name == "media" }.map {
            CostEstimator(inventory, prices: .dated).replication(of: $0, by: rules(.to("dr")), to: "us-west-2").words
        }
    }

    @Test("fact 1.8: the class that a lifecycle moves objects to is not their replicas'")
    func movedObjects() {
        var account = TestAccount()
        account.addBucket("media")
        var bucket = account.inventory.buckets[0]
        bucket.lifecycle = read(
            LifecycleConfiguration(rules: [
                LifecycleRule(status: .known(.enabled), transitions: [.init(days: 30, storageClass: "STANDARD_IA")])
            ]))
        var usage = BucketUsage.of(gigabytes: 100)
        usage.bytes = read([
            "StandardStorage": ByteCount(100 * BucketUsage.gigabyte),
            "StandardIAStorage": ByteCount(10_000 * BucketUsage.gigabyte),
        ])
        var inventory = account.inventory
        inventory.usage = ["media": usage]
        func cost(_ bucket: Bucket, _ rules: DestinationRules) -> MonthlyCost {
            CostEstimator(inventory, prices: .dated).replication(of: bucket, by: rules, to: "us-west-2")
        }
        #expect(cost(bucket, Self.rules(.to("dr"))).words.hasPrefix("at least $2.30"))
        let named = Self.rules(.to("dr") { $0.destination.storageClass = "STANDARD" })
        #expect(cost(bucket, named).words == "$232.30 a month")
        bucket.lifecycle = absent()
        #expect(cost(bucket, Self.rules(.to("dr"))).words == "$127.30 a month")
    }

    @Test("fact 1.8: deletions by a lifecycle do not replicate: a replica's size is its own")
    func expiredObjects() {
        var account = TestAccount()
        account.addBucket("media") {
            $0.replicate(.to("dr"))
            $0.lifecycle = read(
                LifecycleConfiguration(rules: [LifecycleRule(status: .known(.enabled), expirationDays: 1)]))
        }
        account.addBucket("dr", in: TestAccount.away)
        // 100 x .023, and 7,000 x .023
        #expect(Self.replica(in: account, of: ["media": .of(gigabytes: 100)]) == "at least $2.30 a month")
        #expect(Self.replica(in: account, of: Self.hundredAndMore) == "$161.00 a month")
    }

    @Test("what several buckets replicate to is not the replica of one")
    func sharedReplica() {
        var account = TestAccount()
        for name in ["media", "other"] { account.addBucket(name) { $0.replicate(.to("dr")) } }
        account.addBucket("dr", in: TestAccount.away)
        #expect(Self.replica(in: account, of: Self.hundredAndMore) == "$2.30 a month")
    }

    @Test(
        "a destination that holds more than the bucket, or replicates to it, is no measure of its replicas",
        arguments: [false, true])
    func otherThings(replicatesBack: Bool) {
        var account = TestAccount()
        account.addBucket("media") { $0.replicate(.to("dr")) }
        account.addBucket("dr", in: TestAccount.away) { if replicatesBack { $0.replicate(.to("media")) } }
        #expect(
            Self.replica(in: account, of: Self.hundredAndMore)
                == (replicatesBack ? "$2.30 a month" : "at least $2.30 a month"))
    }

    /// A sum worked out by hand.
    struct Row: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let rules: DestinationRules
        let usage: BucketUsage
        var target: Region = "us-west-2"
        let parts: [String: Int64?]
        let words: String
    }

    static let rows = [
        // 100 x .023 = 2.30; 2,000,000 / 1,000 x .005 = 10; 50 x .02 = 1
        Row(
            testDescription: "100 GB in Standard, 2 million PUTs, 50 GB changed",
            rules: rules(.to("dr")), usage: .of(gigabytes: 100, puts: 2_000_000, uploadedGigabytes: 50),
            parts: ["storage": 2_300_000, "requests": 10_000_000, "transfer": 1_000_000], words: "$13.30 a month"),
        // 50 x .015 = 0.75; 4 x .30 = 1.20
        Row(
            testDescription: "the same with replication time control and its metrics",
            rules: rules(
                .to("dr") {
                    $0.destination.replicationTimeMinutes = 15
                    $0.destination.metricsEnabled = true
                }), usage: .of(gigabytes: 100, puts: 2_000_000, uploadedGigabytes: 50),
            parts: [
                "storage": 2_300_000, "requests": 10_000_000, "transfer": 1_000_000,
                "replication-time-control": 750_000, "metrics": 1_200_000,
            ], words: "$15.25 a month"),
        // 100 x .0125 = 1.25; 2,000 x .01 = 20
        Row(
            testDescription: "into Standard-IA",
            rules: rules(.to("dr") { $0.destination.storageClass = "STANDARD_IA" }),
            usage: .of(gigabytes: 100, puts: 2_000_000, uploadedGigabytes: 50),
            parts: ["storage": 1_250_000, "requests": 20_000_000, "transfer": 1_000_000], words: "$22.25 a month"),
        Row(
            testDescription: "between neighbours transfer is half", rules: rules(.to("dr")),
            usage: .of(gigabytes: 0, uploadedGigabytes: 50), target: "us-east-2",
            parts: ["storage": 0, "requests": 0, "transfer": 500_000], words: "$0.50 a month"),
        Row(
            testDescription: "within a region nothing is transferred", rules: rules(.to("dr")),
            usage: .of(gigabytes: 10, uploadedGigabytes: 50), target: "us-east-1",
            parts: ["storage": 230_000, "requests": 0], words: "$0.23 a month"),
        Row(
            testDescription: "where storage has no price, transfer still has", rules: rules(.to("dr")),
            usage: .of(gigabytes: 10, uploadedGigabytes: 50), target: "il-central-1",
            parts: ["storage": nil, "requests": nil, "transfer": 1_000_000], words: "at least $1.00 a month"),
        Row(
            testDescription: "without request metrics only what lies there is known", rules: rules(.to("dr")),
            usage: .of(gigabytes: 10, requests: absent()),
            parts: ["storage": 230_000, "requests": nil, "transfer": nil], words: "at least $0.23 a month"),
        Row(
            testDescription: "request metrics of twenty days are no month", rules: rules(.to("dr")),
            usage: .of(gigabytes: 10, uploadedGigabytes: 50, days: 20),
            parts: ["storage": 230_000, "requests": nil, "transfer": nil], words: "at least $0.23 a month"),
        Row(
            testDescription: "a prefix selects nobody knows how much",
            rules: rules(.to("dr") { $0.filter?.prefix = "a/" }),
            usage: .of(gigabytes: 100, puts: 2_000_000, uploadedGigabytes: 50),
            parts: ["storage": nil, "requests": nil, "transfer": nil], words: "not known"),
    ]

    @Test("sums worked out by hand", arguments: rows)
    func sums(row: Row) {
        let cost = Self.cost(row.rules, of: row.usage, to: row.target)
        #expect(cost.micros == row.parts)
        #expect(cost.words == row.words)
    }

    @Test("each class of the source is paid for as it is, and archives are not known to be replicas")
    func classes() {
        var usage = BucketUsage.of(gigabytes: 0)
        usage.bytes = read([
            "StandardStorage": ByteCount(10 << 30), "StandardIAStorage": ByteCount(20 << 30),
            "StandardIASizeOverhead": ByteCount(5 << 30), "DeepArchiveStorage": ByteCount(1 << 40),
        ])
        let cost = Self.cost(Self.rules(.to("dr")), of: usage)
        // 10 x .023 + 20 x .0125
        #expect(cost.known == Money(microdollars: 480_000))
        #expect(cost.unknown.map(\.kind) == [.storage])
    }

    @Test("a class that is not known has no price, and makes the sum a least")
    func newClass() {
        var usage = BucketUsage.of(gigabytes: 10)
        usage.bytes = read(["StandardStorage": ByteCount(10 << 30), "QuantumStorage": ByteCount(1)])
        #expect(Self.cost(Self.rules(.to("dr")), of: usage).words == "at least $0.23 a month")
    }

    @Test("an empty bucket costs nothing to keep, one without samples is not known")
    func empty() {
        var usage = BucketUsage.of(gigabytes: 0, objects: 0)
        usage.bytes = absent()
        #expect(Self.cost(Self.rules(.to("dr")), of: usage).words == "$0.00 a month")
        usage.objects = absent()
        #expect(Self.cost(Self.rules(.to("dr")), of: usage).micros["storage"] == .some(nil))
    }

    @Test(
        "what was not read makes nothing known",
        arguments: [
            nil, BucketUsage(bytes: denied(), objects: denied(), requests: denied()),
            BucketUsage(bytes: unreachable(), objects: unreachable(), requests: unreachable()),
        ])
    func unread(usage: BucketUsage?) {
        let cost = Self.cost(Self.rules(.to("dr") { $0.destination.replicationTimeMinutes = 15 }), of: usage)
        #expect(!cost.isKnown)
        #expect(cost.words == "not known")
        #expect(cost.known == .zero)
    }

    @Test("more bytes, more requests or more uploads never cost less")
    func monotone() {
        var random = SeededRandom(seed: 8)
        let rules = Self.rules(
            .to("dr") {
                $0.destination.replicationTimeMinutes = 15
                $0.destination.metricsEnabled = true
            })
        for _ in 0..<500 {
            let size = Int64.random(in: 0...5_000, using: &random)
            let (puts, uploads) = (
                Int64.random(in: 0...10_000_000, using: &random), Int64.random(in: 0...5_000, using: &random)
            )
            let less = Self.cost(rules, of: .of(gigabytes: size, puts: puts, uploadedGigabytes: uploads))
            let more = Self.cost(
                rules,
                of: .of(
                    gigabytes: size + Int64.random(in: 0...9, using: &random),
                    puts: puts + Int64.random(in: 0...9, using: &random),
                    uploadedGigabytes: uploads + Int64.random(in: 0...9, using: &random)))
            #expect(less.isComplete && more.isComplete)
            #expect(less.known <= more.known)
        }
    }

    @Test("sizes beyond all bounds are counted as the most there is")
    func overflow() {
        var usage = BucketUsage.of(gigabytes: 1)
        usage.bytes = read(["StandardStorage": ByteCount(.max), "StandardIAStorage": ByteCount(.max)])
        #expect(Self.cost(Self.rules(.to("dr")), of: usage).known > .zero)
    }
}
