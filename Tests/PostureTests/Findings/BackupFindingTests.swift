import AWSModel
import Foundation
import Testing

@testable import Posture

private typealias Build = @Sendable (inout TestAccount) -> Void
private let media = TestAccount.bucketARN("media")
private let table = "arn:aws:dynamodb:us-east-1:111122223333:table/orders"

/// `media`, its plan that copies to `dr`, both vaults, and recovery points of an age in each.
private func backedUp(
    hoursOld: Double? = 10, awayHoursOld: Double? = 10, _ change: @escaping Build = { _ in }
) -> Build {
    { account in
        account.addBucket("media")
        account.addVault("local", in: "us-east-1")
        account.addVault()
        account.addPlan()
        if let hoursOld { account.addPoint(of: media, in: "local", region: "us-east-1", hoursOld: hoursOld) }
        if let awayHoursOld { account.addPoint(of: media, hoursOld: awayHoursOld) }
        change(&account)
    }
}

private let selectionRows: [FindingRow] = [
    .found("backup-not-selected", "no plan") { $0.addBucket("media") },
    .found("backup-not-selected", "fact 2.7: the plan is in another region") {
        $0.addBucket("media")
        $0.addPlan(in: "us-west-2")
    },
    .quiet("backup-not-selected", "a plan selects it", backedUp()),
    .quiet("backup-not-selected", "plans denied") {
        $0.addBucket("media")
        $0.editBackup("us-east-1") { $0.plans = denied() }
    },
    .quiet("backup-not-selected", "selections of one plan denied") {
        $0.addBucket("media")
        $0.addPlan(selecting: ["arn:aws:s3:::other"])
        $0.editPlan { $0.selections = denied() }
    },
    .quiet("backup-not-selected", "the region is unread") { $0.addBucket("media") { $0.region = denied() } },

    .found("backup-type-not-opted-in", "fact 2.6: S3 is off") {
        backedUp()(&$0)
        $0.editBackup("us-east-1") { $0.settings = read(BackupRegionSettings(optIn: ["S3": false], management: [:])) }
    },
    .quiet("backup-type-not-opted-in", "fact 2.6: an explicit ARN overrides it") {
        $0.addBucket("media")
        $0.addPlan(selecting: [media])
        $0.editBackup("us-east-1") { $0.settings = read(BackupRegionSettings(optIn: ["S3": false], management: [:])) }
    },
    .quiet("backup-type-not-opted-in", "settings denied") {
        backedUp()(&$0)
        $0.editBackup("us-east-1") { $0.settings = denied() }
    },

    .found("backup-plan-without-selection", "fact 2.1: no selection") { $0.addPlan(selecting: nil) },
    .quiet("backup-plan-without-selection", "a selection") { $0.addPlan() },
    .quiet("backup-plan-without-selection", "selections denied") {
        $0.addPlan()
        $0.editPlan { $0.selections = denied() }
    },

    .found("backup-no-cross-region-copy", "no copy action") {
        $0.addBucket("media")
        $0.addPlan(copyTo: [])
    },
    .found("backup-no-cross-region-copy", "a copy into the same region") {
        $0.addBucket("media")
        $0.addPlan(copyTo: [TestAccount.vaultARN("x", "us-east-1")])
    },
    .quiet("backup-no-cross-region-copy", "a copy action", backedUp()),
    .quiet("backup-no-cross-region-copy", "another plan may copy, its selections are denied") {
        $0.addBucket("media")
        $0.addPlan(copyTo: [])
        $0.addPlan("other")
        $0.editPlan("other") { $0.selections = denied() }
    },

    .found("dynamodb-copy-needs-advanced-backup", "fact 2.10: copies without advanced features") {
        $0.addPlan(selecting: [table])
        $0.editBackup("us-east-1") {
            $0.settings = read(BackupRegionSettings(optIn: ["DynamoDB": true], management: ["DynamoDB": false]))
        }
    },
    .quiet("dynamodb-copy-needs-advanced-backup", "with advanced features") { $0.addPlan(selecting: [table]) },
    .quiet("dynamodb-copy-needs-advanced-backup", "settings denied") {
        $0.addPlan(selecting: [table])
        $0.editBackup("us-east-1") { $0.settings = denied() }
    },
]

