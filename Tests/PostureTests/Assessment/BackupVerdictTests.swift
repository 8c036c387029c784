import AWSModel
import Foundation
import Testing

@testable import Posture

private let media = TestAccount.bucketARN("media")

/// A bucket that a daily plan copies to the vault `dr` of us-west-2, and what a row changes.
private func copied(
    hoursOld: Double = 10, _ change: @escaping @Sendable (inout TestAccount) -> Void = { _ in }
) -> @Sendable (inout TestAccount) -> Void {
    { account in
        account.addBucket("media")
        account.addVault()
        account.addPoint(of: media, hoursOld: hoursOld)
        account.addPlan()
        change(&account)
    }
}

/// The same with another recovery point.
private func point(
    _ edit: @escaping @Sendable (inout RecoveryPoint) -> Void
) -> @Sendable (inout TestAccount) -> Void {
    { account in
        account.addBucket("media")
        account.addVault()
        account.addPoint(of: media, edit)
        account.addPlan()
    }
}

/// The same without a copy.
private func planned(
    _ change: @escaping @Sendable (inout TestAccount) -> Void = { _ in }
) -> @Sendable (inout TestAccount) -> Void {
    { account in
        account.addBucket("media")
        account.addVault()
        account.addPlan()
        account.hadBackup(media)
        change(&account)
    }
}

