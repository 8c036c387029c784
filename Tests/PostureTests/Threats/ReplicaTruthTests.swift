import AWSModel
import Foundation
import Testing

@testable import Posture

/// The rows of table 5.1 that are replicas of a bucket. The source keeps its own old versions for a day only, so that
/// the replica is what counts.
struct ReplicaTruthTests {
    typealias Row = TruthTableTests.Row

    static let media = TestAccount.bucketARN("media")

    /// A replica in this account.
    static func own(
        _ rule: @escaping @Sendable (inout ReplicationRule) -> Void = { _ in },
        _ destination: @escaping @Sendable (inout Bucket) -> Void = { _ in }
    ) -> @Sendable (inout TestAccount) -> Void {
        { account in
            account.addBucket("media") {
                $0.lifecycle = TruthTableTests.lifecycle(noncurrentDays: 1)
                $0.replicate(.to("media-dr", rule))
            }
            account.addBucket("media-dr", in: TestAccount.away, destination)
        }
    }

    /// A replica in another account.
    static func foreign(
        owner: String? = "Destination", _ destination: @escaping @Sendable (inout DestinationBucket) -> Void = { _ in }
    ) -> @Sendable (inout TestAccount) -> Void {
        { account in
            account.addBucket("media") {
                $0.lifecycle = TruthTableTests.lifecycle(noncurrentDays: 1)
                $0.replicate(
                    .to("media-dr") {
                        $0.destination.account = TestAccount.otherID
                        $0.destination.owner = owner
                    })
            }
            account.addDestination("media-dr", destination)
        }
    }

    /// A replica in another account, encrypted with a key.
    static func keyed(_ key: String) -> @Sendable (inout TestAccount) -> Void {
        { account in
            account.addBucket("media") {
                $0.lifecycle = TruthTableTests.lifecycle(noncurrentDays: 1)
                TruthTableTests.kms(&$0)
                var rule = ReplicationRule.kms(to: "media-dr", key: key)
                rule.destination.account = TestAccount.otherID
                rule.destination.owner = "Destination"
                $0.replicate(rule)
            }
            account.addDestination("media-dr")
            account.addKey(key, in: TestAccount.away)
        }
    }

    static let markers: @Sendable (inout ReplicationRule) -> Void = { $0.deleteMarkerReplication = .known(.enabled) }
    static let short: @Sendable (inout Bucket) -> Void = {
        $0.lifecycle = TruthTableTests.lifecycle(noncurrentDays: 3)
    }

    @Test(arguments: [
        Row("markers stay behind", media, "pppnn-", own()),
        Row("markers stay behind, versions are kept for 3 days", media, "pprnn-", own({ _ in }, short)),
        Row("the first version propagates markers", media, "rprnn-", own({ $0.filter = nil }, short)),
        Row("the first version, and whose bucket the other is was not read", media, "uprru-") { account in
            account.addBucket("media") {
                $0.lifecycle = TruthTableTests.lifecycle(noncurrentDays: 1)
                $0.replicate(.to("media-dr") { $0.filter = nil })
            }
            account.addDestination("media-dr") { $0.lifecycle = TruthTableTests.lifecycle(noncurrentDays: 3) }
            account.inventory.bucketListing = read(9)
        },
        Row("a prefix only", media, "rrrnn-", own { $0.filter = ReplicationFilter(prefix: "a/") }),
        Row("disabled", media, "rnrnn-", own { $0.status = .known(.disabled) }),
        Row("the replica's lifecycle is unread", media, "uuunn-", own({ _ in }, { $0.lifecycle = denied() })),
    ])
    func fact_5_1_replicaInTheSameAccount(_ row: Row) { row.check() }

    @Test(arguments: [
        Row(
            "locked for ten years", media, "ppprn-",
            own({ _ in }, { $0.objectLock = TruthTableTests.lock(.compliance, days: 3650) })),
        Row(
            "locked for a day", media, "pppnn-",
            own({ _ in }, { $0.objectLock = TruthTableTests.lock(.compliance, days: 1) })),
        Row("whether it is locked is unread", media, "pppun-", own({ _ in }, { $0.objectLock = denied() })),
        Row(
            "locked in governance mode", media, "pppnn-",
            own({ _ in }, { $0.objectLock = TruthTableTests.lock(.governance) })),
    ])
    func fact_1_15_aReplicaTakesTheLockOfItsDestination(_ row: Row) { row.check() }

