import AWSModel

/// What a resource lacks of recovery points, and of copies of them in another region that suffice.
struct BackupAdvice {
    let resource: AccountResource
    let home: Region
    let account: AccountView
    /// Whether a recovery point can be restored from; nil where that is not known.
    let hasBackup: Bool?
    /// In other regions.
    let copies: [RecoveryPath]

    var coverage: BackupCoverage { account.coverage(of: resource) }
    /// Those that select it.
    var rules: [PlannedRule] {
        let all = account.plans(in: home)?.rules ?? []
        return coverage.rules.map { all[$0] }
    }
    /// The one that is given another copy action; nil where none selects the resource.
    var copyingRule: PlannedRule? { rules.first { $0.fault(in: account) == nil } ?? rules.first }
    var role: String { coverage.roles.first { !$0.isEmpty } ?? "ROLE_ARN" }

    var steps: [Advice] {
        guard !coverage.plans.isEmpty else { return uncovered }
        var steps: [Advice] = []
        if hasBackup == false { steps += PlanFaultAdvice(self).steps + [start] }
        if !copies.contains(where: \.suffices) { steps += CopyAdvice(self).steps }
        var seen: Set<String> = []
        return steps.filter { seen.insert($0.commandLine ?? $0.text).inserted }
    }

    // MARK: No plan selects it

    private var uncovered: [Advice] {
        if coverage.notOptedIn { return [optIn] }
        if let gap = coverage.unread.first {
            return hasBackup == true
                ? [] : [Advice("against deletion: whether a plan selects it is not known: \(gap.text)")]
        }
        guard let place = SelectionPlace(for: self) else { return [plan, selection(in: "PLAN_ID", role: "ROLE_ARN")] }
        return [selection(in: place.plan.id, role: place.role, called: place.plan.name)]
    }

    private func selection(in plan: String, role: String, called name: String? = nil) -> Advice {
        // No longer than AWS Backup takes.
        let selection = String(resource.name.terraformName.prefix(50))
        let json = JSONText.object([
            ("SelectionName", .text(selection)), ("IamRoleArn", .text(role)), ("Resources", .texts([resource.arn])),
        ])
        let which = name.map { ", here \($0)" } ?? ""
        return Advice(
            "against deletion: a backup plan that selects it, with a retention\(which)",
            call: "backup:CreateBackupSelection",
            [
                "backup", "create-backup-selection", "--region", home.name, "--backup-plan-id", plan,
                "--backup-selection", json.line,
            ],
            TerraformBlock(resource: "aws_backup_selection", resource.terraformLabel).set("name", selection).set(
                "plan_id", plan
            )
            .set("iam_role_arn", role).set("resources", [resource.arn]))
    }

    /// Where the region has none that would do.
    private var plan: Advice {
        let json = JSONText.object([
            ("BackupPlanName", .text("daily")),
            (
                "Rules",
                .list([
                    .object([
                        ("RuleName", .text("daily")), ("TargetBackupVaultName", .text("Default")),
                        ("Lifecycle", .object([("DeleteAfterDays", .number(35))])),
                    ])
                ])
            ),
        ])
        return Advice(
            "against deletion: a backup plan in \(home), which has none that would do", call: "backup:CreateBackupPlan",
            ["backup", "create-backup-plan", "--region", home.name, "--backup-plan", json.line],
            TerraformBlock(resource: "aws_backup_plan", "daily_\(home)").set("name", "daily")
                .with(
                    TerraformBlock("rule").set("rule_name", "daily").set("target_vault_name", "Default")
                        .with(TerraformBlock("lifecycle").set("delete_after", to: "35"))))
    }

    private var optIn: Advice {
        let json = JSONText.object([(resource.backupType, .truth(true))]).line
        return Advice(
            "against deletion: opt in to type \(resource.backupType) in \(home), for its plan skips it",
            call: "backup:UpdateRegionSettings",
            [
                "backup", "update-region-settings", "--region", home.name, "--resource-type-opt-in-preference", json,
            ],
            regionSettings(optIn: [resource.backupType: true]))
    }

    /// The account's own with some changed: Terraform asks for the opt-in of every type, and sets what it is told.
    func regionSettings(optIn: [String: Bool] = [:], management: [String: Bool] = [:]) -> TerraformBlock {
        let own = account.settings(in: home)?.value
        let block = TerraformBlock(resource: "aws_backup_region_settings", home.name)
            .set("resource_type_opt_in_preference", own?.optIn ?? [:], with: optIn)
        return management.isEmpty
            ? block : block.set("resource_type_management_preference", own?.management ?? [:], with: management)
    }

    // MARK: A plan selects it

    /// At once, where the next run is hours away.
    private var start: Advice {
        let first = rules.first
        var rule = first?.rule ?? BackupRule(name: "", targetVault: "VAULT")
        first?.fault(in: account)?.mend(&rule)
        let kept = rule.lifecycle?.deletionDays.map { ["--lifecycle", "DeleteAfterDays=\($0)"] } ?? []
        return Advice(
            "against deletion: a first backup now, and not at the plan's next run", call: "backup:StartBackupJob",
            [
                "backup", "start-backup-job", "--region", home.name, "--backup-vault-name", rule.targetVault,
                "--resource-arn", resource.arn, "--iam-role-arn", role,
            ] + kept)
    }
}

/// A plan of a resource's region that would do for it, and a role that it selects with.
struct SelectionPlace {
    let plan: PlanContents
    let role: String

    /// One that copies to another region before one that does not, then the one that most is selected by; nil where none
    /// makes recovery points.
    init?(for advice: BackupAdvice) {
        let (account, home) = (advice.account, advice.home)
        guard let plans = account.plans(in: home) else { return nil }
        let working = plans.rules.filter { $0.gap != nil && $0.idleness == nil && $0.fault(in: account) == nil }
        var held: [String: Int] = [:]
        for resource in account.resources where resource.region == home {
            for index in account.coverage(of: resource).plans { held[plans.plans[index].id, default: 0] += 1 }
        }
        let best = working.min {
            ($0.copies.isEmpty ? 1 : 0, -(held[$0.plan.id] ?? 0), $0.plan.name)
                < ($1.copies.isEmpty ? 1 : 0, -(held[$1.plan.id] ?? 0), $1.plan.name)
        }
        guard let plan = best?.plan else { return nil }
        self.plan = plan
        let roles = (plan.selections.value ?? []).compactMap(\.selection.value?.roleARN)
        role =
            roles.first { arn in
                guard let reading = account.inventory.roles[arn] else { return advice.resource.bucket == nil }
                return !reading.role.isAbsent
                    && (advice.resource.bucket == nil || BackupRoleJudgement(reading).fault == nil)
            } ?? "ROLE_ARN"
    }
}
