import AWSModel
import Foundation
import Testing

@testable import Posture

private typealias Build = @Sendable (inout TestAccount) -> Void
private typealias BucketEdit = @Sendable (inout Bucket) -> Void
private typealias DestinationEdit = @Sendable (inout DestinationBucket) -> Void

private func media(_ edit: @escaping BucketEdit) -> Build { { $0.addBucket("media", edit) } }

/// `media` with rules to `media-dr` of us-west-2.
private func replicated(
    _ rules: ReplicationRule..., bucket: @escaping BucketEdit = { _ in },
    destination: @escaping DestinationEdit = { _ in }
) -> Build {
    { account in
        account.addBucket("media") {
            $0.replication = read(ReplicationConfiguration(role: TestAccount.role, rules: rules))
            bucket(&$0)
        }
        account.addDestination("media-dr", destination)
    }
}

private let lockRows: [FindingRow] = [
    .found("s3-locked-objects-unverified", "fact 1.15: a default lock") {
        $0.addBucket("media") { $0.objectLock = TruthTableTests.lock(.compliance) }
    },
    .quiet("s3-locked-objects-unverified", "no default") {
        $0.addBucket("media") { $0.objectLock = TruthTableTests.lock(nil, days: nil) }
    },
]

private let kms: BucketEdit = { $0.encryption = read(BucketEncryption(algorithm: .known(.sseKMS))) }
private let locked = ObjectLockConfiguration(enabled: true)
private func lifecycle(_ days: Int, prefix: String? = nil) -> LifecycleConfiguration {
    LifecycleConfiguration(rules: [
        LifecycleRule(status: .known(.enabled), prefix: prefix, expirationDays: days)
    ])
}

