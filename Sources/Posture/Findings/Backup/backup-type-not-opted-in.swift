import AWSModel

/// A resource that a plan would select, were its type opted in (2.6).
struct BackupTypeNotOptedIn: FindingRule {
    static let id = "backup-type-not-opted-in"
    static let severity = Finding.Severity.high

    func findings(in account: AccountView) -> [Finding] {
        account.resources.compactMap { resource in
            guard resource.isJudged, let home = resource.region, let backup = account.backup(in: home) else {
                return nil
            }
            let coverage = account.coverage(of: resource)
            guard coverage.notOptedIn, coverage.plans.isEmpty, coverage.unread.isEmpty else { return nil }
            return finding(
                resource.arn,
                "A plan would take \(resource.name), but AWS Backup skips it: \(home) has not "
                    + "opted in to type \(resource.backupType).",
                [
                    Evidence(backup.settings, "\(resource.backupType) is not opted in"),
                    Evidence(backup.plans, "plans read"),
                ],
                fix: "aws backup update-region-settings --region \(home) "
                    + "--resource-type-opt-in-preference '{\"\(resource.backupType)\":true}'")
        }
    }
}
