import AWSModel
import Foundation
import Testing

@testable import Posture

private let media = BackedUpBucket.arn

private let copyRows: [VerdictRow] = [
    VerdictRow(
        "a fresh copy that a daily plan renews", .protected, "backup copy in us-west-2, recovery point 10 h",
        BackedUpBucket.copied()),
    VerdictRow(
        "a copy as old as the schedule, its start window and an hour allow", .protected, "",
        BackedUpBucket.copied(hoursOld: 33)),
    VerdictRow(
        "fact 4.4: a copy older than that", .atRisk, "34 h old, its schedule renews it within 33 h",
        BackedUpBucket.copied(hoursOld: 34)),
    VerdictRow(
        "a completion window counts, but not beyond the gap", .protected, "",
        BackedUpBucket.copied(hoursOld: 56) { $0.editRule { $0.completionWindowMinutes = 10_080 } }),
    VerdictRow(
        "a week's completion window does not excuse days", .atRisk, "renews it within",
        BackedUpBucket.copied(hoursOld: 58) { $0.editRule { $0.completionWindowMinutes = 10_080 } }),
    VerdictRow("the plan is gone", .atRisk, "no schedule renews it", BackedUpBucket.copied { $0.clearPlans() }),
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
        BackedUpBucket.copied { $0.editRule { $0.scheduleExpression = "cron(0 5 1 1 ? 2020)" } }),
    VerdictRow(
        "the schedule is not understood", .unknown, "is not understood",
        BackedUpBucket.copied { $0.editRule { $0.scheduleExpression = "cron(what)" } }),
    VerdictRow(
        "plans of the home region denied", .unknown, "backup plans of us-east-1 unread",
        BackedUpBucket.copied { account in
            account.editBackup("us-east-1") { $0.plans = denied() }
        }),
    VerdictRow(
        "selections denied", .unknown, "selections of plan prod unread",
        BackedUpBucket.copied { account in
            account.editPlan { $0.selections = denied() }
        }),
    VerdictRow(
        "the plan's document denied", .unknown, "rules of plan prod unread",
        BackedUpBucket.copied { account in
            account.editPlan { $0.plan = denied() }
        }),
    VerdictRow(
        "the selection names a tag and the bucket's tags are denied", .unknown, "tags were not read",
        BackedUpBucket.copied { account in
            account.editPlan { plan in
                let condition = TagCondition(type: "STRINGEQUALS", key: "tier", value: "gold")
                let selection = BackupSelection(name: "t", roleARN: "r", listOfTags: [condition])
                plan.selections = read([SelectionContents(id: "t", selection: read(selection))])
            }
            account.inventory.buckets[0].tags = denied()
        }),
    VerdictRow(
        "fact 2.6: the type is not opted in, so nothing renews the copy", .atRisk, "no schedule renews it",
        BackedUpBucket.copied { account in
            account.editBackup("us-east-1") { backup in
                backup.settings = read(BackupRegionSettings(optIn: ["S3": false], management: [:]))
            }
        }),
    VerdictRow(
        "fact 2.13: partial", .atRisk, "newest copy is partial", BackedUpBucket.point { $0.status = .known(.partial) }),
    VerdictRow("fact 2.13: stopped", .atRisk, "has stopped", BackedUpBucket.point { $0.status = .known(.stopped) }),
    VerdictRow("still being made", .atRisk, "still being made", BackedUpBucket.point { $0.status = .known(.creating) }),
    VerdictRow(
        "fact 2.13: expired is no copy", .atRisk, "no usable copy",
        BackedUpBucket.point { $0.status = .known(.expired) }),
    VerdictRow(
        "past its deletion date is no copy", .atRisk, "no usable copy",
        BackedUpBucket.point { $0.calculatedLifecycle = CalculatedLifecycle(deleteAt: TestAccount.hoursAgo(1)) }),
    VerdictRow("a state that is not known", .unknown, "SHINY", BackedUpBucket.point { $0.status = .other("SHINY") }),
    VerdictRow("no state", .unknown, "not known", BackedUpBucket.point { $0.status = nil }),
    VerdictRow("no creation date", .unknown, "age", BackedUpBucket.point { $0.createdAt = nil }),
    VerdictRow("the newest recovery point denied", .unknown, "newest recovery point in vault dr") { account in
        BackedUpBucket.copied()(&account)
        account.editVault("dr", in: "us-west-2") { contents in
            contents.resources = read([VaultedResource(resourceARN: media, newest: denied())])
        }
    },
    VerdictRow("the vault's key is disabled", .atRisk, "key of vault dr is Disabled") { account in
        BackedUpBucket.point { $0.encryptionKeyARN = TestAccount.keyARN("us-west-2") }(&account)
        let name = TestAccount.keyARN("us-west-2")
        guard let arn = ARN(name) else { return }
        account.inventory.keys[KeyReference(name: name, region: "us-west-2")] = read(
            KeyMetadata(keyID: "k", arn: arn, state: .known(.disabled)))
    },
    VerdictRow(
        "fact 2.8: the job backed up nothing", .atRisk, "No objects were backed up",
        BackedUpBucket.copied { account in
            account.trouble("No objects were backed up")
        }),
    VerdictRow(
        "fact 2.14: the job completed with issues", .atRisk, "Some objects",
        BackedUpBucket.copied { account in
            account.trouble("Some objects were skipped")
        }),
    VerdictRow(
        "fact 2.3: another plan makes the continuous backup", .protected, "",
        BackedUpBucket.copied { account in
            account.trouble("PITR already configured")
        }),
    VerdictRow(
        "fact 2.8: the job backed up nothing, though its category is success", .atRisk, "No objects were backed up",
        BackedUpBucket.copied { account in
            account.trouble("No objects were backed up", category: "SUCCESS")
        }),
    VerdictRow(
        "dated ten days ahead", .unknown, "it is dated 2026-12-01", BackedUpBucket.copied(hoursOld: -240)),
    VerdictRow("dated ten minutes ahead, for clocks differ", .protected, "", BackedUpBucket.copied(hoursOld: -1.0 / 6)),
    VerdictRow(
        "the schedule begins in years and renews nothing now", .atRisk, "its schedule begins on 2030-01-01",
        BackedUpBucket.copied { $0.editRule { $0.scheduleExpression = "cron(0 5 ? * * 2030-2199)" } }),
    VerdictRow(
        "past its retention by its days alone", .atRisk, "no usable copy",
        BackedUpBucket.point {
            $0.createdAt = TestAccount.hoursAgo(30)
            $0.lifecycle = RecoveryPointLifecycle(deleteAfterDays: 1)
        }),
    VerdictRow(
        "AWS's own date of deletion goes before the days", .protected, "",
        BackedUpBucket.point {
            $0.createdAt = TestAccount.hoursAgo(30)
            $0.lifecycle = RecoveryPointLifecycle(deleteAfterDays: 1)
            $0.calculatedLifecycle = CalculatedLifecycle(deleteAt: TestAccount.hoursAgo(-1))
        }),
    VerdictRow(
        "weekly copies that are kept a day", .atRisk, "are deleted before the schedule renews them",
        BackedUpBucket.copied {
            $0.editRule { rule in
                rule.scheduleExpression = "cron(0 5 ? * SUN *)"
                rule.copyActions?[0].lifecycle = RecoveryPointLifecycle(deleteAfterDays: 1)
            }
        }),
    VerdictRow(
        "daily copies that are kept a day are gone before the next ones are copied", .atRisk,
        "are deleted before the schedule renews them",
        BackedUpBucket.copied {
            $0.editRule { $0.copyActions?[0].lifecycle = RecoveryPointLifecycle(deleteAfterDays: 1) }
        }),
    VerdictRow(
        "daily copies that are kept two days", .protected, "",
        BackedUpBucket.copied {
            $0.editRule { $0.copyActions?[0].lifecycle = RecoveryPointLifecycle(deleteAfterDays: 2) }
        }),
    VerdictRow(
        "fact 2.2: a copy that keeps -1 days is kept as long as its source", .protected, "",
        BackedUpBucket.copied {
            $0.editRule { rule in
                rule.scheduleExpression = "cron(0 5 ? * SUN *)"
                rule.copyActions?[0].lifecycle = RecoveryPointLifecycle(deleteAfterDays: -1)
            }
        }),
    VerdictRow("fact 2.8: versioning of the bucket is off", .atRisk, "and backups need it") { account in
        BackedUpBucket.copied()(&account)
        account.inventory.buckets[0].versioning = read(BucketVersioning(status: .known(.suspended)))
    },
    VerdictRow("versioning of the bucket denied", .unknown, "versioning of the bucket unread") { account in
        BackedUpBucket.copied()(&account)
        account.inventory.buckets[0].versioning = denied()
    },
    VerdictRow(
        "fact 2.8: continuous backup alone, without EventBridge", .atRisk, "EventBridge notifications are off",
        BackedUpBucket.copied { $0.editRule { $0.enableContinuousBackup = true } }),
    VerdictRow("continuous backup alone, with EventBridge", .protected) { account in
        BackedUpBucket.copied { $0.editRule { $0.enableContinuousBackup = true } }(&account)
        account.inventory.buckets[0].notification = read(NotificationConfiguration(eventBridge: true))
    },
    VerdictRow("continuous backup alone, notifications denied", .unknown, "EventBridge") { account in
        BackedUpBucket.copied { $0.editRule { $0.enableContinuousBackup = true } }(&account)
        account.inventory.buckets[0].notification = denied()
    },
    VerdictRow("fact 2.8: snapshots go on without EventBridge", .protected) { account in
        BackedUpBucket.copied { $0.editRule { $0.enableContinuousBackup = true } }(&account)
        account.addPlan("snapshots")
    },
    VerdictRow("the key is looked up in the region that its ARN names", .atRisk, "key of vault dr is Disabled") {
        account in
        BackedUpBucket.point { $0.encryptionKeyARN = TestAccount.keyARN("eu-west-1") }(&account)
        let name = TestAccount.keyARN("eu-west-1")
        guard let arn = ARN(name) else { return }
        account.inventory.keys[KeyReference(name: name, region: "eu-west-1")] = read(
            KeyMetadata(keyID: "k", arn: arn, state: .known(.disabled)))
    },
    VerdictRow(
        "the key was not read", .unknown, "key of vault dr unread: not read",
        BackedUpBucket.point { $0.encryptionKeyARN = TestAccount.keyARN("ap-south-1") }),
    VerdictRow("the backup jobs were not read", .unknown, "backup jobs of us-east-1 unread") { account in
        BackedUpBucket.point { _ in }(&account)
        account.editBackup("us-east-1") { $0.troubledJobs = denied() }
    },
    VerdictRow("a same-region recovery point is no path", .unprotected, "no backup copy outside us-east-1") { account in
        account.addBucket("media")
        account.addVault("local", in: "us-east-1")
        account.addPoint(of: media, in: "local", region: "us-east-1")
        account.addPlan(copyTo: [])
    },
]

