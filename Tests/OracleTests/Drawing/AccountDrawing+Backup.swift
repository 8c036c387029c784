import AWSModel

extension AccountDrawing {
    mutating func vaults() -> [DrawnVault] {
        var vaults: [DrawnVault] = []
        for region in DrawnAccount.regions {
            for name in ["main", "second"] where dice.chance(name == "main" ? 85 : 20) {
                var vault = DrawnVault(name: name, region: region)
                if dice.chance(30) { vault.key = dice.pick("good", "good", "spare", "off") }
                if dice.chance(25) {
                    vault.lock = dice.pick(.governance, .grace, .compliance)
                    vault.minimumDays = dice.pick(nil, 1, 14)
                    vault.maximumDays = dice.pick(nil, nil, 30)
                }
                vaults.append(vault)
            }
        }
        return vaults
    }

    mutating func plan(for account: DrawnAccount) -> DrawnPlan {
        let region = dice.chance(90) ? dice.pick(account.homes) ?? "us-east-1" : region()
        var plan = DrawnPlan(region: region, rules: [], selections: [])
        for number in 0..<dice.pick(1, 1, 2) { plan.rules.append(rule(number, in: region)) }
        for number in 0..<dice.pick(1, 1, 1, 2) { plan.selections.append(selection(number, in: account, region)) }
        plan.from = dice.pick(0, 0, 0, 2)
        return plan
    }

    private mutating func rule(_ number: Int, in region: Region) -> BackupRule {
        let schedule = dice.pick(DrawnSchedule.all) ?? .daily
        let elsewhere = DrawnAccount.regions.filter { $0 != region }
        var copies: [CopyAction] = []
        for _ in 0..<dice.pick(0, 1, 1, 1, 2) {
            let target = dice.chance(88) ? dice.pick(elsewhere) ?? region : region
            let vault = DrawnVault(name: dice.pick("main", "main", "main", "second", "gone"), region: target)
            guard !copies.contains(where: { $0.destinationVaultARN == vault.arn }) else { continue }
            let days: Int? = dice.pick(nil, nil, 1, 7, 30)
            copies.append(
                CopyAction(
                    destinationVaultARN: vault.arn, lifecycle: days.map { RecoveryPointLifecycle(deleteAfterDays: $0) })
            )
        }
        let days: Int? = dice.pick(nil, 1, 2, 7, 35, 35)
        return BackupRule(
            name: "rule\(number)", targetVault: dice.pick("main", "main", "main", "main", "second"),
            scheduleExpression: schedule.expression, startWindowMinutes: dice.pick(nil, 60, 60),
            completionWindowMinutes: dice.pick(nil, nil, 180),
            lifecycle: days.map { RecoveryPointLifecycle(deleteAfterDays: $0) },
            ruleID: "rule\(number)", copyActions: copies.isEmpty ? nil : copies,
            enableContinuousBackup: dice.chance(20) ? true : nil)
    }

    private mutating func selection(_ number: Int, in account: DrawnAccount, _ region: Region) -> BackupSelection {
        let arns = account.arns
        var selection = BackupSelection(name: "selection\(number)", roleARN: role())
        switch dice.number(0...7) {
        case 0, 1: selection.resources = [dice.pick(arns) ?? "*"]
        case 2: selection.resources = Array(arns.shuffled(using: &dice).prefix(3))
        case 3: selection.resources = ["arn:aws:s3:::*"]
        case 4, 5: selection.resources = ["*"]
        case 6: selection.listOfTags = [TagCondition(type: "STRINGEQUALS", key: "tier", value: "gold")]
        default: selection.resources = ["arn:aws:s3:::b*", "arn:aws:ec2:*:*:volume/*"]
        }
        if dice.chance(15) { selection.notResources = [dice.pick(arns) ?? ""] }
        if dice.chance(15) {
            let gold = [SelectionCondition(key: "aws:ResourceTag/tier", value: "gold")]
            let like = [SelectionCondition(key: "aws:ResourceTag/tier", value: "g*")]
            selection.conditions = dice.pick(
                SelectionConditions(stringEquals: gold), SelectionConditions(stringNotEquals: gold),
                SelectionConditions(stringLike: like), SelectionConditions(stringNotLike: like))
        }
        return selection
    }

    private mutating func role() -> String {
        let name = dice.pick("backup", "backup", "backup", "backup", "backup", "backup", "backup-no-s3", "nobody")
        return "arn:aws:iam::\(DrawnAccount.id):role/\(name)"
    }
}

/// A schedule and the longest time that passes between two of its runs.
struct DrawnSchedule: Sendable {
    var expression: String?
    /// Nil for one that never runs again.
    var gapHours: Int?

    static let daily = DrawnSchedule(expression: nil, gapHours: 24)
    static let all = [
        daily, daily, DrawnSchedule(expression: "cron(0 5 ? * * *)", gapHours: 24),
        DrawnSchedule(expression: "cron(0 0/12 * * ? *)", gapHours: 12),
        DrawnSchedule(expression: "cron(30 0/3 * * ? *)", gapHours: 3),
        DrawnSchedule(expression: "cron(0 2 ? * MON-FRI *)", gapHours: 72),
        DrawnSchedule(expression: "cron(0 3 ? * SAT *)", gapHours: 168),
        DrawnSchedule(expression: "cron(0 5 ? * * 2024)", gapHours: nil),
    ]

    static func gapHours(of rule: BackupRule) -> Int? {
        all.first { $0.expression == rule.scheduleExpression }?.gapHours
    }
}