private let copyRows: [VerdictRow] = [
    VerdictRow(
        "a fresh copy that a daily plan renews", .protected, "backup copy in us-west-2, recovery point 10 h", copied()),
    VerdictRow(
        "a copy as old as the schedule, its start window and an hour allow", .protected, "", copied(hoursOld: 33)),
    VerdictRow(
        "fact 4.4: a copy older than that", .atRisk, "34 h old, its schedule renews it within 33 h",
        copied(hoursOld: 34)),
    VerdictRow(
        "a completion window counts, but not beyond the gap", .protected, "",
        copied(hoursOld: 56) { $0.editRule { $0.completionWindowMinutes = 10_080 } }),
    VerdictRow(
        "a week's completion window does not excuse days", .atRisk, "renews it within",
        copied(hoursOld: 58) { $0.editRule { $0.completionWindowMinutes = 10_080 } }),
    VerdictRow("the plan is gone", .atRisk, "no schedule renews it", copied { $0.clearPlans() }),
    VerdictRow("the plan copies elsewhere", .atRisk, "no schedule renews it") {
        $0.addBucket("media")
        $0.addVault()
        $0.addPoint(of: media)
        $0.addPlan(copyTo: [])
    },
    VerdictRow("the plan selects something else", .atRisk, "no schedule renews it") {
        $0.addBucket("media")
        $0.addVault()
        $0.addPoint(of: media)
        $0.addPlan(selecting: ["arn:aws:s3:::other"])
    },
    VerdictRow(
        "the schedule never runs again", .atRisk, "never runs again",
        copied { $0.editRule { $0.scheduleExpression = "cron(0 5 1 1 ? 2020)" } }),
    VerdictRow(
        "the schedule is not understood", .unknown, "is not understood",
        copied { $0.editRule { $0.scheduleExpression = "cron(what)" } }),
    VerdictRow(
        "plans of the home region denied", .unknown, "backup plans of us-east-1 unread",
        copied { account in
            account.editBackup("us-east-1") { $0.plans = denied() }
        }),
    VerdictRow(
        "selections denied", .unknown, "selections of plan prod unread",
        copied { account in
            account.editPlan { $0.selections = denied() }
        }),
    VerdictRow(
        "the plan's document denied", .unknown, "rules of plan prod unread",
        copied { account in
            account.editPlan { $0.plan = denied() }
        }),
    VerdictRow(
        "the selection names a tag and the bucket's tags are denied", .unknown, "tags were not read",
        copied { account in
            account.editPlan { plan in
                let condition = TagCondition(type: "STRINGEQUALS", key: "tier", value: "gold")
                let selection = BackupSelection(name: "t", roleARN: "r", listOfTags: [condition])
                plan.selections = read([SelectionContents(id: "t", selection: read(selection))])
            }
            account.inventory.buckets[0].tags = denied()
        }),
    VerdictRow(
        "fact 2.6: the type is not opted in, so nothing renews the copy", .atRisk, "no schedule renews it",
        copied { account in
            account.editBackup("us-east-1") { backup in
                backup.settings = read(BackupRegionSettings(optIn: ["S3": false], management: [:]))
            }
        }),
    VerdictRow("fact 2.13: partial", .atRisk, "newest copy is partial", point { $0.status = .known(.partial) }),
    VerdictRow("fact 2.13: stopped", .atRisk, "has stopped", point { $0.status = .known(.stopped) }),
    VerdictRow("still being made", .atRisk, "still being made", point { $0.status = .known(.creating) }),
    VerdictRow("fact 2.13: expired is no copy", .atRisk, "no usable copy", point { $0.status = .known(.expired) }),
    VerdictRow(
        "past its deletion date is no copy", .atRisk, "no usable copy",
        point { $0.calculatedLifecycle = CalculatedLifecycle(deleteAt: TestAccount.hoursAgo(1)) }),
    VerdictRow("a state that is not known", .unknown, "SHINY", point { $0.status = .other("SHINY") }),
    VerdictRow("no state", .unknown, "not known", point { $0.status = nil }),
    VerdictRow("no creation date", .unknown, "age", point { $0.createdAt = nil }),
    VerdictRow("the newest recovery point denied", .unknown, "newest recovery point in vault dr") { account in
        copied()(&account)
        account.editVault("dr", in: "us-west-2") { contents in
            contents.resources = read([VaultedResource(resourceARN: media, newest: denied())])
        }
    },
    VerdictRow("the vault's key is disabled", .atRisk, "key of vault dr is Disabled") { account in
        point { $0.encryptionKeyARN = TestAccount.keyARN("us-west-2") }(&account)
        let name = TestAccount.keyARN("us-west-2")
        guard let arn = ARN(name) else { return }
        account.inventory.keys[KeyReference(name: name, region: "us-west-2")] = read(
            KeyMetadata(keyID: "k", arn: arn, state: .known(.disabled)))
    },
    VerdictRow(
        "fact 2.8: the job backed up nothing", .atRisk, "No objects were backed up",
        copied { account in
            account.trouble("No objects were backed up")
        }),
    VerdictRow(
        "fact 2.14: the job completed with issues", .atRisk, "Some objects",
        copied { account in
            account.trouble("Some objects were skipped")
        }),
    VerdictRow(
        "fact 2.3: another plan makes the continuous backup", .protected, "",
        copied { account in
            account.trouble("PITR already configured")
        }),
    VerdictRow(
        "fact 2.8: the job backed up nothing, though its category is success", .atRisk, "No objects were backed up",
        copied { account in
            account.trouble("No objects were backed up", category: "SUCCESS")
        }),
    VerdictRow(
        "dated ten days ahead", .unknown, "it is dated 2026-12-01", copied(hoursOld: -240)),
    VerdictRow("dated ten minutes ahead, for clocks differ", .protected, "", copied(hoursOld: -1.0 / 6)),
    VerdictRow(
        "the schedule begins in years and renews nothing now", .atRisk, "its schedule begins on 2030-01-01",
        copied { $0.editRule { $0.scheduleExpression = "cron(0 5 ? * * 2030-2199)" } }),
    VerdictRow(
        "past its retention by its days alone", .atRisk, "no usable copy",
        point {
            $0.createdAt = TestAccount.hoursAgo(30)
            $0.lifecycle = RecoveryPointLifecycle(deleteAfterDays: 1)
        }),
    VerdictRow(
        "AWS's own date of deletion goes before the days", .protected, "",
        point {
            $0.createdAt = TestAccount.hoursAgo(30)
            $0.lifecycle = RecoveryPointLifecycle(deleteAfterDays: 1)
            $0.calculatedLifecycle = CalculatedLifecycle(deleteAt: TestAccount.hoursAgo(-1))
        }),
    VerdictRow(
        "weekly copies that are kept a day", .atRisk, "are deleted before the schedule renews them",
        copied {
            $0.editRule { rule in
                rule.scheduleExpression = "cron(0 5 ? * SUN *)"
                rule.copyActions?[0].lifecycle = RecoveryPointLifecycle(deleteAfterDays: 1)
            }
        }),
    VerdictRow(
        "fact 2.2: a copy that keeps -1 days is kept as long as its source", .protected, "",
        copied {
            $0.editRule { rule in
                rule.scheduleExpression = "cron(0 5 ? * SUN *)"
                rule.copyActions?[0].lifecycle = RecoveryPointLifecycle(deleteAfterDays: -1)
            }
        }),
    VerdictRow("fact 2.8: versioning of the bucket is off", .atRisk, "and backups need it") { account in
        copied()(&account)
        account.inventory.buckets[0].versioning = read(BucketVersioning(status: .known(.suspended)))
    },
    VerdictRow("versioning of the bucket denied", .unknown, "versioning of the bucket unread") { account in
        copied()(&account)
        account.inventory.buckets[0].versioning = denied()
    },
    VerdictRow(
        "fact 2.8: continuous backup alone, without EventBridge", .atRisk, "EventBridge notifications are off",
        copied { $0.editRule { $0.enableContinuousBackup = true } }),
    VerdictRow("continuous backup alone, with EventBridge", .protected) { account in
        copied { $0.editRule { $0.enableContinuousBackup = true } }(&account)
        account.inventory.buckets[0].notification = read(NotificationConfiguration(eventBridge: true))
    },
    VerdictRow("continuous backup alone, notifications denied", .unknown, "EventBridge") { account in
        copied { $0.editRule { $0.enableContinuousBackup = true } }(&account)
        account.inventory.buckets[0].notification = denied()
    },
    VerdictRow("fact 2.8: snapshots go on without EventBridge", .protected) { account in
        copied { $0.editRule { $0.enableContinuousBackup = true } }(&account)
        account.addPlan("snapshots")
    },
    VerdictRow("the key is looked up in the region that its ARN names", .atRisk, "key of vault dr is Disabled") {
        account in
        point { $0.encryptionKeyARN = TestAccount.keyARN("eu-west-1") }(&account)
        let name = TestAccount.keyARN("eu-west-1")
        guard let arn = ARN(name) else { return }
        account.inventory.keys[KeyReference(name: name, region: "eu-west-1")] = read(
            KeyMetadata(keyID: "k", arn: arn, state: .known(.disabled)))
    },
    VerdictRow(
        "the key was not read", .unknown, "key of vault dr unread: not read",
        point { $0.encryptionKeyARN = TestAccount.keyARN("ap-south-1") }),
    VerdictRow("the backup jobs were not read", .unknown, "backup jobs of us-east-1 unread") { account in
        point { _ in }(&account)
        account.editBackup("us-east-1") { $0.troubledJobs = denied() }
    },
    VerdictRow("a same-region recovery point is no path", .unprotected, "no backup copy outside us-east-1") { account in
        account.addBucket("media")
        account.addVault("local", in: "us-east-1")
        account.addPoint(of: media, in: "local", region: "us-east-1")
        account.addPlan(copyTo: [])
    },
]