private func failedCopy(hoursAgo: Double) -> Build {
    { account in
        let job = CopyJob(
            id: "c", state: .known(.failed), statusMessage: "Access denied", resourceARN: media,
            destinationVaultARN: TestAccount.vaultARN("dr"), createdAt: TestAccount.hoursAgo(hoursAgo))
        account.editBackup("us-east-1") { $0.troubledCopies = read([job]) }
    }
}
private func job(
    _ state: BackupJob.State, hoursAgo: Double = 5, message: String? = nil, category: String? = nil
) -> Build {
    { account in
        let job = BackupJob(
            id: "j", state: .known(state), statusMessage: message, messageCategory: category, resourceARN: media,
            createdAt: TestAccount.hoursAgo(hoursAgo), completedAt: TestAccount.hoursAgo(hoursAgo))
        account.editBackup("us-east-1") { $0.troubledJobs = read([job]) }
    }
}

private let jobsRows: [FindingRow] = [
    .found("backup-copy-missing", "fact 2.13: no copy in its vault", backedUp(awayHoursOld: nil)),
    .quiet("backup-copy-missing", "a copy is there", backedUp()),
    .quiet(
        "backup-copy-missing", "the vault's contents are denied",
        backedUp(awayHoursOld: nil) { account in
            account.editVault("dr", in: "us-west-2") { $0.resources = denied() }
        }),
    .quiet(
        "backup-copy-missing", "the first copy is not due yet",
        backedUp(awayHoursOld: nil) { account in
            account.editPlan { $0.createdAt = TestAccount.hoursAgo(20) }
        }),
    .quiet("backup-copy-missing", "fact 2.10: the type cannot be copied") { account in
        account.addVault()
        account.addPlan(selecting: [table])
        account.editBackup("us-east-1") {
            $0.settings = read(BackupRegionSettings(optIn: ["DynamoDB": true], management: ["DynamoDB": false]))
        }
    },

    .found("backup-copy-failing", "the newest copy failed", backedUp(awayHoursOld: 40, failedCopy(hoursAgo: 10))),
    .quiet("backup-copy-failing", "a later one arrived", backedUp(awayHoursOld: 10, failedCopy(hoursAgo: 40))),
    .quiet("backup-copy-failing", "a later one of an earlier recovery point arrived") { account in
        backedUp(awayHoursOld: nil, failedCopy(hoursAgo: 10))(&account)
        account.addPoint(of: media, hoursOld: 12) { $0.completedAt = TestAccount.hoursAgo(9) }
    },
    .found("backup-copy-failing", "an earlier copy of a later recovery point proves nothing") { account in
        backedUp(awayHoursOld: nil, failedCopy(hoursAgo: 10))(&account)
        account.addPoint(of: media, hoursOld: 9) { $0.completedAt = TestAccount.hoursAgo(11) }
    },
    .quiet("backup-copy-failing", "none failed", backedUp()),
    .quiet(
        "backup-copy-failing", "copy jobs denied",
        backedUp { account in
            account.editBackup("us-east-1") { $0.troubledCopies = denied() }
        }),

    .found("backup-recovery-point-stale", "fact 4.4: the copy is 34 hours old", backedUp(awayHoursOld: 34)),
    .found("backup-recovery-point-stale", "the local one is 34 hours old", backedUp(hoursOld: 34)),
    .quiet("backup-recovery-point-stale", "33 hours are within the schedule", backedUp(hoursOld: 33, awayHoursOld: 33)),
    .quiet(
        "backup-recovery-point-stale", "selections denied",
        backedUp(awayHoursOld: 99) { account in
            account.editPlan { $0.selections = denied() }
        }),

    .found("backup-jobs-failing", "a job failed", backedUp(job(.failed))),
    .found("backup-jobs-failing", "fact 2.14: a job expired", backedUp(job(.expired))),
    .found(
        "backup-jobs-failing", "fact 2.14: completed with issues",
        backedUp(job(.completed, message: "skipped", category: "PARTIAL"))),
    .found(
        "backup-jobs-failing", "fact 2.8: nothing was backed up",
        backedUp(job(.completed, message: "No objects were backed up"))),
    .quiet("backup-jobs-failing", "a later recovery point was made", backedUp(job(.failed, hoursAgo: 30))),
    .quiet(
        "backup-jobs-failing", "fact 2.3: another plan makes the continuous backup",
        backedUp(job(.completed, message: "PITR already configured", category: "X"))),
    .quiet(
        "backup-jobs-failing", "jobs denied",
        backedUp { account in
            account.editBackup("us-east-1") { $0.troubledJobs = denied() }
        }),

    .found("backup-restore-untested", "no restore and no testing plan", backedUp()),
    .quiet("backup-restore-untested", "there is no copy to test", backedUp(awayHoursOld: nil)),
    .quiet(
        "backup-restore-untested", "a bucket was restored there",
        backedUp { account in
            let job = RestoreJob(
                id: "r", status: .known(.completed), resourceType: "S3", createdAt: TestAccount.hoursAgo(50),
                completedAt: TestAccount.hoursAgo(49))
            account.editBackup("us-west-2") { $0.restores = read([job]) }
        }),
    .quiet(
        "backup-restore-untested", "restores denied",
        backedUp { account in
            account.editBackup("us-west-2") { $0.restores = denied() }
        }),
]

