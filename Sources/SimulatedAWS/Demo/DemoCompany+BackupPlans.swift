import AWSModel
import Foundation

/// The chapter of backup plans: what is backed up when, what is copied where, and what nobody noticed.
extension DemoCompany {
    mutating func protect() {
        account.advance(to: ago(Self.plansSince))
        addVaults()
        addHomePlans()
        addForgottenPlans()
        addEuropeanPlans()
        addSydneyPlan()
        addRestoreTests()
    }

    private mutating func addHomePlans() {
        var daily = rule("daily", "cron(0 5 ? * * *)", vault: "primary", days: 35)
        daily.scheduleTimezone = "America/New_York"
        daily.copyActions = [copy(to: "recovery", in: Self.recovery, days: 90)]
        add(
            "webshop-daily", [daily],
            selecting: [
                selection(
                    "databases",
                    [
                        Self.orders, Self.sessions, Self.shopDatabase, Self.catalogue, Self.cmsFiles, Self.encoder,
                    ].map { arn($0) }),
                tagged("daily", "backup", "daily"),
            ], in: Self.home)

        // On the first of the month both start at two: the longer retention wins, and its backup is not copied (2.4).
        var nightly = rule("nightly", "cron(0 2 ? * * *)", vault: "primary", days: 14)
        nightly.copyActions = [copy(to: "recovery-air-gapped", in: Self.recovery, days: 30)]
        let monthly = rule("monthly", "cron(0 2 1 * ? *)", vault: "primary", days: 365)
        add(
            "media-renditions", [nightly, monthly],
            selecting: [selection("renditions", [bucket("media-renditions")])], in: Self.home)

        var exports = rule("weekly", "cron(0 6 ? * SUN *)", vault: "primary", days: 60)
        exports.copyActions = [copy(to: "recovery", in: Self.recovery, days: 60)]
        add(
            "cms-exports-weekly", [exports],
            selecting: [selection("exports", [bucket("cms-exports")], role: "AWSBackupDefaultServiceRole")],
            in: Self.home)
    }

    private mutating func addForgottenPlans() {
        // The vault's lock asks for thirty days at least.
        add(
            "ledger-weekly", [rule("weekly", "cron(30 3 ? * MON *)", vault: "compliance", days: 7)],
            selecting: [selection("ledger", [arn(Self.ledger)])], in: Self.home)
        // Its last run was meant to be its only one.
        let year = Calendar(identifier: .gregorian).component(.year, from: now) - 1
        add(
            "year-end", [rule("year-end", "cron(0 22 31 12 ? \(year))", vault: "primary", days: 3650)],
            selecting: [selection("lake", [bucket("data-lake-raw")])], in: Self.home)
        // AWS refuses such a lifecycle today; a plan that is older than the check may have it (2.2).
        var archive = rule("to-archive", "cron(0 4 ? * SAT *)", vault: "primary", days: 60)
        archive.lifecycle?.moveToColdStorageAfterDays = 30
        add("audit-archive", [archive], selecting: [selection("audit", [arn(Self.auditLog)])], in: Self.home)

        add("recovery-baseline", [rule("daily", "cron(0 7 ? * * *)", vault: "recovery", days: 35)], in: Self.recovery)
    }

    private mutating func addEuropeanPlans() {
        var settings = BackupRegionSettings.simulatedDefault
        settings.management["DynamoDB"] = false
        account.backup.setRegionSettings(settings, in: Self.europe)

        var halfDaily = rule("every-12-hours", "cron(0 0/12 ? * * *)", vault: "europe", days: 30)
        halfDaily.copyActions = [copy(to: "from-europe", in: Self.home, days: 30)]
        add("shop-eu", [halfDaily], selecting: [selection("everything", ["*"])], in: Self.europe)

        var continuous = rule("continuous", "cron(0 3 ? * * *)", vault: "europe", days: 14)
        continuous.enableContinuousBackup = true
        add(
            "shop-eu-continuous", [continuous],
            selecting: [selection("exports", [bucket("shop-eu-exports")])], in: Self.europe)
    }

    private mutating func addSydneyPlan() {
        var settings = BackupRegionSettings.simulatedDefault
        settings.optIn["S3"] = false
        account.backup.setRegionSettings(settings, in: Self.sydney)
        var daily = rule("daily", "cron(0 1 ? * * *)", vault: "Default", days: 14)
        daily.scheduleTimezone = "Australia/Sydney"
        add(
            "film-library", [daily],
            selecting: [
                selection("database", [arn(Self.libraryDatabase), arn(Self.libraryVolume)]),
                tagged("daily", "backup", "daily"),
            ], in: Self.sydney)
    }

    /// The copies in the recovery region are restored every week, so that nobody has to hope.
    private mutating func addRestoreTests() {
        let document = BackupJSON.object([
            "RestoreTestingPlanName": .text("weekly_recovery"), "ScheduleExpression": .text("cron(0 12 ? * TUE *)"),
            "ScheduleExpressionTimezone": .text("Etc/UTC"), "StartWindowHours": .integer(24),
            "RecoveryPointSelection": .object([
                "Algorithm": .text("LATEST_WITHIN_WINDOW"),
                "IncludeVaults": .texts([vault("recovery", in: Self.recovery)]),
                "RecoveryPointTypes": .texts(["SNAPSHOT"]), "SelectionWindowDays": .integer(7),
            ]),
        ])
        var plan = SimulatedRestoreTestingPlan(
            name: "weekly_recovery",
            arn: arn("backup", Self.recovery, "restore-testing-plan:weekly_recovery-\(account.backup.makeID())"),
            document: document, createdAt: account.now)
        for (name, resources) in [
            ("DynamoDB", [arn(Self.orders)]), ("S3", [bucket("terraform-state")]),
        ] {
            plan.selections[name] = SimulatedRestoreTestingSelection(
                name: name,
                document: .object([
                    "RestoreTestingSelectionName": .text(name), "ProtectedResourceType": .text(name),
                    "ProtectedResourceArns": .texts(resources), "IamRoleArn": .text(role("northlight-backup")),
                ]), createdAt: account.now)
        }
        account.backup.regions[Self.recovery]?.testingPlans[plan.name] = plan
    }
}

/// The words in which the plans are written.
extension DemoCompany {
    private func rule(_ name: String, _ schedule: String, vault: String, days: Int) -> BackupRule {
        BackupRule(
            name: name, targetVault: vault, scheduleExpression: schedule, startWindowMinutes: 60,
            completionWindowMinutes: 360, lifecycle: RecoveryPointLifecycle(deleteAfterDays: days))
    }

    private func copy(to vault: String, in region: Region, days: Int) -> CopyAction {
        CopyAction(
            destinationVaultARN: self.vault(vault, in: region),
            lifecycle: RecoveryPointLifecycle(deleteAfterDays: days))
    }

    private func selection(
        _ name: String, _ resources: [String], role: String = "northlight-backup"
    ) -> BackupSelection {
        BackupSelection(name: name, roleARN: self.role(role), resources: resources)
    }

    private func tagged(_ name: String, _ key: String, _ value: String) -> BackupSelection {
        BackupSelection(
            name: name, roleARN: role("northlight-backup"),
            listOfTags: [TagCondition(type: "STRINGEQUALS", key: key, value: value)])
    }

    private mutating func add(
        _ name: String, _ rules: [BackupRule], selecting selections: [BackupSelection] = [], in region: Region
    ) {
        account.backup.add(
            BackupPlan(name: name, rules: rules), selections: selections, in: region, createdAt: account.now,
            tags: ["environment": "production"])
    }
}