    /// A bucket that holds the replicas of another, and replicates itself.
    static func middle(sourceGoesOn: Bool) -> @Sendable (inout TestAccount) -> Void {
        { account in
            account.addBucket("origin", in: TestAccount.away) {
                var rules = [ReplicationRule.to("media")]
                if sourceGoesOn { rules.append(.to("media-dr")) }
                $0.replication = read(ReplicationConfiguration(role: TestAccount.role, rules: rules))
            }
            own()(&account)
        }
    }

    @Test(arguments: [
        Row("what came as a replica does not go on", media, "rrrnn-", middle(sourceGoesOn: false)),
        Row("unless its source takes it to the same place", media, "pppnn-", middle(sourceGoesOn: true)),
    ])
    func fact_1_8_replicasDoNotChain(_ row: Row) { row.check() }

    @Test(arguments: [
        Row("versions are kept", media, "pppnn-", own(markers)),
        Row("versions are kept for 3 days", media, "rprnn-", own(markers, short)),
    ])
    func fact_1_7_aPropagatedMarkerHidesAndDoesNotDestroy(_ row: Row) { row.check() }

    @Test(arguments: [
        Row("readable", media, "ppppp-", foreign()),
        Row("whose the replicas are is not told", media, "pppuu-", foreign(owner: nil)),
        Row(
            "its versions are kept for 3 days", media, "pprrp-",
            foreign { $0.lifecycle = TruthTableTests.lifecycle(noncurrentDays: 3) }),
        Row("under a key of this account", media, "ppprrp") { account in
            keyed(TestAccount.keyARN(TestAccount.away))(&account)
        },
        Row("under a key of the other account", media, "pppppp") { account in
            keyed("arn:aws:kms:us-west-2:\(TestAccount.otherID):key/k")(&account)
        },
        Row(
            "not readable", media, "rrrrr-",
            foreign {
                $0.accessDenied = true
                $0.versioning = denied()
                $0.objectLock = denied()
                $0.lifecycle = denied()
            }),
    ])
    func fact_1_16_replicaInAnotherAccount(_ row: Row) { row.check() }

    /// A replica in the same region under `alias/media`, which is the bucket's own key.
    static func aliased(resolved: Bool) -> @Sendable (inout TestAccount) -> Void {
        { account in
            let alias = "alias/media"
            account.addBucket("media") {
                TruthTableTests.kms(&$0)
                $0.replicate(.kms(to: "media-2", key: alias))
            }
            account.addBucket("media-2")
            let key = KeyReference(name: TestAccount.keyARN(TestAccount.home), region: TestAccount.home)
            account.inventory.keys[KeyReference(name: alias, region: TestAccount.home)] =
                resolved ? account.inventory.keys[key] : denied()
        }
    }

    @Test(arguments: [
        Row("a key of its own", media, "pppnnp") { account in
            account.addBucket("media") {
                TruthTableTests.kms(&$0)
                $0.replicate(.kms(to: "media-dr"))
            }
            account.addBucket("media-dr", in: TestAccount.away)
        },
        Row("the same key", media, "pppnnn") { account in
            account.addBucket("media") {
                TruthTableTests.kms(&$0)
                $0.replicate(.kms(to: "media-2", key: TestAccount.keyARN(TestAccount.home)))
            }
            account.addBucket("media-2")
        },
        Row("the same key for a prefix only", media, "pppnnr") { account in
            account.addBucket("media") {
                TruthTableTests.kms(&$0)
                var narrow = ReplicationRule.kms(to: "media-2", key: TestAccount.keyARN(TestAccount.home))
                narrow.id = "narrow"
                narrow.priority = 9
                narrow.filter = ReplicationFilter(prefix: "a/")
                $0.replicate(.kms(to: "media-2", key: TestAccount.keyARN(TestAccount.home) + "-2"), narrow)
            }
            account.addBucket("media-2")
            let key = KeyReference(name: TestAccount.keyARN(TestAccount.home), region: TestAccount.home)
            account.inventory.keys[KeyReference(name: key.name + "-2", region: key.region)] =
                account.inventory.keys[key]
        },
        Row("the same key by its alias", media, "pppnnn", aliased(resolved: true)),
        Row("an alias that was not resolved", media, "pupnnu", aliased(resolved: false)),
    ])
    func fact_5_1_replicaUnderAKey(_ row: Row) { row.check() }
}
