import AWSModel
import Foundation
import Testing

@testable import Posture

/// The rows of table 5.1 that are AWS Backup's, for a bucket whose own versions are not kept.
struct BackupTruthTests {
    typealias Row = TruthTableTests.Row

    static let media = TestAccount.bucketARN("media")
    static let bucket: @Sendable (inout Bucket) -> Void = {
        $0.lifecycle = TruthTableTests.lifecycle(noncurrentDays: 1)
    }

    /// A daily plan into a vault of the home region, with a recovery point there.
    static func local(
        key: Bool = false, _ vault: @escaping @Sendable (inout BackupVault) -> Void = { _ in },
        point: @escaping @Sendable (inout RecoveryPoint) -> Void = { _ in }
    ) -> @Sendable (inout TestAccount) -> Void {
        { account in
            account.addBucket("media") {
                bucket(&$0)
                if key { TruthTableTests.kms(&$0) }
            }
            account.addVault("local", in: TestAccount.home, vault)
            account.addPlan(copyTo: [])
            account.addPoint(of: media, in: "local", region: TestAccount.home, point)
        }
    }

    /// A plan that runs every three months, and a recovery point older than AWS tells of jobs.
    static func quarterly(
        _ point: @escaping @Sendable (inout RecoveryPoint) -> Void
    ) -> @Sendable (inout TestAccount) -> Void {
        { account in
            account.addBucket("media", bucket)
            account.addVault("local", in: TestAccount.home)
            account.addPlan(copyTo: [], schedule: "cron(0 5 1 1/3 ? *)") {
                $0.lifecycle = RecoveryPointLifecycle(deleteAfterDays: 365)
            }
            account.addPoint(of: media, in: "local", region: TestAccount.home) {
                $0.createdAt = TestAccount.hoursAgo(40 * 24)
                point(&$0)
            }
        }
    }

    /// A plan of such rules (name, days, schedule) and a recovery point that is kept for so many days.
    static func rules(
        _ rules: [(String, Int, String)], newest days: Int, hoursOld: Double = 10
    ) -> @Sendable (inout TestAccount) -> Void {
        let rules = rules.map {
            BackupRule(
                name: $0, targetVault: "local", scheduleExpression: $2, startWindowMinutes: 60,
                lifecycle: RecoveryPointLifecycle(deleteAfterDays: $1))
        }
        return { account in
            account.addBucket("media", bucket)
            account.addVault("local", in: TestAccount.home)
            account.addPlan("prod", rules: rules, selecting: ["*"])
            account.addPoint(of: media, in: "local", region: TestAccount.home, hoursOld: hoursOld) {
                $0.lifecycle = RecoveryPointLifecycle(deleteAfterDays: days)
            }
        }
    }

