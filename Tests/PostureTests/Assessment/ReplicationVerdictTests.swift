import AWSModel
import Foundation
import Testing

@testable import Posture

private let west = TestAccount.away

private let kmsDefault: @Sendable (inout Bucket) -> Void = {
    $0.encryption = read(BucketEncryption(algorithm: .known(.sseKMS), kmsKeyID: "alias/media"))
}

private let rows: [VerdictRow] = [
    VerdictRow("no rule and no backup", .unprotected, "no replication rule and no backup copy outside us-east-1") {
        $0.addBucket("media")
    },
    VerdictRow("replication denied", .unknown, "replication unread: denied (AccessDenied)") {
        $0.addBucket("media") { $0.replication = denied() }
    },
    VerdictRow("region of the bucket denied", .unknown, "its region is not known") {
        $0.addBucket("media") { $0.region = denied() }
    },
    VerdictRow(
        "fact 1.2: a rule without Filter and with an empty prefix is V1 and takes the whole bucket", .protected,
        "replicated to us-west-2",
        replicating(
            .to("media-dr") {
                $0.filter = nil
                $0.legacyPrefix = ""
                $0.priority = nil
                $0.deleteMarkerReplication = nil
            })),
    VerdictRow(
        "fact 1.2: a rule with neither Filter nor Prefix takes the whole bucket", .protected, "",
        replicating(.to("media-dr") { $0.filter = nil })),
    VerdictRow("fact 1.2: an empty Filter takes the whole bucket", .protected, "", replicating(.to("media-dr"))),
    VerdictRow(
        "fact 1.2: a Filter with an empty prefix takes the whole bucket", .protected, "",
        replicating(.to("media-dr") { $0.filter = ReplicationFilter(prefix: "") })),
    VerdictRow(
        "fact 1.4: a disabled rule is no path", .unprotected, "every replication rule is disabled",
        replicating(.to("media-dr") { $0.status = .known(.disabled) })),
    VerdictRow(
        "a rule whose status is not known may be a path", .unknown, "it is Paused",
        replicating(.to("media-dr") { $0.status = .other("Paused") })),
    VerdictRow(
        "fact 1.5: a prefix is a part", .atRisk, "rule covers prefix logs/ only",
        replicating(.to("media-dr") { $0.filter?.prefix = "logs/" })),
    VerdictRow(
        "fact 1.5: a V1 prefix is a part", .atRisk, "prefix logs/",
        replicating(
            .to("media-dr") {
                $0.filter = nil; $0.legacyPrefix = "logs/"
            })),
    VerdictRow(
        "fact 1.5: a tag is a part", .atRisk, "tag tier=gold",
        replicating(.to("media-dr") { $0.filter?.tags = [Tag(key: "tier", value: "gold")] })),
    VerdictRow(
        "fact 1.5: many prefixes are never the whole", .atRisk, "rules cover prefix",
        replicating(
            .to("media-dr", id: "a") { $0.filter?.prefix = "a" },
            .to("media-dr", id: "b") { $0.filter?.prefix = "b" })),
    VerdictRow("fact 1.4: a part to one destination and the whole to another", .protected) {
        $0.addBucket("media") {
            $0.replicate(.to("media-dr", id: "a") { $0.filter?.prefix = "a" }, .to("media-eu", id: "b"))
        }
        $0.addDestination("media-dr")
        $0.addDestination("media-eu", in: "eu-west-1")
    },
    VerdictRow(
        "fact 1.12: a destination in the same region is no path", .unprotected, "in the same region",
        replicating(.to("media-dr"), destination: { $0.region = read("us-east-1") })),
    VerdictRow(
        "fact 1.12: a destination that is gone makes the rule dead", .unprotected, "does not exist",
        replicating(.to("media-dr"), destination: { $0.region = absent() })),
    VerdictRow("the destination was never resolved", .unknown, "destination media-dr unread") {
        $0.addBucket("media") { $0.replicate(.to("media-dr")) }
    },
    VerdictRow(
        "the destination's region timed out", .unknown, "region of destination media-dr unread",
        replicating(.to("media-dr"), destination: { $0.region = unreachable() })),
    VerdictRow(
        "fact 1.23: a 403 names the region, but the versioning is unread", .atRisk, "versioning of destination",
        replicating(
            .to("media-dr"),
            destination: {
                $0.accessDenied = true; $0.versioning = denied()
            })),
    VerdictRow(
        "a 403 with nothing of the versioning asked", .atRisk, "versioning of destination",
        replicating(
            .to("media-dr"),
            destination: {
                $0.accessDenied = true
                $0.versioning.outcome = .notRead
            })),
    VerdictRow(
        "the destination answers, its versioning alone is denied", .unknown, "versioning of destination",
        replicating(.to("media-dr"), destination: { $0.versioning = denied() })),
    VerdictRow("the destination is an own bucket that was never resolved", .protected) {
        $0.addBucket("media") { $0.replicate(.to("media-dr")) }
        $0.addBucket("media-dr", in: west)
    },
    VerdictRow(
        "fact 1.14: the destination's versioning is suspended", .atRisk, "is Suspended",
        replicating(
            .to("media-dr"), destination: { $0.versioning = read(BucketVersioning(status: .known(.suspended))) })
    ),
    VerdictRow(
        "fact 1.14: the destination's versioning was never enabled", .atRisk, "not enabled",
        replicating(.to("media-dr"), destination: { $0.versioning = read(BucketVersioning()) })),
    VerdictRow(
        "fact 1.14: the bucket's versioning is suspended", .atRisk, "versioning of the bucket is Suspended",
        replicating(.to("media-dr"), bucket: { $0.versioning = read(BucketVersioning(status: .known(.suspended))) })),
    VerdictRow(
        "the bucket's versioning is denied", .unknown, "versioning of the bucket unread",
        replicating(.to("media-dr"), bucket: { $0.versioning = denied() })),
    VerdictRow(
        "fact 1.15: a locked bucket and a destination without lock", .atRisk, "Object Lock",
        replicating(.to("media-dr"), bucket: { $0.objectLock = read(ObjectLockConfiguration(enabled: true)) })),
    VerdictRow(
        "fact 1.15: a locked bucket and a locked destination", .protected, "",
        replicating(
            .to("media-dr"), bucket: { $0.objectLock = read(ObjectLockConfiguration(enabled: true)) },
            destination: { $0.objectLock = read(ObjectLockConfiguration(enabled: true)) })),
    VerdictRow(
        "fact 1.15: a locked bucket and a destination whose lock is denied", .unknown, "Object Lock of destination",
        replicating(
            .to("media-dr"), bucket: { $0.objectLock = read(ObjectLockConfiguration(enabled: true)) },
            destination: { $0.objectLock = denied() })),
    VerdictRow(
        "fact 1.9: KMS by default without opt-in", .atRisk, "leaves out objects encrypted with aws:kms",
        replicating(.to("media-dr"), bucket: kmsDefault)),
    VerdictRow(
        "fact 1.9: DSSE by default without opt-in", .atRisk, "aws:kms:dsse",
        replicating(
            .to("media-dr"), bucket: { $0.encryption = read(BucketEncryption(algorithm: .known(.dsseKMS))) })),
    VerdictRow(
        "fact 1.9: KMS by default with a key of the destination's region", .protected, "",
        replicating(.kms(to: "media-dr"), bucket: kmsDefault)),
    VerdictRow(
        "fact 1.9: the key is of another region", .atRisk, "is in us-east-1, the destination in us-west-2",
        replicating(.kms(to: "media-dr", key: TestAccount.keyARN("us-east-1")), bucket: kmsDefault)),
    VerdictRow(
        "fact 1.9: opted in without a key", .atRisk, "names no replica key",
        replicating(.kms(to: "media-dr", key: ""), bucket: kmsDefault)),
    VerdictRow(
        "fact 1.9: an alias that was not looked up tells no region", .unknown, "replica key alias/dr unread",
        replicating(.kms(to: "media-dr", key: "alias/dr"), bucket: kmsDefault)),
    VerdictRow(
        "the default encryption is denied and the rule does not opt in", .unknown, "default encryption unread",
        replicating(.to("media-dr"), bucket: { $0.encryption = denied() })),
    VerdictRow(
        "the default encryption is denied, and its key may be one that cannot decrypt", .unknown, "default key unread",
        replicating(.kms(to: "media-dr"), bucket: { $0.encryption = denied() })),
    VerdictRow(
        "an encryption that is not known", .unknown, "aws:new",
        replicating(.to("media-dr"), bucket: { $0.encryption = read(BucketEncryption(algorithm: .other("aws:new"))) })),
    VerdictRow(
        "fact 1.4: a narrower rule without opt-in stands in front", .atRisk, "rule a leaves out",
        replicating(
            .kms(to: "media-dr"),
            .to("media-dr", id: "a") {
                $0.filter?.prefix = "a"; $0.priority = 9
            }, bucket: kmsDefault)),
    VerdictRow(
        "fact 1.4: a narrower rule without opt-in stands behind", .protected, "",
        replicating(
            .kms(to: "media-dr"),
            .to("media-dr", id: "a") {
                $0.filter?.prefix = "a"; $0.priority = 0
            }, bucket: kmsDefault)),
    VerdictRow(
        "fact 1.4: a rule of which a higher one takes every object wins for none", .protected, "",
        replicating(
            .kms(to: "media-dr"),
            .to("media-dr", id: "a") {
                $0.filter = ReplicationFilter(prefix: "a/b", tags: [Tag(key: "team", value: "x")]); $0.priority = 8
            },
            .to("media-dr", id: "b") {
                $0.kmsEncryptedObjects = .known(.enabled)
                $0.destination.replicaKMSKeyID = TestAccount.keyARN(TestAccount.away)
                $0.filter?.prefix = "a/"; $0.priority = 9
            }, bucket: kmsDefault)),
    VerdictRow("fact 1.20: the bucket's default key is to be deleted", .atRisk, "default key is PendingDeletion") {
        replicating(.kms(to: "media-dr"), bucket: kmsDefault)(&$0)
        $0.addSourceKey(state: .pendingDeletion)
    },
    VerdictRow("fact 1.20: the bucket's default key is disabled", .atRisk, "default key is Disabled") {
        replicating(.kms(to: "media-dr"), bucket: kmsDefault)(&$0)
        $0.addSourceKey(state: .disabled)
    },
    VerdictRow("fact 1.20: the bucket's default key does not exist", .atRisk, "default key does not exist") {
        replicating(.kms(to: "media-dr"), bucket: kmsDefault)(&$0)
        $0.inventory.keys[KeyReference(name: "alias/media", region: "us-east-1")] = absent()
    },
    VerdictRow("the bucket's default key is denied", .unknown, "state of the bucket's default key unread") {
        replicating(.kms(to: "media-dr"), bucket: kmsDefault)(&$0)
        $0.inventory.keys[KeyReference(name: "alias/media", region: "us-east-1")] = denied()
    },
    VerdictRow("fact 6.1: nothing replicates to another partition", .unprotected, "is in partition aws-cn") {
        $0.addBucket("media") {
            $0.replicate(.to("media-dr") { $0.destination.bucket = "arn:aws-cn:s3:::media-dr" })
        }
        $0.addDestination("media-dr")
    },
    VerdictRow("the destination's region is not enabled", .atRisk, "region us-west-2 is not enabled") {
        replicating(.to("media-dr"))(&$0)
        $0.switchOff("us-west-2")
    },
    VerdictRow("a region that refused expired credentials is not switched off", .protected) {
        replicating(.to("media-dr"))(&$0)
        $0.switchOff("us-west-2")
        $0.inventory.backup = $0.inventory.backup + [TestAccount.emptyBackup("us-west-2")]
        $0.editBackup("us-west-2") { $0.vaults.outcome = .failed(code: "ExpiredToken") }
    },
    VerdictRow(
        "the destination expires objects that the bucket keeps", .atRisk, "expires current versions after 1 days",
        replicating(.to("media-dr"), destination: { $0.lifecycle = read(.expiring(days: 1)) })),
    VerdictRow(
        "the destination expires objects sooner", .atRisk, "the bucket keeps them longer",
        replicating(
            .to("media-dr"), bucket: { $0.lifecycle = read(.expiring(days: 31)) },
            destination: { $0.lifecycle = read(.expiring(days: 30)) })),
    VerdictRow(
        "the destination expires objects no sooner", .protected, "",
        replicating(
            .to("media-dr"), bucket: { $0.lifecycle = read(.expiring(days: 30)) },
            destination: { $0.lifecycle = read(.expiring(days: 30)) })),
    VerdictRow(
        "the destination expires all on a day", .atRisk, "expires current versions on 2026-11-20",
        replicating(.to("media-dr"), destination: { $0.lifecycle = read(.expiring(on: TestAccount.hoursAgo(24))) })),
    VerdictRow(
        "both expire all on a day", .protected, "",
        replicating(
            .to("media-dr"), bucket: { $0.lifecycle = read(.expiring(on: TestAccount.hoursAgo(24))) },
            destination: { $0.lifecycle = read(.expiring(on: TestAccount.hoursAgo(24))) })),
    VerdictRow(
        "the destination expires objects and the bucket's lifecycle is denied", .unknown, "lifecycle of the bucket",
        replicating(
            .to("media-dr"), bucket: { $0.lifecycle = denied() },
            destination: { $0.lifecycle = read(.expiring(days: 30)) })),
    VerdictRow(
        "the destination's lifecycle is denied", .unknown, "lifecycle of the destination unread",
        replicating(.to("media-dr"), destination: { $0.lifecycle = denied() })),
    VerdictRow(
        "the destination deletes noncurrent versions sooner, the current ones stay", .protected, "",
        replicating(
            .to("media-dr"),
            destination: {
                let rule = LifecycleRule(status: .known(.enabled), noncurrentExpirationDays: 1)
                $0.lifecycle = read(LifecycleConfiguration(rules: [rule]))
            })),
]

