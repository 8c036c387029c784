import AWSModel
import Foundation

extension DemoStory {
    mutating func planBackups() {
        planVirginia()
        planFrankfurt()
        planSydney()
    }

    private mutating func planVirginia() {
        let far = CopyAction(destinationVaultARN: Self.vaultARN("disaster", Self.oregon))
        add("gold", [daily(copies: [far])], for: [Self.orders, Self.catalog, Self.carts], in: Self.virginia)
        var continuous = daily(name: "continuous", copies: [far])
        continuous.enableContinuousBackup = true
        add("media", [continuous], buckets: ["larkspur-media-masters"], in: Self.virginia)
        add("uploads", [daily(copies: [far])], buckets: ["larkspur-customer-uploads"], in: Self.virginia)
        add("silver", [daily()], for: [Self.erp, Self.renderFarm], in: Self.virginia)
        add("homes", [daily(copies: [far])], for: [Self.homes], in: Self.virginia)
        add(
            "finance", [daily(copies: [CopyAction(destinationVaultARN: Self.vaultARN("finance", Self.oregon))])],
            for: [Self.billing], in: Self.virginia)
        // On the first of the month the longer retention wins, and nothing is copied.
        let monthly = rule("monthly", "primary", "cron(0 5 1 * ? *)", keep: 365)
        add("daily-and-monthly", [daily(copies: [far]), monthly], for: [Self.ledger], in: Self.virginia)
        add("legacy-weekly", [rule("weekly", "primary", "cron(0 3 ? * SUN *)", keep: 90)], in: Self.virginia)
    }

    private mutating func planFrankfurt() {
        let offsite = CopyAction(destinationVaultARN: Self.vaultARN("europe-offsite", Self.sydney))
        account.backup.failingCopies[Self.studio.arn] =
            "Access Denied trying to call AWS Backup service: the key of the destination vault does not trust the role."
        add("studio", [daily(vault: "europe", copies: [offsite])], for: [Self.studio], in: Self.frankfurt)
        var continuous = daily(name: "continuous", vault: "europe")
        continuous.enableContinuousBackup = true
        add("analytics", [continuous], buckets: ["larkspur-eu-analytics"], in: Self.frankfurt)
        add(
            "databases", [daily(vault: "europe", copies: [offsite])], resources: ["arn:aws:rds:*"], in: Self.frankfurt)
        // Written for one year's end; that year is over. Its lifecycle was never accepted by a newer AWS Backup.
        var yearEnd = rule("year-end", "europe", "cron(0 3 31 12 ? 2024)", keep: 60)
        yearEnd.lifecycle?.moveToColdStorageAfterDays = 30
        add("year-end", [yearEnd], for: [Self.studio], in: Self.frankfurt)
    }

    private mutating func planSydney() {
        let far = CopyAction(destinationVaultARN: Self.vaultARN("disaster", Self.oregon))
        add("loyalty", [daily(vault: "australia", copies: [far])], for: [Self.loyalty], in: Self.sydney)
        add(
            "stores", [daily(vault: "australia")], buckets: ["larkspur-au-stores"], role: "backup-default",
            in: Self.sydney)
        add(
            "tills", [rule("daily", "australia-locked", "cron(0 15 ? * * *)", keep: 14)], for: [Self.pointOfSale],
            in: Self.sydney)
    }

    private func daily(name: String = "daily", vault: String = "primary", copies: [CopyAction] = []) -> BackupRule {
        rule(name, vault, "cron(0 5 ? * * *)", keep: 35, copies: copies)
    }

    private func rule(
        _ name: String, _ vault: String, _ schedule: String, keep days: Int, copies: [CopyAction] = []
    ) -> BackupRule {
        BackupRule(
            name: name, targetVault: vault, scheduleExpression: schedule, scheduleTimezone: "Etc/UTC",
            startWindowMinutes: 60, completionWindowMinutes: 480,
            lifecycle: RecoveryPointLifecycle(deleteAfterDays: days), copyActions: copies)
    }

    private mutating func add(
        _ name: String, _ rules: [BackupRule], for resources: [DemoResource] = [], buckets: [String] = [],
        resources patterns: [String] = [], role roleName: String = "backup", in region: Region
    ) {
        let arns = resources.map(\.arn) + buckets.map { "arn:aws:s3:::\($0)" } + patterns
        let selections = arns.isEmpty ? [] : [BackupSelection(name: name, roleARN: role(roleName), resources: arns)]
        account.backup.add(
            BackupPlan(name: name, rules: rules), selections: selections, in: region, createdAt: account.now)
    }

    static func vaultARN(_ name: String, _ region: Region) -> String {
        "arn:aws:backup:\(region):123456789012:backup-vault:\(name)"
    }
}
