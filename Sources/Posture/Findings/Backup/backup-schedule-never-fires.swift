import AWSModel

/// A rule whose schedule has no run left (4.5).
struct BackupScheduleNeverFires: FindingRule {
    static let id = "backup-schedule-never-fires"
    static let severity = Finding.Severity.high

    func findings(in account: AccountView) -> [Finding] {
        account.planRegions.flatMap { region in
            region.rules.compactMap { rule -> Finding? in
                guard rule.period == .never else { return nil }
                return finding(
                    account.arn(of: rule.plan, in: region.region),
                    "Rule \(rule.rule.name) of backup plan \(rule.plan.name) in \(region.region) never runs again: "
                        + "\(rule.rule.effectiveSchedule).",
                    [Evidence(rule.plan.plan, "schedule \(rule.rule.effectiveSchedule)")],
                    fix: "Give the rule a schedule that has runs left.")
            }
        }
    }
}
