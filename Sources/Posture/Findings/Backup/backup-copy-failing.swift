import AWSModel
import Foundation

/// Copies of a resource that failed or are partial, with no newer copy since (2.14).
struct BackupCopyFailing: FindingRule {
    static let id = "backup-copy-failing"
    static let severity = Finding.Severity.high

    func findings(in account: AccountView) -> [Finding] {
        var newest: [Key: (job: CopyJob, evidence: Evidence)] = [:]
        for backup in account.inventory.backup {
            for job in backup.troubledCopies.value ?? [] {
                guard let resource = job.resourceARN, job.state == .known(.failed) || job.state == .known(.partial)
                else {
                    continue
                }
                let key = Key(resource: resource, vault: job.destinationVaultARN ?? "")
                if let other = newest[key]?.job.createdAt, other >= job.createdAt ?? .distantPast { continue }
                newest[key] = (job, Evidence(backup.troubledCopies, "copy job \(job.id) \(job.state?.wire ?? "")"))
            }
        }
        return newest.sorted { $0.key < $1.key }.compactMap { key, last in
            guard !hasRecovered(key, last.job, account) else { return nil }
            let vault = key.vault.split(separator: ":").last.map(String.init) ?? "another vault"
            let message = last.job.statusMessage.map { ": \($0)" } ?? ""
            return finding(
                key.resource,
                "A copy job of \(last.job.resourceName ?? ResourceClassification(arn: key.resource).name) to \(vault) is "
                    + "\(last.job.state?.wire ?? "FAILED")\(message)",
                [last.evidence],
                fix:
                    "Mend what the message names (vault policy, key, quota), then copy again: aws backup "
                    + "start-copy-job."
            )
        }
    }

    private struct Key: Hashable, Comparable {
        let resource, vault: String
        static func < (a: Key, b: Key) -> Bool { (a.resource, a.vault) < (b.resource, b.vault) }
    }

    /// A copy that arrived in the same vault after the failed job: by when it was completed, for it keeps its source's
    /// creation date (2.2).
    private func hasRecovered(_ key: Key, _ job: CopyJob, _ account: AccountView) -> Bool {
        guard let failed = job.completedAt ?? job.createdAt else { return false }
        return account.vaults.copies(of: key.resource).contains { copy in
            account.vaults.places[copy.place].vault.arn.text == key.vault && copy.newest.value?.isUsable == true
                && (copy.newest.value?.completedAt ?? copy.newest.value?.createdAt ?? .distantPast) > failed
        }
    }
}
