import AWSModel

/// A plan without selections: it protects nothing (2.1).
struct BackupPlanWithoutSelection: FindingRule {
    static let id = "backup-plan-without-selection"
    static let severity = Finding.Severity.medium

    func findings(in account: AccountView) -> [Finding] {
        account.planRegions.flatMap { region in
            region.plans.compactMap { plan -> Finding? in
                guard plan.selections.isRead, plan.selections.value?.isEmpty ?? true else { return nil }
                return finding(
                    account.arn(of: plan, in: region.region),
                    "Backup plan \(plan.name) in \(region.region) has no selection and protects nothing.",
                    [Evidence(plan.selections, "no selections")],
                    fix:
                        "Give it a selection: lifeboat show RESOURCE, of a resource that no plan selects, prints the call, as for plan "
                        + "\(plan.id) of \(region.region)")
            }
        }
    }
}