private let configurationRows: [FindingRow] = [
    .found("s3-no-replication", "nothing is configured", media { _ in }),
    .found("s3-no-replication", "the configuration has no rules", media { $0.replicate() }),
    .quiet("s3-no-replication", "there is a rule", replicated(.to("media-dr"))),
    .quiet("s3-no-replication", "replication is denied", media { $0.replication = denied() }),
    .quiet("s3-no-replication", "the bucket is gone", media { $0.region = absent() }),

    .found(
        "s3-replication-same-region", "fact 1.12: both in us-east-1",
        replicated(.to("media-dr"), destination: { $0.region = read("us-east-1") })),
    .quiet("s3-replication-same-region", "in two regions", replicated(.to("media-dr"))),
    .quiet(
        "s3-replication-same-region", "the destination's region is unread",
        replicated(.to("media-dr"), destination: { $0.region = unreachable() })),

    .found(
        "s3-replication-rule-disabled", "a rule is off", replicated(.to("media-dr") { $0.status = .known(.disabled) })),
    .quiet("s3-replication-rule-disabled", "a rule is on", replicated(.to("media-dr"))),

    .found(
        "s3-replication-partial-scope", "fact 1.5: a prefix", replicated(.to("media-dr") { $0.filter?.prefix = "a" })),
    .quiet("s3-replication-partial-scope", "the whole", replicated(.to("media-dr"))),
    .quiet("s3-replication-partial-scope", "the whole may go to a region that is unread") {
        $0.addBucket("media") {
            $0.replicate(.to("media-dr") { $0.filter?.prefix = "a" }, .to("media-eu", id: "b"))
        }
        $0.addDestination("media-dr")
        $0.addDestination("media-eu") { $0.region = unreachable() }
    },

    .found("s3-versioning-not-enabled", "never enabled", media { $0.versioning = read(BucketVersioning()) }),
    .found(
        "s3-versioning-not-enabled", "suspended",
        media {
            $0.versioning = read(BucketVersioning(status: .known(.suspended)))
        }),
    .quiet("s3-versioning-not-enabled", "enabled", media { _ in }),
    .quiet("s3-versioning-not-enabled", "denied", media { $0.versioning = denied() }),

    .found(
        "s3-kms-objects-not-selected", "fact 1.9: KMS by default, no opt-in", replicated(.to("media-dr"), bucket: kms)),
    .quiet("s3-kms-objects-not-selected", "opted in", replicated(.kms(to: "media-dr"), bucket: kms)),
    .quiet("s3-kms-objects-not-selected", "not KMS", replicated(.to("media-dr"))),
    .quiet(
        "s3-kms-objects-not-selected", "encryption denied",
        replicated(.to("media-dr"), bucket: { $0.encryption = denied() })),

    .found(
        "s3-replica-key-wrong-region", "fact 1.9: a key of the source's region",
        replicated(.kms(to: "media-dr", key: TestAccount.keyARN("us-east-1")))),
    .found("s3-replica-key-wrong-region", "an id that the destination's region does not know") { account in
        replicated(.kms(to: "media-dr", key: "1234"))(&account)
        account.inventory.keys[KeyReference(name: "1234", region: "us-west-2")] = absent()
    },
    .quiet("s3-replica-key-wrong-region", "a key of the destination's region", replicated(.kms(to: "media-dr"))),
    .quiet("s3-replica-key-wrong-region", "an id whose lookup is denied") { account in
        replicated(.kms(to: "media-dr", key: "1234"))(&account)
        account.inventory.keys[KeyReference(name: "1234", region: "us-west-2")] = denied()
    },

    .found("s3-deletes-propagate", "fact 1.6: a V1 rule within the account") { account in
        account.addBucket("media") { $0.replicate(.to("media-dr") { $0.filter = nil }) }
        account.addBucket("media-dr", in: "us-west-2")
    },
    .quiet(
        "s3-deletes-propagate", "fact 1.6: a V1 rule to another account",
        replicated(
            .to("media-dr") {
                $0.filter = nil; $0.destination.account = TestAccount.otherID
            })),
    .found(
        "s3-deletes-propagate", "fact 1.6: a V2 rule with delete markers",
        replicated(.to("media-dr") { $0.deleteMarkerReplication = .known(.enabled) })),
    .quiet("s3-deletes-propagate", "fact 1.6: a V2 rule without", replicated(.to("media-dr"))),
    .quiet(
        "s3-deletes-propagate", "fact 1.4: the rule with delete markers never wins",
        replicated(
            .to("media-dr") { $0.priority = 9 },
            .to("media-dr", id: "low") { $0.deleteMarkerReplication = .known(.enabled) })),

    .found("s3-existing-objects-unverified", "fact 1.8: a rule to another region", replicated(.to("media-dr"))),
    .found(
        "s3-existing-objects-unverified", "fact 5.1: a replica in the same region survives a purge, of newer objects",
        replicated(.to("media-dr"), destination: { $0.region = read("us-east-1") })),
    .quiet("s3-existing-objects-unverified", "no rule", media { _ in }),
    .quiet(
        "s3-existing-objects-unverified", "the rule is off",
        replicated(.to("media-dr") { $0.status = .known(.disabled) })),
]

