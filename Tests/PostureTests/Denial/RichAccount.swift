import AWSModel
import Foundation

@testable import Posture

/// An account with every kind of protection and fault.
func richAccount() -> TestAccount {
    var account = TestAccount()
    func arn(_ name: String) -> String { TestAccount.bucketARN(name) }
    let dynamo = "arn:aws:dynamodb:us-east-1:111122223333:table/orders"
    let instance = "arn:aws:ec2:us-east-1:111122223333:instance/i-1"
    account.addBucket("bare")
    account.addBucket("replicated") { $0.replicate(.to("replicated-dr")) }
    account.addBucket("replicated-dr", in: "us-west-2")
    account.addBucket("elsewhere") { $0.replicate(.to("missing", id: "m"), .to("foreign", id: "f")) }
    account.addBucket("partial") { $0.replicate(.to("replicated-dr") { $0.filter?.prefix = "a/" }) }
    account.addBucket("kms") {
        $0.encryption = read(BucketEncryption(algorithm: .known(.sseKMS)))
        $0.replicate(.kms(to: "replicated-dr", key: "alias/dr"))
    }
    account.addBucket("kms-left-out") {
        $0.encryption = read(BucketEncryption(algorithm: .known(.sseKMS)))
        $0.replicate(.to("replicated-dr"))
    }
    account.addBucket("locked") {
        $0.objectLock = read(ObjectLockConfiguration(enabled: true))
        $0.replicate(.to("replicated-dr"))
    }
    account.addBucket("suspended") {
        $0.versioning = read(BucketVersioning(status: .known(.suspended)))
        $0.replicate(.to("replicated-dr"))
    }
    account.addBucket("failing") { $0.replicate(.to("replicated-dr")) }
    account.addBucket("shortened") { $0.replicate(.to("expiring")) }
    account.addDestination("expiring") {
        let rule = LifecycleRule(status: .known(.enabled), expirationDays: 1)
        $0.lifecycle = read(LifecycleConfiguration(rules: [rule]))
    }
    account.addBucket("kms-switched-off") {
        $0.encryption = read(BucketEncryption(algorithm: .known(.sseKMS), kmsKeyID: "alias/off"))
        $0.replicate(.kms(to: "replicated-dr"))
    }
    account.addKey("alias/off", in: "us-east-1", state: .disabled)
    account.addBucket("replica-key-off") { $0.replicate(.kms(to: "replicated-dr", key: "alias/dr-off")) }
    account.addKey("alias/dr-off", in: "us-west-2", state: .disabled)
    account.addBucket("role-gone") {
        $0.replication = read(ReplicationConfiguration(role: "gone", rules: [.to("replicated-dr")]))
    }
    account.inventory.roles["gone"] = RoleReading(role: absent(), policies: absent())
    account.addShortLived()
    account.addBucket("copied")
    account.addBucket("hollow")
    account.addBucket("stale")
    account.addBucket("unrenewed") { $0.tags = read([Tag(key: "backup", value: "no")]) }
    account.addBucket("planned")
    account.addBucket("cross-account")
    account.addDestination("missing") { $0.region = absent() }
    account.addDestination("foreign") {
        $0.accessDenied = true
        $0.versioning = denied()
    }
    account.addKey("alias/dr", in: "us-west-2")
    account.inventory.replicationMetrics = [
        ReplicationMetrics(
            sourceBucket: "failing", destinationBucket: "replicated-dr", ruleID: "main", maximumLatency: read(3000),
            operationsPending: read(2), operationsFailed: read(7))
    ]
    account.addVault()
    account.addVault("far", in: "eu-west-1")
    account.addVault("local", in: "us-east-1")
    account.addPoint(of: arn("hollow"))
    for name in ["copied", "hollow", "planned", "cross-account"] {
        account.addPoint(of: arn(name), in: "local", region: "us-east-1", hoursOld: 9)
    }
    account.addPoint(of: arn("copied"))
    account.addPoint(of: arn("stale"), hoursOld: 200)
    account.addPoint(of: arn("unrenewed"), in: "far", region: "eu-west-1")
    account.addPoint(of: dynamo)
    account.addPoint(of: instance)
    account.addPlan(selecting: [arn("copied"), arn("hollow"), arn("stale"), arn("planned"), dynamo])
    account.addPlan(
        "abroad", copyTo: [TestAccount.vaultARN("x", account: TestAccount.otherID)], selecting: [arn("cross-account")])
    account.addPlan("local-only", copyTo: [], selecting: [arn("bare")])
    account.editBackup("us-east-1") { backup in
        backup.troubledJobs = read([
            BackupJob(
                id: "h", state: .known(.completed), statusMessage: "No objects were backed up",
                messageCategory: "ISSUES", resourceARN: arn("hollow"), createdAt: TestAccount.hoursAgo(10),
                completedAt: TestAccount.hoursAgo(9))
        ])
        backup.troubledCopies = read([
            CopyJob(
                id: "c", state: .known(.failed), resourceARN: arn("stale"),
                destinationVaultARN: TestAccount.vaultARN("dr"),
                createdAt: TestAccount.hoursAgo(20))
        ])
    }
    return account
}

extension TestAccount {
    /// Buckets whose protection is there, and ends too soon.
    fileprivate mutating func addShortLived() {
        let short = TruthTableTests.lifecycle(noncurrentDays: 2)
        for name in ["kept-for-two-days", "kept-till-the-next"] {
            addBucket(name) { $0.lifecycle = short }
            addPoint(of: Self.bucketARN(name), in: "local", region: Self.home)
        }
        addPlan("two-days", copyTo: [], selecting: [Self.bucketARN("kept-for-two-days")]) {
            $0.lifecycle = RecoveryPointLifecycle(deleteAfterDays: 2)
        }
        addPlan(
            "monthly", copyTo: [], schedule: "cron(0 5 1 * ? *)", selecting: [Self.bucketARN("kept-till-the-next")]
        ) { $0.lifecycle = RecoveryPointLifecycle(deleteAfterDays: 8) }
        addBucket("archived") {
            $0.lifecycle = read(
                LifecycleConfiguration(rules: [
                    LifecycleRule(
                        status: .known(.enabled), noncurrentExpirationDays: 2,
                        transitions: [LifecycleTransition(days: 0, storageClass: "GLACIER")])
                ]))
        }
        addPoint(of: Self.bucketARN("archived"), in: "local", region: Self.home)
        addPlan("archives", copyTo: [], selecting: [Self.bucketARN("archived")])
        // Replicas whose old versions end soon: of the first version's rules, and in another account under an own key.
        addDestination("ending") { $0.lifecycle = short }
        addBucket("first-version") {
            $0.lifecycle = short
            $0.replicate(.to("ending") { $0.filter = nil })
        }
        addDestination("keyed") { $0.lifecycle = short }
        addBucket("under-an-own-key") {
            $0.lifecycle = short
            TruthTableTests.kms(&$0)
            var rule = ReplicationRule.kms(to: "keyed")
            rule.destination.account = Self.otherID
            $0.replicate(rule)
        }
    }
}