private let planRows: [VerdictRow] = [
    VerdictRow(
        "a plan copies, but no copy has arrived", .atRisk, "no usable copy is in vault dr of us-west-2 yet", planned()),
    VerdictRow("a plan copies to a vault that does not exist", .unprotected, "vault dr, which does not exist") {
        account in
        account.addBucket("media")
        account.addPlan()
    },
    VerdictRow("a plan copies to another account", .unknown, "account 444455556666 cannot be looked into") { account in
        account.addBucket("media")
        account.addPlan(copyTo: [TestAccount.vaultARN("dr", account: TestAccount.otherID)])
    },
    VerdictRow("a plan copies to a vault that may be another account's", .unknown, "whose account this is") { account in
        account.addBucket("media")
        account.addPlan()
        account.inventory.caller = denied()
    },
    VerdictRow("a plan copies to a region that is not enabled", .unprotected, "a region that is not enabled") {
        $0.addBucket("media")
        $0.addPlan(copyTo: [TestAccount.vaultARN("dr", "af-south-1")])
        $0.switchOff("af-south-1")
    },
    VerdictRow(
        "the schedule begins in years", .atRisk, "its schedule begins on 2030-01-01",
        planned {
            $0.editRule { $0.scheduleExpression = "cron(0 5 ? * * 2030-2199)" }
        }),
    VerdictRow("several regions are dark", .unknown, "AWS Backup was not read in 2 regions (eu-west-1, us-west-2)") {
        account in
        account.addBucket("media")
        account.hadBackup(media)
        for region in [TestAccount.away, TestAccount.third] { account.editBackup(region) { $0.vaults = unreachable() } }
    },
    VerdictRow("many regions are dark: three are named", .unknown, "in 4 regions (ap-a, ap-b, ap-c, ...)") { account in
        account.addBucket("media")
        account.hadBackup(media)
        for name in ["ap-a", "ap-b", "ap-c", "ap-d"] {
            account.inventory.regions.append(RegionState(name: Region(name), status: .timedOut))
        }
    },
    VerdictRow("a plan copies into its own region", .unprotected, "no backup copy") { account in
        account.addBucket("media")
        account.addPlan(copyTo: [TestAccount.vaultARN("dr", "us-east-1")])
    },
    VerdictRow(
        "the plan never runs", .unprotected, "never runs",
        planned {
            $0.editRule { $0.scheduleExpression = "cron(0 5 1 1 ? 2020)" }
        }),
    VerdictRow(
        "the vault's contents are denied", .unknown, "contents of vault dr",
        planned { account in
            account.editVault("dr", in: "us-west-2") { $0.resources = denied() }
        }),
    VerdictRow(
        "the vault's contents are denied, and AWS's rough count of them is none", .unknown, "contents of vault dr",
        planned { account in
            account.editVault("dr", in: "us-west-2") { contents in
                contents.resources = denied()
                contents.vault.recoveryPointCount = 0
            }
        }),
    VerdictRow(
        "the vaults of the other region are denied", .unknown, "backup vaults of us-west-2 unread",
        planned { account in
            account.editBackup("us-west-2") { $0.vaults = denied() }
        }),
    VerdictRow(
        "a plan copies to a region that was not read", .unknown, "ap-south-1",
        planned { account in
            account.clearPlans()
            account.addPlan(copyTo: [TestAccount.vaultARN("dr", "ap-south-1")])
        }),
    VerdictRow("plans denied and no copy anywhere", .unknown, "backup plans of us-east-1 unread") { account in
        account.addBucket("media")
        account.editBackup("us-east-1") { $0.plans = denied() }
    },
    VerdictRow("AWS Backup of the home region was not read at all", .unknown, "backup plans of us-east-1") { account in
        account.addBucket("media")
        account.inventory.backup.removeAll { $0.region == "us-east-1" }
    },
    VerdictRow("selections denied of a plan without copies", .unprotected, "no backup copy") { account in
        account.addBucket("media")
        account.addPlan(copyTo: [])
        account.editPlan { $0.selections = denied() }
    },
    VerdictRow("fact 2.13: a dark region hides no copy of what never had a backup", .unprotected, "no backup copy") {
        account in
        account.addBucket("media")
        account.editBackup("us-west-2") { $0.vaults = unreachable() }
    },
    VerdictRow("a dark region may hide a copy of what had a backup once", .unknown, "us-west-2") { account in
        account.addBucket("media")
        account.hadBackup(media)
        account.editBackup("us-west-2") { $0.vaults = unreachable() }
    },
    VerdictRow("a dark region may hide a copy where it is not known what had a backup", .unknown, "us-west-2") {
        account in
        account.addBucket("media")
        account.editBackup("us-east-1") { $0.protectedResources = denied() }
        account.editBackup("us-west-2") { $0.vaults = unreachable() }
    },
    VerdictRow("a region without an answer may hide a copy of what had a backup once", .unknown, "timed-out") {
        account in
        account.addBucket("media")
        account.hadBackup(media)
        account.inventory.backup.removeAll { $0.region == "us-west-2" }
        account.inventory.regions[2].status = .timedOut
    },
    VerdictRow(
        "a partial replica, and a dark region where a plan copies to", .unknown, "backup vaults of us-west-2",
        planned {
            $0.inventory.buckets[0].replicate(.to("media-dr") { $0.filter?.prefix = "a" })
            $0.addDestination("media-dr", in: "eu-west-1")
            $0.editBackup("us-west-2") { $0.vaults = unreachable() }
        }),
    VerdictRow("a partial replica, and a dark region where no plan copies to", .atRisk, "prefix a only") { account in
        account.addBucket("media") { $0.replicate(.to("media-dr") { $0.filter?.prefix = "a" }) }
        account.addDestination("media-dr", in: "eu-west-1")
        account.hadBackup(media)
        account.editBackup("us-west-2") { $0.vaults = unreachable() }
    },
    VerdictRow(
        "replication unread, but a fresh copy suffices", .protected, "backup copy",
        copied { account in
            account.inventory.buckets[0].replication = denied()
        }),
    VerdictRow(
        "plans denied, but the replica suffices", .protected, "replicated to",
        planned { account in
            account.inventory.buckets[0].replicate(.to("media-dr"))
            account.addDestination("media-dr")
            account.editBackup("us-east-1") { $0.plans = denied() }
        }),
]

