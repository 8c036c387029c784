import AWSModel

/// A lifecycle that AWS Backup refuses or that cannot hold (2.2, 2.3).
struct BackupLifecycleInvalid: FindingRule {
    static let id = "backup-lifecycle-invalid"
    static let severity = Finding.Severity.medium

    func findings(in account: AccountView) -> [Finding] {
        account.planRegions.flatMap { region in
            region.rules.compactMap { rule -> Finding? in
                guard let fault = fault(of: rule.rule) else { return nil }
                return finding(
                    account.arn(of: rule.plan, in: region.region),
                    "Rule \(rule.rule.name) of backup plan \(rule.plan.name) in \(region.region): \(fault).",
                    [Evidence(rule.plan.plan, fault)],
                    fix:
                        "Keep recovery points at least 90 days longer than their move to cold storage, and "
                        + "continuous ones 1 to 35 days without cold storage.")
            }
        }
    }

    private func fault(of rule: BackupRule) -> String? {
        if let fault = fault(of: rule.lifecycle) { return fault }
        for copy in rule.copyActions ?? [] {
            if let fault = fault(of: copy.lifecycle) { return "its copy to \(copy.destinationVaultARN): \(fault)" }
        }
        guard rule.enableContinuousBackup == true else { return nil }
        if rule.lifecycle?.moveToColdStorageAfterDays.map({ $0 >= 0 }) == true {
            return "continuous backups cannot move to cold storage"
        }
        guard let days = rule.lifecycle?.deletionDays, (1...35).contains(days) else {
            return
                "continuous backups are kept 1 to 35 days, not "
                + "\(rule.lifecycle?.deletionDays.map { "\($0)" } ?? "for ever")"
        }
        return nil
    }

    private func fault(of lifecycle: RecoveryPointLifecycle?) -> String? {
        guard let cold = lifecycle?.moveToColdStorageAfterDays, cold >= 0, let days = lifecycle?.deletionDays,
            cold > days - 90
        else { return nil }
        return "it deletes after \(days) days, less than 90 days after the move to cold storage on day \(cold)"
    }
}
