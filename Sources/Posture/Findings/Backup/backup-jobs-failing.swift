import AWSModel
import Foundation

/// Backups of a resource that fail, expire or complete with issues (2.8, 2.14).
struct BackupJobsFailing: FindingRule {
    static let id = "backup-jobs-failing"
    static let severity = Finding.Severity.high

    func findings(in account: AccountView) -> [Finding] {
        account.inventory.backup.flatMap { backup -> [Finding] in
            let troubled = (backup.troubledJobs.value ?? []).filter { $0.isTroubled && $0.resourceARN != nil }
            return Dictionary(grouping: troubled) { $0.resourceARN ?? "" }.sorted { $0.key < $1.key }.compactMap {
                arn, jobs in
                guard let last = jobs.max(by: { ($0.createdAt ?? .distantPast) < ($1.createdAt ?? .distantPast) }),
                    !hasRecovered(arn, last, in: backup.region, account)
                else { return nil }
                let message = last.statusMessage.map { ": \($0)" } ?? ""
                let name = last.resourceName ?? ResourceClassification(arn: arn, backupType: last.resourceType).name
                return finding(
                    arn,
                    "\(jobs.count.counted("backup job")) of \(name) did not end well; the newest is "
                        + "\(last.outcomeWords)\(message)",
                    [Evidence(backup.troubledJobs, "backup job \(last.id) \(last.outcomeWords)")],
                    fix:
                        "Mend what the message names, then back up again: aws backup start-backup-job --region "
                        + "\(backup.region) --resource-arn ARN --backup-vault-name VAULT --iam-role-arn ROLE")
            }
        }
    }

    /// A recovery point made after the job ended.
    private func hasRecovered(_ arn: String, _ job: BackupJob, in region: Region, _ account: AccountView) -> Bool {
        guard let ended = job.completedAt ?? job.createdAt else { return false }
        return account.vaults.copies(of: arn).contains { copy in
            account.vaults.places[copy.place].region == region && copy.newest.value?.isUsable == true
                && (copy.newest.value?.createdAt ?? .distantPast) > ended.addingTimeInterval(60)
        }
    }
}