private let destinationsRows: [FindingRow] = [
    .found(
        "s3-destination-missing", "fact 1.12: 404", replicated(.to("media-dr"), destination: { $0.region = absent() })),
    .quiet("s3-destination-missing", "it is there", replicated(.to("media-dr"))),
    .quiet(
        "s3-destination-missing", "its region is unread",
        replicated(.to("media-dr"), destination: { $0.region = unreachable() })),

    .found(
        "s3-destination-versioning-not-enabled", "fact 1.14: suspended",
        replicated(.to("media-dr"), destination: { $0.versioning = read(BucketVersioning(status: .known(.suspended))) })
    ),
    .quiet("s3-destination-versioning-not-enabled", "enabled", replicated(.to("media-dr"))),
    .quiet(
        "s3-destination-versioning-not-enabled", "denied",
        replicated(.to("media-dr"), destination: { $0.versioning = denied() })),

    .found(
        "s3-destination-unreadable", "fact 1.12: 403",
        replicated(
            .to("media-dr"),
            destination: {
                $0.accessDenied = true; $0.versioning = denied()
            })),
    .quiet(
        "s3-destination-unreadable", "listing it is refused, its settings are open",
        replicated(.to("media-dr"), destination: { $0.accessDenied = true })),
    .found(
        "s3-destination-unreadable", "its versioning is denied",
        replicated(.to("media-dr"), destination: { $0.versioning = denied() })),
    .quiet("s3-destination-unreadable", "it was read", replicated(.to("media-dr"))),
    .quiet(
        "s3-destination-unreadable", "its region is dark",
        replicated(.to("media-dr"), destination: { $0.versioning = unreachable() })),

    .found(
        "s3-destination-object-lock-missing", "fact 1.15: locked to unlocked",
        replicated(.to("media-dr"), bucket: { $0.objectLock = read(locked) })),
    .quiet(
        "s3-destination-object-lock-missing", "both locked",
        replicated(
            .to("media-dr"), bucket: { $0.objectLock = read(locked) }, destination: { $0.objectLock = read(locked) })),
    .quiet(
        "s3-destination-object-lock-missing", "the destination's lock is denied",
        replicated(.to("media-dr"), bucket: { $0.objectLock = read(locked) }, destination: { $0.objectLock = denied() })
    ),
    .quiet("s3-destination-object-lock-missing", "the source is not locked", replicated(.to("media-dr"))),

    .found(
        "s3-destination-lifecycle-shortens", "the source keeps for ever",
        replicated(.to("media-dr"), destination: { $0.lifecycle = read(lifecycle(30)) })),
    .found(
        "s3-destination-lifecycle-shortens", "the source keeps longer",
        replicated(
            .to("media-dr"), bucket: { $0.lifecycle = read(lifecycle(31)) },
            destination: { $0.lifecycle = read(lifecycle(30)) })),
    .found(
        "s3-destination-lifecycle-shortens", "the source expires another prefix",
        replicated(
            .to("media-dr"), bucket: { $0.lifecycle = read(lifecycle(30, prefix: "logs/")) },
            destination: { $0.lifecycle = read(lifecycle(30)) })),
    .quiet(
        "s3-destination-lifecycle-shortens", "the source expires as soon",
        replicated(
            .to("media-dr"), bucket: { $0.lifecycle = read(lifecycle(30)) },
            destination: { $0.lifecycle = read(lifecycle(30, prefix: "logs/")) })),
    .quiet(
        "s3-destination-lifecycle-shortens", "the source's lifecycle is denied",
        replicated(
            .to("media-dr"), bucket: { $0.lifecycle = denied() }, destination: { $0.lifecycle = read(lifecycle(30)) })),
    .quiet(
        "s3-destination-lifecycle-shortens", "the destination's rule is off",
        replicated(
            .to("media-dr"),
            destination: {
                $0.lifecycle = read(
                    LifecycleConfiguration(rules: [
                        LifecycleRule(status: .known(.disabled), expirationDays: 1)
                    ]))
            })),
]

private func metrics(latency: Reading<Double>, failed: Reading<Double>) -> Build {
    { account in
        replicated(.to("media-dr"))(&account)
        account.inventory.replicationMetrics = [
            ReplicationMetrics(
                sourceBucket: "media", destinationBucket: "media-dr", ruleID: "main", maximumLatency: latency,
                operationsPending: absent(), operationsFailed: failed)
        ]
    }
}
private func role(_ role: Reading<Role>, allowing actions: [String]?) -> Build {
    { account in
        replicated(.to("media-dr"))(&account)
        let list = (actions ?? []).map { "\"\($0)\"" }.joined(separator: ",")
        let document = "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\(list)],\"Resource\":\"*\"}]}"
        account.inventory.roles[TestAccount.role] = RoleReading(
            role: role, policies: actions == nil ? denied() : read([RolePolicy(name: "p", document: document)]))
    }
}
private func trusting(_ service: String) -> Reading<Role> {
    let policy = "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"\(service)\"}}]}"
    return read(Role(name: "r", arn: .bucket("r", partition: "aws"), trustPolicy: policy))
}
private let allActions = [
    "s3:GetReplicationConfiguration", "s3:ListBucket", "s3:GetObjectVersion*", "s3:Replicate*",
]