extension LifecycleConfiguration {
    fileprivate static func expiring(days: Int? = nil, on date: Date? = nil) -> Self {
        Self(rules: [LifecycleRule(status: .known(.enabled), expirationDays: days, expirationDate: date)])
    }
}

extension TestAccount {
    fileprivate mutating func addSourceKey(state: KeyMetadata.State) {
        guard let arn = ARN(Self.keyARN("us-east-1")) else { return }
        inventory.keys[KeyReference(name: "alias/media", region: "us-east-1")] = read(
            KeyMetadata(keyID: "k", arn: arn, state: .known(state)))
    }

    /// As AWS's listing of regions tells of one that is not enabled: nothing is asked there.
    mutating func switchOff(_ region: Region) {
        inventory.backup.removeAll { $0.region == region }
        inventory.regions.removeAll { $0.name == region }
        inventory.regions.append(RegionState(name: region, status: .notEnabled))
    }
}

@Suite("A bucket's replicas in the outage of its region")
struct ReplicationVerdictTests {
    @Test("each configuration has its verdict", arguments: rows)
    func verdict(row: VerdictRow) { row.check() }

    @Test("what was not read beside a good path is among its reasons")
    func notes() {
        var account = replicatedAccount(.to("media-dr") { $0.destination.metricsEnabled = true })
        account.inventory.destinations["media-dr"]?.lifecycle = denied()
        account.inventory.roles = [:]
        let reasons = account.resource("arn:aws:s3:::media")?.paths.first?.reasons ?? []
        for part in ["lifecycle of the destination", "replication role", "bucket policy", "replication metrics"] {
            #expect(reasons.contains { $0.contains(part) }, "\(part): \(reasons)")
        }
    }

