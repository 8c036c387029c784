import AWSModel
import Foundation

/// A vault whose compliance lock can still be removed (2.9).
struct BackupVaultLockInGrace: FindingRule {
    static let id = "backup-vault-lock-in-grace"
    static let severity = Finding.Severity.info

    func findings(in account: AccountView) -> [Finding] {
        account.vaults.places.compactMap { place in
            let vault = place.vault
            guard vault.locked == true, let date = vault.lockDate, date > account.now else { return nil }
            let day = date.formatted(.iso8601)
            return finding(
                vault.arn.text,
                "The lock of backup vault \(vault.name) in \(place.region) can be removed until \(day).",
                [place.listing.saying("vault \(vault.name): LockDate \(day)")],
                fix: "Nothing, if the lock is meant to stay: it becomes immutable on \(day).")
        }
    }
}