private func rule(
    _ name: String, _ schedule: String, days: Int?, cold: Int? = nil, copyTo: String? = nil, continuous: Bool? = nil
) -> BackupRule {
    BackupRule(
        name: name, targetVault: "local", scheduleExpression: schedule, startWindowMinutes: 60,
        lifecycle: RecoveryPointLifecycle(moveToColdStorageAfterDays: cold, deleteAfterDays: days),
        copyActions: copyTo.map { [CopyAction(destinationVaultARN: $0)] }, enableContinuousBackup: continuous)
}
private func plan(_ rules: BackupRule..., then change: @escaping Build = { _ in }) -> Build {
    {
        $0.addPlan("prod", rules: rules, selecting: ["*"])
        change(&$0)
    }
}
private let daily = "cron(0 5 ? * * *)"
private let monthly = "cron(30 5 1 * ? *)"

private let plansRows: [FindingRow] = [
    .found("backup-schedule-never-fires", "it ran in 2020", plan(rule("r", "cron(0 5 1 1 ? 2020)", days: 7))),
    .quiet("backup-schedule-never-fires", "daily", plan(rule("r", daily, days: 7))),
    .quiet("backup-schedule-never-fires", "it is not understood", plan(rule("r", "cron(x)", days: 7))),
    .quiet(
        "backup-schedule-never-fires", "the plan is denied",
        plan(rule("r", "cron(0 5 1 1 ? 2020)", days: 7)) {
            $0.editPlan { $0.plan = denied() }
        }),

    .found(
        "backup-overlapping-rules", "fact 2.4: daily and monthly at the same hour",
        plan(rule("d", daily, days: 35), rule("m", monthly, days: 365))),
    .quiet(
        "backup-overlapping-rules", "two hours apart",
        plan(rule("d", daily, days: 35), rule("m", "cron(30 7 1 * ? *)", days: 365))),
    .quiet(
        "backup-overlapping-rules", "the same retention",
        plan(rule("d", daily, days: 35), rule("m", monthly, days: 35))),
    .quiet(
        "backup-overlapping-rules", "fact 2.3: one of them is continuous",
        plan(rule("d", daily, days: 35, continuous: true), rule("m", monthly, days: 365))),

    .found(
        "backup-lifecycle-invalid", "fact 2.2: 89 days of cold storage", plan(rule("r", daily, days: 119, cold: 30))),
    .quiet(
        "backup-lifecycle-invalid", "fact 2.2: 90 days of cold storage", plan(rule("r", daily, days: 120, cold: 30))),
    .quiet("backup-lifecycle-invalid", "fact 2.2: -1 keeps for ever", plan(rule("r", daily, days: -1, cold: 30))),
    .found(
        "backup-lifecycle-invalid", "fact 2.3: continuous for 36 days",
        plan(rule("r", daily, days: 36, continuous: true))),
    .found(
        "backup-lifecycle-invalid", "fact 2.3: continuous for ever", plan(rule("r", daily, days: nil, continuous: true))
    ),
    .quiet(
        "backup-lifecycle-invalid", "fact 2.3: continuous for 35 days",
        plan(rule("r", daily, days: 35, continuous: true))),
    .quiet(
        "backup-lifecycle-invalid", "the plan is denied",
        plan(rule("r", daily, days: 1, cold: 30)) {
            $0.editPlan { $0.plan = denied() }
        }),

    .found(
        "backup-retention-outside-lock", "fact 2.9: less than the vault's least",
        plan(rule("r", daily, days: 6)) {
            $0.addVault("local", in: "us-east-1") {
                $0.locked = true; $0.minRetentionDays = 7
            }
        }),
    .found(
        "backup-retention-outside-lock", "for ever is more than its most",
        plan(rule("r", daily, days: -1)) {
            $0.addVault("local", in: "us-east-1") {
                $0.locked = true; $0.maxRetentionDays = 365
            }
        }),
    .found(
        "backup-retention-outside-lock", "fact 2.2: a copy inherits",
        plan(rule("r", daily, days: 6, copyTo: TestAccount.vaultARN("dr"))) {
            $0.addVault {
                $0.locked = true; $0.minRetentionDays = 7
            }
        }),
    .quiet(
        "backup-retention-outside-lock", "within",
        plan(rule("r", daily, days: 7)) {
            $0.addVault("local", in: "us-east-1") {
                $0.locked = true; $0.minRetentionDays = 7; $0.maxRetentionDays = 7
            }
        }),
    .found("backup-retention-outside-lock", "fact 2.9: an air-gapped vault is always locked") { account in
        let name = TestAccount.vaultARN("gap", "us-east-1")
        account.addVault("gap", in: "us-east-1") {
            $0.type = .known(.airGapped); $0.minRetentionDays = 7
        }
        account.addPlan { rule in
            rule.targetAirGappedVaultARN = name
            rule.lifecycle = RecoveryPointLifecycle(deleteAfterDays: 3)
        }
    },
    .quiet("backup-retention-outside-lock", "the vault is not read", plan(rule("r", daily, days: 6))),
]

