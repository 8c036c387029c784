import AWSModel
import Testing

@testable import Posture

private typealias Build = BackedUpBucket.Build

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

@Suite("Findings about the rules of backup plans")
struct BackupPlanFindingTests {
    @Test("each has its finding", arguments: plansRows)
    func plans(row: FindingRow) { row.check() }

    @Test("fact 2.4: the finding says whose copies are lost")
    func lostCopies() {
        var account = TestAccount()
        plan(rule("d", daily, days: 35, copyTo: TestAccount.vaultARN("dr")), rule("m", monthly, days: 365))(&account)
        let message = account.findings("backup-overlapping-rules").first?.message
        #expect(message?.contains("the copies of d to other regions may silently not run") == true)
    }
}