    @Test("a destination of the own account has no bucket policy to read")
    func ownDestination() {
        var account = TestAccount()
        account.addBucket("media") { $0.replicate(.to("media-dr")) }
        account.addBucket("media-dr", in: west)
        let reasons = account.resource("arn:aws:s3:::media")?.paths.first?.reasons ?? []
        #expect(!reasons.contains { $0.contains("bucket policy") })
    }

    private func replicatedAccount(_ rule: ReplicationRule = .to("media-dr")) -> TestAccount {
        var account = TestAccount()
        account.addBucket("media") { $0.replicate(rule) }
        account.addDestination("media-dr")
        return account
    }
    private func verdict(_ account: TestAccount) -> Verdict? { account.resource("arn:aws:s3:::media")?.verdict }

    @Test("an alias found in the destination's region names a key of it")
    func aliasFound() {
        var account = replicatedAccount(.kms(to: "media-dr", key: "alias/dr"))
        account.addKey("alias/dr", in: "us-west-2")
        #expect(verdict(account) == .protected)
    }

    @Test(
        "a key that is disabled or to be deleted encrypts nothing",
        arguments: [
            KeyMetadata.State.disabled, .pendingDeletion, .unavailable, .pendingImport,
        ])
    func brokenKey(state: KeyMetadata.State) {
        var account = replicatedAccount(.kms(to: "media-dr"))
        account.addKey(TestAccount.keyARN("us-west-2"), in: "us-west-2", state: state)
        #expect(verdict(account) == .atRisk)
    }

    @Test("a key named by its ARN whose state is denied may be disabled")
    func deniedKeyByARN() {
        var account = replicatedAccount(.kms(to: "media-dr"))
        account.inventory.keys[KeyReference(name: TestAccount.keyARN("us-west-2"), region: "us-west-2")] = denied()
        let resource = account.resource("arn:aws:s3:::media")
        #expect(resource?.verdict == .unknown)
        #expect(resource?.paths.first?.reasons.contains("state of replica key unread: denied (AccessDenied)") == true)
    }

    @Test("fact 1.9: an AWS managed key cannot be used across accounts")
    func managedKeyAcrossAccounts() {
        let account = replicatedAccount(.kms(to: "media-dr", key: "arn:aws:kms:us-west-2:444455556666:alias/aws/s3"))
        #expect(verdict(account) == .atRisk)
    }
}