private let evidenceRows: [FindingRow] = [
    .found("s3-replication-failing", "fact 1.19: operations failed", metrics(latency: read(1), failed: read(2))),
    .found("s3-replication-failing", "a lag of a day", metrics(latency: read(86_400), failed: absent())),
    .quiet("s3-replication-failing", "none failed", metrics(latency: read(1), failed: read(0))),
    .quiet("s3-replication-failing", "no data is not a failure", metrics(latency: absent(), failed: absent())),
    .quiet("s3-replication-failing", "denied", metrics(latency: denied(), failed: denied())),
    .found("s3-replication-lagging", "more than 15 minutes", metrics(latency: read(901), failed: absent())),
    .quiet("s3-replication-lagging", "15 minutes", metrics(latency: read(900), failed: absent())),
    .quiet("s3-replication-lagging", "denied", metrics(latency: denied(), failed: absent())),

    .found(
        "s3-replication-role-incomplete", "fact 1.17: the classical three actions",
        role(
            trusting("s3.amazonaws.com"),
            allowing: ["s3:GetReplicationConfiguration", "s3:ListBucket", "s3:ReplicateObject"])),
    .found(
        "s3-replication-role-incomplete", "it trusts batch operations alone",
        role(trusting("batchoperations.s3.amazonaws.com"), allowing: allActions)),
    .found("s3-replication-role-incomplete", "it does not exist", role(absent(), allowing: nil)),
    .quiet(
        "s3-replication-role-incomplete", "all actions, by wildcard",
        role(trusting("s3.amazonaws.com"), allowing: allActions)),
    .quiet(
        "s3-replication-role-incomplete", "its policies are denied", role(trusting("s3.amazonaws.com"), allowing: nil)),
    .quiet("s3-replication-role-incomplete", "it was not read", role(denied(), allowing: nil)),

    .found("s3-backup-eventbridge-off", "fact 2.8: a continuous backup without events") { account in
        account.addBucket("media")
        account.addPlan { $0.enableContinuousBackup = true }
    },
    .quiet("s3-backup-eventbridge-off", "events are on") { account in
        account.addBucket("media") { $0.notification = read(NotificationConfiguration(eventBridge: true)) }
        account.addPlan { $0.enableContinuousBackup = true }
    },
    .quiet("s3-backup-eventbridge-off", "the notification is denied") { account in
        account.addBucket("media") { $0.notification = denied() }
        account.addPlan { $0.enableContinuousBackup = true }
    },
    .quiet("s3-backup-eventbridge-off", "a daily backup") { account in
        account.addBucket("media")
        account.addPlan()
    },
]

@Suite("Findings about S3 replication")
struct S3FindingTests {
    @Test("rules", arguments: configurationRows)
    func rules(row: FindingRow) { row.check() }

    @Test("locks", arguments: lockRows)
    func locks(row: FindingRow) { row.check() }

    @Test("destinations", arguments: destinationsRows)
    func destination(row: FindingRow) { row.check() }

    @Test("evidence", arguments: evidenceRows)
    func evidence(row: FindingRow) { row.check() }

    @Test("fact 1.15: a locked source needs more of its role")
    func lockedRole() {
        var account = TestAccount()
        role(trusting("s3.amazonaws.com"), allowing: allActions)(&account)
        account.inventory.buckets[0].objectLock = read(locked)
        #expect(
            account.findings("s3-replication-role-incomplete").first?.message.contains("GetObjectRetention") == true)
    }
}
