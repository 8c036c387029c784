import AWSModel

/// A restore that is tested each quarter, by AWS Backup where it has something to restore (2.17).
struct RestoreTestAdvice {
    let resource: AccountResource
    let account: AccountView

    private let aim = "to know and not to hope"

    var steps: [Advice] {
        guard let region = place?.region else {
            return [
                Advice(
                    "\(aim): a drill each quarter, which makes what it proves: lifeboat restore \(resource.arn), and answer "
                        + "that nothing has happened and this is a drill")
            ]
        }
        let plans = account.backup(in: region)?.restoreTestingPlans
        if let plan = plans?.value?.first { return [selection(in: plan.name, region, isNew: false)] }
        return [plan(in: region), selection(in: "quarterly", region, isNew: true)]
    }

    /// Where a recovery point lies: one in another region, for a test at home says nothing of that one's networks and keys.
    private var place: VaultIndex.Place? {
        let places = account.vaults.copies(of: resource.arn).filter { $0.newest.value?.isUsable == true }
            .map { account.vaults.places[$0.place] }
        return places.first { $0.region != resource.region } ?? places.first
    }

    private func plan(in region: Region) -> Advice {
        let schedule = "cron(0 6 1 1,4,7,10 ? *)"
        let points = JSONText.object([
            ("Algorithm", .text("LATEST_WITHIN_WINDOW")), ("IncludeVaults", .texts(["*"])),
            ("RecoveryPointTypes", .texts(["SNAPSHOT", "CONTINUOUS"])),
        ])
        let json = JSONText.object([
            ("RestoreTestingPlanName", .text("quarterly")), ("ScheduleExpression", .text(schedule)),
            ("RecoveryPointSelection", points),
        ])
        return Advice(
            "\(aim): a restore tested each quarter in \(region), by a plan that selects it",
            call: "backup:CreateRestoreTestingPlan",
            [
                "backup", "create-restore-testing-plan", "--region", region.name, "--restore-testing-plan", json.line,
            ],
            TerraformBlock(resource: "aws_backup_restore_testing_plan", "quarterly_\(region)").set("name", "quarterly")
                .set("schedule_expression", schedule)
                .with(
                    TerraformBlock("recovery_point_selection").set("algorithm", "LATEST_WITHIN_WINDOW")
                        .set("include_vaults", ["*"]).set("recovery_point_types", ["SNAPSHOT", "CONTINUOUS"])))
    }

    private func selection(in plan: String, _ region: Region, isNew: Bool) -> Advice {
        let name = String(resource.name.terraformName.prefix(50))
        let json = JSONText.object([
            ("RestoreTestingSelectionName", .text(name)), ("ProtectedResourceType", .text(resource.backupType)),
            ("ProtectedResourceArns", .texts([resource.arn])), ("IamRoleArn", .text("ROLE_ARN")),
        ])
        let text =
            isNew
            ? "and its selection, without which nothing is restored"
            : "a place in restore testing plan \(plan) of \(region), unless its selections take it"
        return Advice(
            "\(aim): \(text)", call: "backup:CreateRestoreTestingSelection",
            [
                "backup", "create-restore-testing-selection", "--region", region.name, "--restore-testing-plan-name",
                plan, "--restore-testing-selection", json.line,
            ],
            TerraformBlock(resource: "aws_backup_restore_testing_selection", resource.terraformLabel).set("name", name)
                .set("restore_testing_plan_name", plan).set("protected_resource_type", resource.backupType)
                .set("protected_resource_arns", [resource.arn]).set("iam_role_arn", "ROLE_ARN"))
    }
}