    @Test(arguments: [
        Row("fresh", media, "pppnn-", local()),
        Row("stale", media, "rrrnn-", local(point: { $0.createdAt = TestAccount.hoursAgo(100) })),
        Row(
            "continuous and live, begun longer ago than its retention", media, "pppnn-"
        ) { account in
            local(point: {
                $0.status = .known(.available)
                $0.createdAt = TestAccount.hoursAgo(100)
                $0.lifecycle = RecoveryPointLifecycle(deleteAfterDays: 2)
            })(&account)
            account.inventory.buckets[0].notification = read(NotificationConfiguration(eventBridge: true))
            account.editRule { $0.enableContinuousBackup = true }
        },
        Row("continuous and live beside a daily rule, and the bucket tells of no change", media, "rrrnn-") { account in
            local(point: { $0.status = .known(.available) })(&account)
            account.inventory.buckets[0].notification = read(NotificationConfiguration(eventBridge: false))
        },
        Row("empty, and too old for its job to be told of", media, "uuunn-", quarterly { $0.size = ByteCount(0) }),
        Row(
            "too old for its job to be told of, which may not have backed up all of it", media, "uuunn-",
            quarterly { _ in }
        ),
        Row("continuous and live for long, and of how its first job ended nothing is told", media, "pppnn-") {
            local(point: {
                $0.status = .known(.available)
                $0.createdAt = TestAccount.hoursAgo(60 * 24)
                $0.size = ByteCount(0)
            })(&$0)
            $0.inventory.buckets[0].notification = read(NotificationConfiguration(eventBridge: true))
            $0.editRule { $0.enableContinuousBackup = true }
            $0.editBackup(TestAccount.home) { $0.completedJobsSince = TestAccount.hoursAgo(1) }
        },
        Row("continuous and live, and no rule makes it any more", media, "uuunn-") {
            local(point: { $0.status = .known(.available) })(&$0)
            $0.inventory.buckets[0].notification = read(NotificationConfiguration(eventBridge: true))
        },
        // It is called available, and by whatever makes it nothing was made since.
        Row("continuous and live, and later jobs failed", media, "uuunn-") {
            local(point: { $0.status = .known(.available) })(&$0)
            $0.inventory.buckets[0].notification = read(NotificationConfiguration(eventBridge: true))
            $0.editBackup(TestAccount.home) {
                $0.troubledJobs = read([
                    BackupJob(id: "j", state: .known(.failed), resourceARN: media, createdAt: TestAccount.hoursAgo(2))
                ])
            }
        },
        Row("continuous and live, and jobs into another vault failed", media, "pppnn-") {
            local(point: { $0.status = .known(.available) })(&$0)
            $0.inventory.buckets[0].notification = read(NotificationConfiguration(eventBridge: true))
            $0.editRule { $0.enableContinuousBackup = true }
            $0.editBackup(TestAccount.home) {
                $0.troubledJobs = read([
                    BackupJob(
                        id: "j", state: .known(.failed), resourceARN: media, vaultName: "other",
                        createdAt: TestAccount.hoursAgo(2))
                ])
            }
        },
        // A mistake of now is noticed after the newest is gone, and the next has it in it.
        Row("weekly, kept for eight days, of which one is left", media, "rrrnn-") {
            rules([("weekly", 8, "cron(0 5 ? * FRI *)")], newest: 8, hoursOld: 166)(&$0)
        },
        Row("weekly, kept for eight days, and of today", media, "pppnn-") {
            rules([("weekly", 8, "cron(0 5 ? * FRI *)")], newest: 8)(&$0)
        },
        Row("weekly, kept for two weeks, of which eight days are left", media, "pppnn-") {
            rules([("weekly", 14, "cron(0 5 ? * FRI *)")], newest: 14, hoursOld: 144)(&$0)
        },
        Row("daily, kept for two days, and a weekly rule keeps for eight", media, "rrrnn-") {
            rules([("daily", 2, "cron(0 5 ? * * *)"), ("weekly", 8, "cron(0 9 ? * FRI *)")], newest: 2)(&$0)
        },
        Row("daily, kept for two days, and a weekly rule keeps for a month", media, "pppnn-") {
            rules([("daily", 2, "cron(0 5 ? * * *)"), ("weekly", 30, "cron(0 9 ? * FRI *)")], newest: 2)(&$0)
        },
        // Configured is not made: jobs that failed speak against what is not seen.
        Row("the same, and its jobs fail", media, "uuunn-") {
            rules([("daily", 2, "cron(0 5 ? * * *)"), ("weekly", 30, "cron(0 9 ? * FRI *)")], newest: 2)(&$0)
            $0.editBackup(TestAccount.home) {
                $0.troubledJobs = read([
                    BackupJob(id: "j", state: .known(.failed), resourceARN: media, createdAt: TestAccount.hoursAgo(70))
                ])
            }
        },
        Row("it goes as soon as it is copied", media, "rrrnn-") { account in
            let lifecycle = RecoveryPointLifecycle(deleteAfterDays: 35, deleteAfterEvent: "DELETE_AFTER_COPY")
            account.addBucket("media", bucket)
            account.addVault("local", in: TestAccount.home)
            account.addPlan { $0.lifecycle = lifecycle }
            account.addPoint(of: media, in: "local", region: TestAccount.home) { $0.lifecycle = lifecycle }
        },
        // By another plan's schedule it would be late, and whether that takes it is not known.
        Row("late by the schedule of a plan that may take it", media, "uuuuu-") {
            local(point: { $0.createdAt = TestAccount.hoursAgo(30) })(&$0)
            $0.addPlan("often", copyTo: [], schedule: "cron(0 0/3 * * ? *)", selecting: nil) {
                $0.startWindowMinutes = 60
                $0.completionWindowMinutes = 120
            }
            $0.editPlan("often") { $0.selections = denied() }
        },
        // What runs once a month has made nothing by the time that a mistake is noticed.
        Row("kept for 2 days, and a monthly rule would keep for a year", media, "rrrnn-") { account in
            account.addBucket("media", bucket)
            account.addVault("local", in: TestAccount.home)
            let rules = [("daily", 2, "cron(0 5 ? * * *)"), ("monthly", 365, "cron(0 3 1 * ? *)")].map {
                BackupRule(
                    name: $0, targetVault: "local", scheduleExpression: $2,
                    lifecycle: RecoveryPointLifecycle(deleteAfterDays: $1))
            }
            account.addPlan("prod", rules: rules, selecting: ["*"])
            account.addPoint(of: media, in: "local", region: TestAccount.home) {
                $0.lifecycle = RecoveryPointLifecycle(deleteAfterDays: 2)
            }
        },
        // What cannot be read is backed up no more.
        Row("the key of the bucket and of the vault is switched off", media, "rrrnnn") { account in
            local(key: true, { $0.encryptionKeyARN = TestAccount.keyARN(TestAccount.home) })(&account)
            account.addKey(TestAccount.keyARN(TestAccount.home), in: TestAccount.home, state: .disabled)
        },
        Row("kept for a day, and a weekly rule keeps for a month and has not run yet", media, "rrrnn-") { account in
            rules([("daily", 1, "cron(0 5 ? * * *)"), ("weekly", 30, "cron(0 9 ? * FRI *)")], newest: 1)(&account)
            account.editPlan { $0.createdAt = TestAccount.hoursAgo(26) }
        },
        Row("kept for a day, and a weekly rule keeps for a month and has run since", media, "pppnn-") { account in
            rules([("daily", 1, "cron(0 5 ? * * *)"), ("weekly", 30, "cron(0 9 ? * FRI *)")], newest: 1)(&account)
            account.editPlan { $0.createdAt = TestAccount.hoursAgo(30) }
        },
        Row("unfinished", media, "rrrnn-", local(point: { $0.status = .known(.creating) })),
        Row("its key is not told", media, "pppnnu", local(key: true)),
        Row(
            "under the bucket's key", media, "pppnnn",
            local(key: true, { $0.encryptionKeyARN = TestAccount.keyARN(TestAccount.home) })),
        Row("kept for 2 days", media, "rrrnn-") { account in
            account.addBucket("media", bucket)
            account.addVault("local", in: TestAccount.home)
            account.addPlan(copyTo: []) { $0.lifecycle = RecoveryPointLifecycle(deleteAfterDays: 2) }
            account.addPoint(of: media, in: "local", region: TestAccount.home)
        },
        Row("kept for 2 days, and whether another plan takes it is unread", media, "uuuuu-") { account in
            account.addBucket("media", bucket)
            account.addVault("local", in: TestAccount.home)
            account.addPlan(copyTo: []) { $0.lifecycle = RecoveryPointLifecycle(deleteAfterDays: 2) }
            account.addPoint(of: media, in: "local", region: TestAccount.home)
            account.addPlan("other", copyTo: [])
            account.editBackup(TestAccount.home) { backup in
                backup.plans = backup.plans.map { plans in
                    plans.map { plan in
                        var plan = plan
                        if plan.name == "other" { plan.selections = denied() }
                        return plan
                    }
                }
            }
        },
        Row("each is gone before the next is made", media, "rrrnn-") { account in
            account.addBucket("media", bucket)
            account.addVault("local", in: TestAccount.home)
            account.addPlan(copyTo: []) {
                $0.scheduleExpression = "cron(0 5 1 * ? *)"
                $0.lifecycle = RecoveryPointLifecycle(deleteAfterDays: 8)
            }
            account.addPoint(of: media, in: "local", region: TestAccount.home)
        },
        Row("the bucket's lifecycle archives what is in it", media, "rrrnn-") { account in
            local()(&account)
            account.inventory.buckets[0].lifecycle = read(
                LifecycleConfiguration(rules: [
                    LifecycleRule(
                        status: .known(.enabled), noncurrentExpirationDays: 1,
                        transitions: [LifecycleTransition(days: 0, storageClass: "DEEP_ARCHIVE")])
                ]))
        },
        Row("how its job ended is beyond what was read", media, "uuunn-") { account in
            local()(&account)
            account.editBackup(TestAccount.home) { $0.completedJobsSince = TestAccount.hoursAgo(1) }
        },
        Row("kept for 2 days, and the vault's lock refuses what is kept longer", media, "rrrrn-") { account in
            account.addBucket("media", bucket)
            account.addVault("local", in: TestAccount.home) {
                $0.locked = true
                $0.maxRetentionDays = 30
            }
            let rules = [("daily", 2), ("weekly", 35)].map { name, days in
                BackupRule(
                    name: name, targetVault: "local", scheduleExpression: name == "daily" ? nil : "cron(0 3 ? * SAT *)",
                    lifecycle: RecoveryPointLifecycle(deleteAfterDays: days))
            }
            account.addPlan("prod", rules: rules, selecting: ["*"])
            account.addPoint(of: media, in: "local", region: TestAccount.home) {
                $0.lifecycle = RecoveryPointLifecycle(deleteAfterDays: 2)
            }
        },
        Row("the vault's lock refuses what its rule makes", media, "rrrrn-") { account in
            account.addBucket("media", bucket)
            account.addVault("local", in: TestAccount.home) {
                $0.locked = true
                $0.lockDate = TestAccount.hoursAgo(48)
                $0.minRetentionDays = 60
            }
            account.addPlan(copyTo: [])
            account.addPoint(of: media, in: "local", region: TestAccount.home) {
                $0.lifecycle = RecoveryPointLifecycle(deleteAfterDays: 90)
            }
        },
        Row("kept for 2 days, unless a plan that is unread keeps more", media, "uuuuu-") { account in
            account.addBucket("media", bucket)
            account.addVault("local", in: TestAccount.home)
            account.addPlan(copyTo: []) { $0.lifecycle = RecoveryPointLifecycle(deleteAfterDays: 2) }
            account.addPoint(of: media, in: "local", region: TestAccount.home)
            account.addPlan("other", copyTo: [], selecting: nil)
            account.editPlan("other") { $0.selections = denied() }
        },
        Row("the bucket's key is unread", media, "pppnnu") { account in
            local()(&account)
            account.inventory.buckets[0].encryption = denied()
        },
        Row("none yet", media, "rrrnn-") { account in
            account.addBucket("media", bucket)
            account.addVault("local", in: TestAccount.home)
            account.addPlan(copyTo: [])
        },
        Row("no plan any more", media, "rrrnn-") { account in
            account.addBucket("media", bucket)
            account.addVault("local", in: TestAccount.home)
            account.addPoint(of: media, in: "local", region: TestAccount.home)
        },
        Row("vaults unread", media, "uuuun-") { account in
            account.addBucket("media", bucket)
            account.addPlan(copyTo: [])
            account.hadBackup(media)
            account.editBackup(TestAccount.home) { $0.vaults = denied() }
        },
    ])
    func fact_5_1_backupInTheSameRegion(_ row: Row) { row.check() }