private let vaultsRows: [FindingRow] = [
    .found("backup-vault-unlocked", "a vault in use") {
        $0.addVault {
            $0.locked = false; $0.recoveryPointCount = 3
        }
    },
    .found("backup-vault-unlocked", "a vault that a plan copies to") {
        $0.addVault { $0.locked = false }
        $0.addPlan()
    },
    .quiet("backup-vault-unlocked", "an empty one that nothing uses") {
        $0.addVault {
            $0.locked = false; $0.recoveryPointCount = 0
        }
    },
    .quiet("backup-vault-unlocked", "locked") {
        $0.addVault {
            $0.locked = true; $0.recoveryPointCount = 3
        }
    },
    .quiet("backup-vault-unlocked", "the lock is not told") { $0.addVault { $0.recoveryPointCount = 3 } },
    .quiet("backup-vault-unlocked", "fact 2.9: an air-gapped vault is always locked") {
        $0.addVault {
            $0.locked = false; $0.recoveryPointCount = 3; $0.type = .known(.airGapped)
        }
    },

    .found("backup-vault-lock-in-grace", "fact 2.9: the date is to come") {
        $0.addVault {
            $0.locked = true; $0.lockDate = TestAccount.hoursAgo(-24)
        }
    },
    .quiet("backup-vault-lock-in-grace", "the date is past") {
        $0.addVault {
            $0.locked = true; $0.lockDate = TestAccount.hoursAgo(24)
        }
    },
    .quiet("backup-vault-lock-in-grace", "fact 2.9: no date is governance") { $0.addVault { $0.locked = true } },
]

