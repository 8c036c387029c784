import AWSModel

/// A vault lock where no vault holds a resource's backups against an administrator of the account (2.9).
struct VaultLockAdvice {
    let resource: AccountResource
    let account: AccountView

    var step: Advice? {
        let places = account.vaults.copies(of: resource.arn).filter { $0.newest.value?.isUsable == true }
            .map { account.vaults.places[$0.place] }
        let holds = places.map { account.vaultHolds($0, against: .maliciousAdmin) }
        guard !holds.contains(where: { if case .held = $0 { true } else { false } }) else { return nil }
        // A lock in its grace time becomes final by itself.
        guard !places.contains(where: { $0.vault.locked == true && $0.vault.lockDate != nil }) else { return nil }
        return places.first.map(lock)
    }

    private static let graceDays = 3

    private func lock(_ place: VaultIndex.Place) -> Advice {
        let least = leastRetention(in: place)
        let days = least.map { ["--min-retention-days", $0] } ?? []
        let isGoverned = place.vault.locked == true
        let text =
            isGoverned
            ? "the lock of vault \(place.vault.name) in compliance mode, for an administrator can lift it as it is"
            : "a vault lock in compliance mode, or a copy in another account"
        return Advice(
            "against a malicious administrator: \(text); \(Self.graceDays) days after that nobody can lift or loosen it, and "
                + (least.map { "jobs that keep less than \($0) days fail" } ?? "its rules keep for ever"),
            call: "backup:PutBackupVaultLockConfiguration",
            [
                "backup", "put-backup-vault-lock-configuration", "--region", place.region.name, "--backup-vault-name",
                place.vault.name,
            ] + days + ["--changeable-for-days", "\(Self.graceDays)"],
            TerraformBlock(resource: "aws_backup_vault_lock_configuration", "\(place.vault.name)_\(place.region)")
                .set("backup_vault_name", place.vault.name).set("min_retention_days", to: least)
                .set("changeable_for_days", to: "\(Self.graceDays)"))
    }

    /// The shortest that a rule keeps there what it puts there, so that no job fails; nil where all keep for ever.
    private func leastRetention(in place: VaultIndex.Place) -> String? {
        let regions = account.planRegions
        let filling = regions.flatMap(\.rules).filter { $0.renews(place) }
        guard !filling.isEmpty, regions.allSatisfy(\.isWhole) else { return "MIN_DAYS" }
        let days = filling.compactMap { rule -> Int? in
            guard case .lasting(let span) = rule.retention(in: place.vault.arn.text) else { return nil }
            return Int(span.components.seconds / 86_400)
        }
        return days.min().map { "\($0)" }
    }
}