    @Test(arguments: [
        Row(
            "compliance", media, "ppppn-",
            local {
                $0.locked = true
                $0.lockDate = TestAccount.hoursAgo(1)
            }),
        Row(
            "compliance in its grace time", media, "ppprn-",
            local {
                $0.locked = true
                $0.lockDate = TestAccount.hoursAgo(-48)
            }),
        Row("governance", media, "ppprn-", local { $0.locked = true }),
        // Whether a team of another organisation may open it without the account is not read (note 16).
        Row("air-gapped", media, "ppppu-", local { $0.type = .known(.airGapped) }),
    ])
    func fact_2_9_vaultLock(_ row: Row) { row.check() }

    @Test(arguments: [
        Row("in the same account", media, "pppnnp") { account in
            account.addBucket("media") {
                bucket(&$0)
                TruthTableTests.kms(&$0)
            }
            account.addVault { $0.encryptionKeyARN = TestAccount.keyARN(TestAccount.away) }
            account.addPlan()
            account.addPoint(of: media)
        },
        Row("to another account", media, "pppuu-") { account in
            local()(&account)
            account.addPlan("far", copyTo: [TestAccount.vaultARN("far", account: TestAccount.otherID)])
        },
        // A vault of another account cannot be looked into, wherever it is (2.12).
        Row("to another account in the same region", media, "pppuu-") { account in
            local()(&account)
            account.addPlan(
                "central", copyTo: [TestAccount.vaultARN("central", TestAccount.home, account: TestAccount.otherID)])
        },
        Row("into an air-gapped vault beside it, and none is there yet", media, "ppprr-") { account in
            local()(&account)
            account.addVault("gapped", in: TestAccount.home) { $0.type = .known(.airGapped) }
            account.addPlan("gap", copyTo: [TestAccount.vaultARN("gapped", TestAccount.home)])
        },
    ])
    func fact_5_1_copies(_ row: Row) { row.check() }