extension TestAccount {
    /// A job that completed with issues and made the recovery point of ten hours ago.
    fileprivate mutating func trouble(_ message: String, category: String = "ISSUES") {
        let job = BackupJob(
            id: "j", state: .known(.completed), statusMessage: message, messageCategory: category, resourceARN: media,
            createdAt: Self.hoursAgo(10), completedAt: Self.hoursAgo(9))
        editBackup("us-east-1") { $0.troubledJobs = read([job]) }
    }
}

@Suite("A bucket's backup copy in the outage of its region")
struct BackupCopyVerdictTests {
    @Test("each copy has its verdict", arguments: copyRows)
    func copies(row: VerdictRow) { row.check() }

    @Test("a key that was not read is among the path's reasons")
    func unreadKey() {
        var account = TestAccount()
        BackedUpBucket.point { $0.encryptionKeyARN = TestAccount.keyARN("ap-south-1") }(&account)
        #expect(account.resource(media)?.paths.first?.reasons == ["key of vault dr unread: not read"])
    }

    @Test("a date to come measures no recovery point")
    func futureHasNoEstimate() {
        var account = TestAccount()
        BackedUpBucket.copied(hoursOld: -240)(&account)
        #expect(account.resource(media)?.paths.map(\.recoveryPoint) == [nil])
    }
}
