import AWSModel

/// A rule whose retention lies outside what a locked vault allows: its jobs fail and make no recovery points (2.9).
struct BackupRetentionOutsideLock: FindingRule {
    static let id = "backup-retention-outside-lock"
    static let severity = Finding.Severity.high

    func findings(in account: AccountView) -> [Finding] {
        account.planRegions.flatMap { region in
            region.rules.flatMap { rule -> [Finding] in
                var pairs: [(RecoveryPointLifecycle?, VaultIndex.Place?)] = [
                    (rule.rule.lifecycle, account.vaults.place(ofVaultNamed: rule.rule.targetVault, in: region.region))
                ]
                if let airGapped = rule.rule.targetAirGappedVaultARN {
                    pairs.append((rule.rule.lifecycle, account.vaults.place(ofVault: airGapped)))
                }
                pairs += (rule.rule.copyActions ?? []).map { copy in
                    // A copy without a lifecycle, or with -1, keeps its source's expiry.
                    let own = copy.lifecycle?.deletionDays == nil ? rule.rule.lifecycle : copy.lifecycle
                    return (own, account.vaults.place(ofVault: copy.destinationVaultARN))
                }
                return pairs.compactMap { lifecycle, place in
                    place.flatMap { outside(rule, lifecycle?.deletionDays, $0, region.region, account) }
                }
            }
        }
    }

    private func outside(
        _ rule: PlannedRule, _ days: Int?, _ place: VaultIndex.Place, _ region: Region, _ account: AccountView
    ) -> Finding? {
        let vault = place.vault
        guard let bound = vault.bound(refusing: days) else { return nil }
        return finding(
            account.arn(of: rule.plan, in: region),
            "Rule \(rule.rule.name) of backup plan \(rule.plan.name) keeps recovery points "
                + "\(days.map { "\($0) days" } ?? "for ever"), but the lock of vault \(vault.name) in "
                + "\(place.region) asks for \(bound): its jobs fail.",
            [
                Evidence(rule.plan.plan, "DeleteAfterDays \(days.map { "\($0)" } ?? "not set")"),
                place.listing.saying("vault \(vault.name) allows \(bound)"),
            ],
            fix: "Set the rule's DeleteAfterDays within the bounds of the vault's lock.")
    }
}