    static let disk = TestAccount.arn("ec2", "volume/vol-1").text

    @Test func fact_2_11_whatAnAWSManagedKeyEncryptsIsCopiedToNoOtherAccount() {
        func judged(_ key: String) -> ResourceAssessment? {
            var account = TestAccount.withNative()
            account.addVolume { $0.keyARN = key }
            account.addKey("alias/shop", in: TestAccount.home)
            account.addPlan("far", copyTo: [TestAccount.vaultARN("far", account: TestAccount.otherID)])
            account.hadBackup(Self.disk)
            return account.resource(Self.disk)
        }
        #expect(judged("alias/aws/ebs")?.verdict == .unprotected)
        #expect(judged("alias/aws/ebs")?.reason.contains("cannot be copied to account 444455556666") == true)
        #expect(judged("alias/shop")?.verdict == .unknown)
    }

    /// A volume's backup keeps the volume's key until it is copied (2.11).
    @Test func fact_2_11_whatIsNotFullyManagedSharesTheKey() {
        Row("volume", Self.disk, "p-pnnn") { account in
            account.addVolume { $0.keyARN = TestAccount.keyARN(TestAccount.home) }
            account.addVault("local", in: TestAccount.home) {
                $0.encryptionKeyARN = TestAccount.keyARN(TestAccount.away)
            }
            account.addPlan(copyTo: [])
            account.addPoint(of: Self.disk, in: "local", region: TestAccount.home)
        }.check()
    }

