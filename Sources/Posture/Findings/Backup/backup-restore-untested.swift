import AWSModel

/// A resource with a copy in another region that nothing like it was ever restored from there (2.17).
struct BackupRestoreUntested: FindingRule {
    static let id = "backup-restore-untested"
    static let severity = Finding.Severity.low

    func findings(in account: AccountView) -> [Finding] {
        account.resources.compactMap { resource in
            guard resource.isJudged, let home = resource.region else { return nil }
            let regions = Set(
                account.vaults.copies(of: resource.arn).filter { $0.newest.value?.isUsable == true }
                    .map { account.vaults.places[$0.place].region }
            ).subtracting([home]).sorted()
            guard !regions.isEmpty else { return nil }
            var evidence: [Evidence] = []
            for region in regions {
                guard let backup = account.backup(in: region), backup.restores.isRead,
                    backup.restoreTestingPlans.isRead,
                    backup.restoreTestingPlans.value?.isEmpty ?? true,
                    !account.restores.isTested(resource, in: region)
                else { return nil }
                evidence.append(Evidence(backup.restores, "no completed restore of \(resource.backupType) in 90 days"))
                evidence.append(Evidence(backup.restoreTestingPlans, "no restore testing plan"))
            }
            let listed = regions.map(\.name).joined(separator: ", ")
            return finding(
                resource.arn,
                "The copy of \(resource.name) in \(listed) is untested: nothing like it was restored there in 90 days.",
                evidence,
                fix: "Restore it once in \(listed), or let a restore testing plan there do it each quarter.")
        }
    }
}
