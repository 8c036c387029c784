import AWSModel
import Foundation
import Testing

@testable import Posture

private let media = BackedUpBucket.arn

/// A rule that copies, and one that keeps longer and does not.
private func overlapping(
    _ account: inout TestAccount, _ daily: String, _ kept: String, hoursOld: Double, days: Int = 30,
    copiesBoth: Bool = false
) {
    account.addBucket("media")
    account.addVault()
    let copying = [CopyAction(destinationVaultARN: TestAccount.vaultARN("dr"))]
    let shorter = BackupRule(
        name: "daily", targetVault: "local", scheduleExpression: daily, startWindowMinutes: 240,
        completionWindowMinutes: 60, lifecycle: RecoveryPointLifecycle(deleteAfterDays: days), copyActions: copying)
    let keeping = BackupRule(
        name: "kept", targetVault: "local", scheduleExpression: kept, startWindowMinutes: 240,
        lifecycle: RecoveryPointLifecycle(deleteAfterDays: 365), copyActions: copiesBoth ? copying : nil)
    account.addPlan("prod", rules: [shorter, keeping], selecting: ["*"])
    account.addPoint(of: media) { $0.createdAt = TestAccount.hoursAgo(hoursOld) }
}

private let planRows: [VerdictRow] = [
    VerdictRow(
        "a plan copies, but no copy has arrived", .atRisk, "no usable copy is in vault dr of us-west-2 yet",
        BackedUpBucket.planned()),
    VerdictRow("a plan copies to a vault that does not exist", .unprotected, "vault dr, which does not exist") {
        account in
        account.addBucket("media")
        account.addPlan()
    },
    VerdictRow("a plan backs up to a vault that does not exist", .atRisk, "no schedule renews it") { account in
        BackedUpBucket.copied()(&account)
        account.editBackup("us-east-1") { $0.vaults = read([]) }
    },
    VerdictRow("fact 2.4: the copying rule yields to another each time", .atRisk, "no schedule renews it") { account in
        account.addBucket("media")
        account.addVault()
        let daily = BackupRule(
            name: "daily", targetVault: "local", lifecycle: RecoveryPointLifecycle(deleteAfterDays: 7),
            copyActions: [CopyAction(destinationVaultARN: TestAccount.vaultARN("dr"))])
        let kept = BackupRule(
            name: "kept", targetVault: "local", lifecycle: RecoveryPointLifecycle(deleteAfterDays: 365))
        account.addPlan("prod", rules: [daily, kept], selecting: ["*"])
        account.addPoint(of: media)
    },
    VerdictRow("fact 2.4: its start window meets that of a rule three hours later", .atRisk, "no schedule renews it") {
        overlapping(&$0, "cron(0 5 ? * * *)", "cron(0 8 ? * * *)", hoursOld: 20)
    },
    VerdictRow("fact 2.4: once a month it yields, and its copy is two days old", .protected, "recovery point 46 h") {
        overlapping(&$0, "cron(0 5 ? * * *)", "cron(0 5 1 * ? *)", hoursOld: 46)
    },
    VerdictRow("fact 2.4: once a month it yields, and its copy is three days old", .atRisk, "renews it within") {
        overlapping(&$0, "cron(0 5 ? * * *)", "cron(0 5 1 * ? *)", hoursOld: 75)
    },
    VerdictRow(
        "fact 2.4: once a month it yields, and both times are told apart", .atRisk,
        "60 h old, its schedule renews it within 54 h"
    ) {
        overlapping(&$0, "cron(0 5 ? * * *)", "cron(0 5 1 * ? *)", hoursOld: 60)
    },
    // The longer-kept rule's copy fills the hole, and the daily ones still come each day.
    VerdictRow(
        "fact 2.4: once a week it yields to one that copies too, and nothing came since", .atRisk, "renews it within"
    ) {
        overlapping(&$0, "cron(0 5 ? * * *)", "cron(0 5 ? * SAT *)", hoursOld: 120, days: 2, copiesBoth: true)
    },
    VerdictRow("fact 2.4: once a week it yields to one that copies too", .protected, "recovery point 20 h") {
        overlapping(&$0, "cron(0 5 ? * * *)", "cron(0 5 ? * SAT *)", hoursOld: 20, days: 2, copiesBoth: true)
    },
    VerdictRow("fact 2.11: the vault that is copied from is under a key that is switched off", .atRisk, "is Disabled") {
        BackedUpBucket.copied()(&$0)
        $0.editVault("local", in: TestAccount.home) { $0.vault.encryptionKeyARN = TestAccount.keyARN(TestAccount.home) }
        $0.addKey(TestAccount.keyARN(TestAccount.home), in: TestAccount.home, state: .disabled)
    },
    VerdictRow("a plan copies to another account", .unknown, "account 444455556666 cannot be looked into") { account in
        account.addBucket("media")
        account.addPlan(copyTo: [TestAccount.vaultARN("dr", account: TestAccount.otherID)])
        account.hadBackup("arn:aws:s3:::media")
    },
    // Of what was never backed up there is no copy.
    VerdictRow("a plan is to copy to another account", .atRisk, "account 444455556666 cannot be looked into") {
        $0.addBucket("media")
        $0.addPlan(copyTo: [TestAccount.vaultARN("dr", account: TestAccount.otherID)])
    },
    VerdictRow("a plan copies to a vault that may be another account's", .unknown, "whose account this is") { account in
        account.addBucket("media")
        account.addPlan()
        account.hadBackup("arn:aws:s3:::media")
        account.inventory.caller = denied()
    },
    VerdictRow("a plan that may select it copies to another account", .unknown, "selections of plan prod unread") {
        $0.addBucket("media") { $0.replicate(.to("dr") { $0.filter?.prefix = "a/" }) }
        $0.addBucket("dr", in: TestAccount.away)
        $0.addPlan(copyTo: [TestAccount.vaultARN("dr", account: TestAccount.otherID)])
        $0.editPlan { $0.selections = denied() }
        $0.hadBackup("arn:aws:s3:::media")
    },
    VerdictRow("a plan copies to a region that is not enabled", .unprotected, "a region that is not enabled") {
        $0.addBucket("media")
        $0.addPlan(copyTo: [TestAccount.vaultARN("dr", "af-south-1")])
        $0.switchOff("af-south-1")
    },
    VerdictRow(
        "the schedule begins in years", .atRisk, "its schedule begins on 2030-01-01",
        BackedUpBucket.planned {
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
        BackedUpBucket.planned {
            $0.editRule { $0.scheduleExpression = "cron(0 5 1 1 ? 2020)" }
        }),
    VerdictRow(
        "the vault's contents are denied", .unknown, "contents of vault dr",
        BackedUpBucket.planned { account in
            account.editVault("dr", in: "us-west-2") { $0.resources = denied() }
        }),
    VerdictRow(
        "the vault's contents are denied, and AWS's rough count of them is none", .unknown, "contents of vault dr",
        BackedUpBucket.planned { account in
            account.editVault("dr", in: "us-west-2") { contents in
                contents.resources = denied()
                contents.vault.recoveryPointCount = 0
            }
        }),
    VerdictRow(
        "the vaults of the other region are denied", .unknown, "backup vaults of us-west-2 unread",
        BackedUpBucket.planned { account in
            account.editBackup("us-west-2") { $0.vaults = denied() }
        }),
    VerdictRow(
        "a plan copies to a region that was not read", .unknown, "ap-south-1",
        BackedUpBucket.planned { account in
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
        BackedUpBucket.planned {
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
        BackedUpBucket.copied { account in
            account.inventory.buckets[0].replication = denied()
        }),
    VerdictRow(
        "plans denied, but the replica suffices", .protected, "replicated to",
        BackedUpBucket.planned { account in
            account.inventory.buckets[0].replicate(.to("media-dr"))
            account.addDestination("media-dr")
            account.editBackup("us-east-1") { $0.plans = denied() }
        }),
]

@Suite("A bucket's planned backup copies in the outage of its region")
struct BackupPlanVerdictTests {
    @Test("each plan without a copy has its verdict", arguments: planRows)
    func plans(row: VerdictRow) { row.check() }
}
