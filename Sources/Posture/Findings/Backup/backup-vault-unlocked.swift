import AWSModel

/// A vault in use without a lock: whoever may administer it may delete its recovery points (2.9).
struct BackupVaultUnlocked: FindingRule {
    static let id = "backup-vault-unlocked"
    static let severity = Finding.Severity.low

    func findings(in account: AccountView) -> [Finding] {
        let targets = Set(
            account.planRegions.flatMap { region in
                region.rules.flatMap { rule in
                    let own = account.vaults.place(ofVaultNamed: rule.rule.targetVault, in: region.region)?.vault.arn
                        .text
                    return (rule.rule.copyActions ?? []).map(\.destinationVaultARN) + [own].compactMap { $0 }
                }
            })
        return account.vaults.places.compactMap { place in
            let vault = place.vault
            let isUsed = targets.contains(vault.arn.text) || (vault.recoveryPointCount ?? 0) > 0
            guard vault.locked == false, vault.type != .known(.airGapped), isUsed else { return nil }
            return finding(
                vault.arn.text, "Backup vault \(vault.name) in \(place.region) is not locked.",
                [place.listing.saying("vault \(vault.name): Locked is false")],
                fix: "aws backup put-backup-vault-lock-configuration --region \(place.region) "
                    + "--backup-vault-name \(vault.name) --min-retention-days N (add --changeable-for-days for "
                    + "compliance)"
            )
        }
    }
}