    /// No key of another region is the resource's, and nobody switches off one that AWS manages.
    @Test func fact_2_11_keysThatCannotBeInDoubt() {
        Row("in another region, under a key of AWS's own", Self.disk, "p-pnnp") { account in
            account.addVolume { $0.keyARN = TestAccount.keyARN(TestAccount.home) }
            account.addVault("gapped") { $0.encryptionKeyType = "AWS_OWNED_KMS_KEY" }
            account.addPlan(copyTo: [TestAccount.vaultARN("gapped")])
            account.addPoint(of: Self.disk, in: "gapped")
        }.check()
        Row("versions under S3's managed key, which nobody may describe", Self.media, "pnpnn-") { account in
            account.addBucket("media") {
                $0.encryption = read(BucketEncryption(algorithm: .known(.sseKMS), kmsKeyID: "alias/aws/s3"))
            }
        }.check()
    }

    /// Only the newest of a vault is read, and a copy in it would be under the vault's key: by a plan that selects the
    /// resource, or no longer does.
    @Test(arguments: [("away", ["*"], "p-pnnu"), ("away", [], "p-pnnu"), ("home", ["*"], "p-pnnn")])
    func fact_2_11_anOlderCopyInTheVaultMayBeUnderItsKey(_ vaultKey: String, _ selected: [String], _ verdicts: String) {
        Row("volume", Self.disk, verdicts) { account in
            account.addVolume { $0.keyARN = TestAccount.keyARN(TestAccount.home) }
            account.addVault("local", in: TestAccount.home) {
                $0.encryptionKeyARN = TestAccount.keyARN(vaultKey == "home" ? TestAccount.home : TestAccount.away)
            }
            account.addPlan(copyTo: [])
            account.addPlan(
                "beside", copyTo: [TestAccount.vaultARN("local", TestAccount.home)], selecting: selected
            ) { $0.targetVault = "first" }
            account.addPoint(of: Self.disk, in: "local", region: TestAccount.home)
        }.check()
    }
}