extension TestAccount {
    fileprivate mutating func editRule(_ edit: (inout BackupRule) -> Void) {
        editPlan { plan in
            plan.plan = plan.plan.map { document in
                var document = document
                edit(&document.rules[0])
                return document
            }
        }
    }
    fileprivate mutating func clearPlans() { editBackup("us-east-1") { $0.plans = read([]) } }

    /// A job that completed with issues and made the recovery point of ten hours ago.
    fileprivate mutating func trouble(_ message: String, category: String = "ISSUES") {
        let job = BackupJob(
            id: "j", state: .known(.completed), statusMessage: message, messageCategory: category, resourceARN: media,
            createdAt: Self.hoursAgo(10), completedAt: Self.hoursAgo(9))
        editBackup("us-east-1") { $0.troubledJobs = read([job]) }
    }
}

@Suite("A bucket's backup copies in the outage of its region")
struct BackupVerdictTests {
    @Test("each copy has its verdict", arguments: copyRows)
    func copies(row: VerdictRow) { row.check() }

    @Test("each plan without a copy has its verdict", arguments: planRows)
    func plans(row: VerdictRow) { row.check() }

    @Test("a key that was not read is among the path's reasons")
    func unreadKey() {
        var account = TestAccount()
        point { $0.encryptionKeyARN = TestAccount.keyARN("ap-south-1") }(&account)
        #expect(account.resource(media)?.paths.first?.reasons == ["key of vault dr unread: not read"])
    }

    @Test("a date to come measures no recovery point")
    func futureHasNoEstimate() {
        var account = TestAccount()
        copied(hoursOld: -240)(&account)
        #expect(account.resource(media)?.paths.map(\.recoveryPoint) == [nil])
    }
}