private func backupRole(_ policies: Reading<[RolePolicy]>, role: Reading<Role>? = nil) -> Build {
    { account in
        account.addBucket("media")
        account.addPlan()
        let arn = "arn:aws:iam::111122223333:role/backup"
        let value = Role(name: "backup", arn: .bucket("r", partition: "aws"), trustPolicy: "")
        account.inventory.roles[arn] = RoleReading(role: role ?? read(value), policies: policies)
    }
}

private let rolesRows: [FindingRow] = [
    .found(
        "backup-role-lacks-s3", "fact 2.18: the default role's policies",
        backupRole(
            read([
                RolePolicy(name: "AWSBackupServiceRolePolicyForBackup"),
                RolePolicy(name: "AWSBackupServiceRolePolicyForRestores"),
            ]))),
    .found("backup-role-lacks-s3", "the role does not exist", backupRole(absent(), role: absent())),
    .quiet(
        "backup-role-lacks-s3", "fact 2.18: the policy for S3",
        backupRole(read([RolePolicy(name: "AWSBackupServiceRolePolicyForS3Backup")]))),
    .quiet(
        "backup-role-lacks-s3", "a policy of its own",
        backupRole(
            read([
                RolePolicy(name: "p", document: #"{"Statement":[{"Effect":"Allow","Action":["s3:*"],"Resource":"*"}]}"#)
            ]))),
    .quiet("backup-role-lacks-s3", "a policy whose document is unread", backupRole(read([RolePolicy(name: "p")]))),
    .quiet("backup-role-lacks-s3", "policies denied", backupRole(denied())),
]

@Suite("Findings about AWS Backup")
struct BackupFindingTests {
    @Test("what plans select", arguments: selectionRows)
    func selects(row: FindingRow) { row.check() }

    @Test("what jobs and copies show", arguments: jobsRows)
    func jobs(row: FindingRow) { row.check() }

    @Test("rules of plans", arguments: plansRows)
    func plans(row: FindingRow) { row.check() }

    @Test("vaults", arguments: vaultsRows)
    func vaults(row: FindingRow) { row.check() }

    @Test("roles", arguments: rolesRows)
    func roles(row: FindingRow) { row.check() }

    @Test("where a restore testing plan is, a copy that was never tested is a note: what it selects is not read")
    func testingPlan() {
        var account = TestAccount()
        backedUp()(&account)
        #expect(account.findings("backup-restore-untested").map(\.severity) == [.low])
        account.editBackup("us-west-2") { $0.restoreTestingPlans = read([RestoreTestingPlan(name: "quarterly")]) }
        let finding = account.findings("backup-restore-untested").first
        #expect(finding?.severity == .info)
        #expect(finding?.message.contains("whether they select it was not read") == true)
    }

    @Test("a failed copy is called a copy job, for newer ones are not listed")
    func copyJobWords() {
        var account = TestAccount()
        backedUp(awayHoursOld: 40, failedCopy(hoursAgo: 10))(&account)
        #expect(account.findings("backup-copy-failing").first?.message.hasPrefix("A copy job of media to dr") == true)
    }

    @Test("fact 2.4: the finding says whose copies are lost")
    func lostCopies() {
        var account = TestAccount()
        plan(rule("d", daily, days: 35, copyTo: TestAccount.vaultARN("dr")), rule("m", monthly, days: 365))(&account)
        let message = account.findings("backup-overlapping-rules").first?.message
        #expect(message?.contains("the copies of d to other regions may silently not run") == true)
    }
}
