import AWSModel
import Foundation
import Testing

@testable import Posture

/// What is said of the bucket `media` of us-east-1 when us-east-1 is lost.
struct VerdictRow: CustomTestStringConvertible, Sendable {
    let sentence: String
    let verdict: Verdict
    /// A part of the reason.
    let reason: String
    let build: @Sendable (inout TestAccount) -> Void

    init(
        _ sentence: String, _ verdict: Verdict, _ reason: String = "",
        _ build: @escaping @Sendable (inout TestAccount) -> Void
    ) {
        self.sentence = sentence
        self.verdict = verdict
        self.reason = reason
        self.build = build
    }
    var testDescription: String { "\(sentence): \(verdict.rawValue)" }

    func check() {
        var account = TestAccount()
        build(&account)
        let resource = account.resource("arn:aws:s3:::media")
        #expect(resource?.verdict == verdict, "\(resource?.reason ?? "") \(resource?.paths ?? [])")
        #expect(reason.isEmpty || resource?.reason.contains(reason) == true, "\(resource?.reason ?? "no resource")")
    }
}

private let west = TestAccount.away
private typealias Edit = (inout ReplicationRule) -> Void

/// `media` replicates by the rules to `media-dr` in us-west-2.
private func replicated(
    _ rules: ReplicationRule..., bucket: @escaping @Sendable (inout Bucket) -> Void = { _ in },
    destination: @escaping @Sendable (inout DestinationBucket) -> Void = { _ in }
) -> @Sendable (inout TestAccount) -> Void {
    { account in
        account.addBucket("media") {
            $0.replication = read(ReplicationConfiguration(role: TestAccount.role, rules: rules))
            bucket(&$0)
        }
        account.addDestination("media-dr", destination)
    }
}
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
        replicated(
            .to("media-dr") {
                $0.filter = nil
                $0.legacyPrefix = ""
                $0.priority = nil
                $0.deleteMarkerReplication = nil
            })),
    VerdictRow(
        "fact 1.2: a rule with neither Filter nor Prefix takes the whole bucket", .protected, "",
        replicated(.to("media-dr") { $0.filter = nil })),
    VerdictRow("fact 1.2: an empty Filter takes the whole bucket", .protected, "", replicated(.to("media-dr"))),
    VerdictRow(
        "fact 1.2: a Filter with an empty prefix takes the whole bucket", .protected, "",
        replicated(.to("media-dr") { $0.filter = ReplicationFilter(prefix: "") })),
    VerdictRow(
        "fact 1.4: a disabled rule is no path", .unprotected, "every replication rule is disabled",
        replicated(.to("media-dr") { $0.status = .known(.disabled) })),
    VerdictRow(
        "a rule whose status is not known may be a path", .unknown, "it is Paused",
        replicated(.to("media-dr") { $0.status = .other("Paused") })),
    VerdictRow(
        "fact 1.5: a prefix is a part", .atRisk, "rule covers prefix logs/ only",
        replicated(.to("media-dr") { $0.filter?.prefix = "logs/" })),
    VerdictRow(
        "fact 1.5: a V1 prefix is a part", .atRisk, "prefix logs/",
        replicated(
            .to("media-dr") {
                $0.filter = nil; $0.legacyPrefix = "logs/"
            })),
    VerdictRow(
        "fact 1.5: a tag is a part", .atRisk, "tag tier=gold",
        replicated(.to("media-dr") { $0.filter?.tags = [Tag(key: "tier", value: "gold")] })),
    VerdictRow(
        "fact 1.5: many prefixes are never the whole", .atRisk, "rules cover prefix",
        replicated(
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
        replicated(.to("media-dr"), destination: { $0.region = read("us-east-1") })),
    VerdictRow(
        "fact 1.12: a destination that is gone makes the rule dead", .unprotected, "does not exist",
        replicated(.to("media-dr"), destination: { $0.region = absent() })),
    VerdictRow("the destination was never resolved", .unknown, "destination media-dr unread") {
        $0.addBucket("media") { $0.replicate(.to("media-dr")) }
    },
    VerdictRow(
        "the destination's region timed out", .unknown, "region of destination media-dr unread",
        replicated(.to("media-dr"), destination: { $0.region = unreachable() })),
    VerdictRow(
        "fact 1.23: a 403 names the region, but the versioning is unread", .atRisk, "versioning of destination",
        replicated(
            .to("media-dr"),
            destination: {
                $0.accessDenied = true; $0.versioning = denied()
            })),
    VerdictRow(
        "a 403 with nothing of the versioning asked", .atRisk, "versioning of destination",
        replicated(
            .to("media-dr"),
            destination: {
                $0.accessDenied = true
                $0.versioning.outcome = .notRead
            })),
    VerdictRow(
        "the destination answers, its versioning alone is denied", .unknown, "versioning of destination",
        replicated(.to("media-dr"), destination: { $0.versioning = denied() })),
    VerdictRow("the destination is an own bucket that was never resolved", .protected) {
        $0.addBucket("media") { $0.replicate(.to("media-dr")) }
        $0.addBucket("media-dr", in: west)
    },
    VerdictRow(
        "fact 1.14: the destination's versioning is suspended", .atRisk, "is Suspended",
        replicated(.to("media-dr"), destination: { $0.versioning = read(BucketVersioning(status: .known(.suspended))) })
    ),
    VerdictRow(
        "fact 1.14: the destination's versioning was never enabled", .atRisk, "not enabled",
        replicated(.to("media-dr"), destination: { $0.versioning = read(BucketVersioning()) })),
    VerdictRow(
        "fact 1.14: the bucket's versioning is suspended", .atRisk, "versioning of the bucket is Suspended",
        replicated(.to("media-dr"), bucket: { $0.versioning = read(BucketVersioning(status: .known(.suspended))) })),
    VerdictRow(
        "the bucket's versioning is denied", .unknown, "versioning of the bucket unread",
        replicated(.to("media-dr"), bucket: { $0.versioning = denied() })),
    VerdictRow(
        "fact 1.15: a locked bucket and a destination without lock", .atRisk, "Object Lock",
        replicated(.to("media-dr"), bucket: { $0.objectLock = read(ObjectLockConfiguration(enabled: true)) })),
    VerdictRow(
        "fact 1.15: a locked bucket and a locked destination", .protected, "",
        replicated(
            .to("media-dr"), bucket: { $0.objectLock = read(ObjectLockConfiguration(enabled: true)) },
            destination: { $0.objectLock = read(ObjectLockConfiguration(enabled: true)) })),
    VerdictRow(
        "fact 1.15: a locked bucket and a destination whose lock is denied", .unknown, "Object Lock of destination",
        replicated(
            .to("media-dr"), bucket: { $0.objectLock = read(ObjectLockConfiguration(enabled: true)) },
            destination: { $0.objectLock = denied() })),
    VerdictRow(
        "fact 1.9: KMS by default without opt-in", .atRisk, "leaves out objects encrypted with aws:kms",
        replicated(.to("media-dr"), bucket: kmsDefault)),
    VerdictRow(
        "fact 1.9: DSSE by default without opt-in", .atRisk, "aws:kms:dsse",
        replicated(
            .to("media-dr"), bucket: { $0.encryption = read(BucketEncryption(algorithm: .known(.dsseKMS))) })),
    VerdictRow(
        "fact 1.9: KMS by default with a key of the destination's region", .protected, "",
        replicated(.kms(to: "media-dr"), bucket: kmsDefault)),
    VerdictRow(
        "fact 1.9: the key is of another region", .atRisk, "is in us-east-1, the destination in us-west-2",
        replicated(.kms(to: "media-dr", key: TestAccount.keyARN("us-east-1")), bucket: kmsDefault)),
    VerdictRow(
        "fact 1.9: opted in without a key", .atRisk, "names no replica key",
        replicated(.kms(to: "media-dr", key: ""), bucket: kmsDefault)),
    VerdictRow(
        "fact 1.9: an alias that was not looked up tells no region", .unknown, "replica key alias/dr unread",
        replicated(.kms(to: "media-dr", key: "alias/dr"), bucket: kmsDefault)),
    VerdictRow(
        "the default encryption is denied and the rule does not opt in", .unknown, "default encryption unread",
        replicated(.to("media-dr"), bucket: { $0.encryption = denied() })),
    VerdictRow(
        "the default encryption is denied, and its key may be one that cannot decrypt", .unknown, "default key unread",
        replicated(.kms(to: "media-dr"), bucket: { $0.encryption = denied() })),
    VerdictRow(
        "an encryption that is not known", .unknown, "aws:new",
        replicated(.to("media-dr"), bucket: { $0.encryption = read(BucketEncryption(algorithm: .other("aws:new"))) })),
    VerdictRow(
        "fact 1.4: a narrower rule without opt-in stands in front", .atRisk, "rule a leaves out",
        replicated(
            .kms(to: "media-dr"),
            .to("media-dr", id: "a") {
                $0.filter?.prefix = "a"; $0.priority = 9
            }, bucket: kmsDefault)),
    VerdictRow(
        "fact 1.4: a narrower rule without opt-in stands behind", .protected, "",
        replicated(
            .kms(to: "media-dr"),
            .to("media-dr", id: "a") {
                $0.filter?.prefix = "a"; $0.priority = 0
            }, bucket: kmsDefault)),
    VerdictRow("fact 1.20: the bucket's default key is to be deleted", .atRisk, "default key is PendingDeletion") {
        replicated(.kms(to: "media-dr"), bucket: kmsDefault)(&$0)
        $0.addSourceKey(state: .pendingDeletion)
    },
    VerdictRow("fact 1.20: the bucket's default key is disabled", .atRisk, "default key is Disabled") {
        replicated(.kms(to: "media-dr"), bucket: kmsDefault)(&$0)
        $0.addSourceKey(state: .disabled)
    },
    VerdictRow("fact 1.20: the bucket's default key does not exist", .atRisk, "default key does not exist") {
        replicated(.kms(to: "media-dr"), bucket: kmsDefault)(&$0)
        $0.inventory.keys[KeyReference(name: "alias/media", region: "us-east-1")] = absent()
    },
    VerdictRow("the bucket's default key is denied", .unknown, "state of the bucket's default key unread") {
        replicated(.kms(to: "media-dr"), bucket: kmsDefault)(&$0)
        $0.inventory.keys[KeyReference(name: "alias/media", region: "us-east-1")] = denied()
    },
    VerdictRow("fact 6.1: nothing replicates to another partition", .unprotected, "is in partition aws-cn") {
        $0.addBucket("media") {
            $0.replicate(.to("media-dr") { $0.destination.bucket = "arn:aws-cn:s3:::media-dr" })
        }
        $0.addDestination("media-dr")
    },
    VerdictRow("the destination's region is not enabled", .atRisk, "region us-west-2 is not enabled") {
        replicated(.to("media-dr"))(&$0)
        $0.switchOff("us-west-2")
    },
    VerdictRow("a region that refused expired credentials is not switched off", .protected) {
        replicated(.to("media-dr"))(&$0)
        $0.switchOff("us-west-2")
        $0.inventory.backup = $0.inventory.backup + [TestAccount.emptyBackup("us-west-2")]
        $0.editBackup("us-west-2") { $0.vaults.outcome = .failed(code: "ExpiredToken") }
    },
    VerdictRow(
        "the destination expires objects that the bucket keeps", .atRisk, "expires current versions after 1 days",
        replicated(.to("media-dr"), destination: { $0.lifecycle = read(.expiring(days: 1)) })),
    VerdictRow(
        "the destination expires objects sooner", .atRisk, "the bucket keeps them longer",
        replicated(
            .to("media-dr"), bucket: { $0.lifecycle = read(.expiring(days: 31)) },
            destination: { $0.lifecycle = read(.expiring(days: 30)) })),
    VerdictRow(
        "the destination expires objects no sooner", .protected, "",
        replicated(
            .to("media-dr"), bucket: { $0.lifecycle = read(.expiring(days: 30)) },
            destination: { $0.lifecycle = read(.expiring(days: 30)) })),
    VerdictRow(
        "the destination expires all on a day", .atRisk, "expires current versions on 2026-11-20",
        replicated(.to("media-dr"), destination: { $0.lifecycle = read(.expiring(on: TestAccount.hoursAgo(24))) })),
    VerdictRow(
        "both expire all on a day", .protected, "",
        replicated(
            .to("media-dr"), bucket: { $0.lifecycle = read(.expiring(on: TestAccount.hoursAgo(24))) },
            destination: { $0.lifecycle = read(.expiring(on: TestAccount.hoursAgo(24))) })),
    VerdictRow(
        "the destination expires objects and the bucket's lifecycle is denied", .unknown, "lifecycle of the bucket",
        replicated(
            .to("media-dr"), bucket: { $0.lifecycle = denied() },
            destination: { $0.lifecycle = read(.expiring(days: 30)) })),
    VerdictRow(
        "the destination's lifecycle is denied", .unknown, "lifecycle of the destination unread",
        replicated(.to("media-dr"), destination: { $0.lifecycle = denied() })),
    VerdictRow(
        "the destination deletes noncurrent versions sooner, the current ones stay", .protected, "",
        replicated(
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

/// What is said of `media` by its replication role.
private let roleRows: [VerdictRow] = [
    roleRow("it trusts S3 and may replicate", .protected, ""),
    roleRow(
        "fact 1.17: it trusts another service", .atRisk, "does not trust s3.amazonaws.com",
        trust: allow("ec2.amazonaws.com")
    ),
    roleRow(
        "it trusts batch operations alone", .atRisk, "does not trust", trust: allow("batchoperations.s3.amazonaws.com")),
    roleRow(
        "a Deny that names S3 is no trust", .atRisk, "does not trust",
        trust: #"{"Effect":"Deny","Principal":{"Service":"s3.amazonaws.com"},"Action":"sts:AssumeRole"}"#),
    roleRow(
        "a Deny beside the Allow wins", .atRisk, "does not trust",
        trust: allow("s3.amazonaws.com")
            + #",{"Effect":"Deny","Principal":"*","Action":"sts:AssumeRole"}"#),
    roleRow(
        "a Deny with a condition may not apply", .protected, "",
        trust: allow("s3.amazonaws.com")
            + #",{"Effect":"Deny","Principal":"*","Action":"sts:*","Condition":{"Bool":{"a":"b"}}}"#),
    roleRow(
        "S3 among several services", .protected, "",
        trust: #"{"Effect":"Allow","Principal":{"Service":["ec2.amazonaws.com","s3.amazonaws.com"]},"#
            + #""Action":["sts:AssumeRole"]}"#),
    roleRow("fact 1.17: none of its policies lets it replicate", .atRisk, "no policy", actions: ["s3:Get*"]),
    roleRow("it has no policy", .atRisk, "no policy", actions: []),
    roleRow("its policies are denied", .unknown, "replication role unread: denied", actions: nil),
    roleRow("its policies are denied, and metrics show it at work", .protected, "", actions: nil, latency: 5),
    roleRow("one of the actions that write a replica is a hint only", .protected, "", actions: ["s3:ReplicateObject"]),
    roleRow("metrics show it at work, whatever its documents say", .protected, "", actions: [], latency: 5),
]

private func allow(_ service: String) -> String {
    #"{"Effect":"Allow","Principal":{"Service":"\#(service)"},"Action":"sts:AssumeRole"}"#
}
private func roleRow(
    _ sentence: String, _ verdict: Verdict, _ reason: String, trust: String = allow("s3.amazonaws.com"),
    actions: [String]? = ["s3:*"], latency: Double? = nil
) -> VerdictRow {
    VerdictRow(sentence, verdict, reason) { account in
        replicated(.to("media-dr"))(&account)
        let list = (actions ?? []).map { "\"\($0)\"" }.joined(separator: ",")
        let document = #"{"Statement":[{"Effect":"Allow","Action":[\#(list)],"Resource":"*"}]}"#
        let policies = actions?.isEmpty == true ? [] : [RolePolicy(name: "p", document: document)]
        account.inventory.roles[TestAccount.role] = RoleReading(
            role: read(
                Role(name: "r", arn: .bucket("r", partition: "aws"), trustPolicy: #"{"Statement":[\#(trust)]}"#)),
            policies: actions == nil ? denied() : read(policies))
        guard let latency else { return }
        account.inventory.replicationMetrics = [
            ReplicationMetrics(
                sourceBucket: "media", destinationBucket: "media-dr", ruleID: "main", maximumLatency: read(latency),
                operationsPending: absent(), operationsFailed: absent())
        ]
    }
}

@Suite("A bucket's replicas in the outage of its region")
struct ReplicationVerdictTests {
    @Test("each configuration has its verdict", arguments: rows)
    func verdict(row: VerdictRow) { row.check() }

    @Test("each role has its verdict", arguments: roleRows)
    func role(row: VerdictRow) { row.check() }

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

    @Test("fact 1.17: a role that does not exist copies nothing, one that was not read may be missing")
    func roles() {
        var account = replicatedAccount()
        account.inventory.roles[TestAccount.role] = RoleReading(role: absent(), policies: absent())
        #expect(verdict(account) == .atRisk)
        account.inventory.roles[TestAccount.role] = RoleReading(role: denied(), policies: denied())
        #expect(verdict(account) == .unknown)
    }
}
