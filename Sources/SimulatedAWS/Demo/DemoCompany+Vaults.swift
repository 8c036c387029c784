import AWSModel
import Foundation

/// The chapter of vaults: where recovery points lie, and which of them even an administrator cannot delete.
extension DemoCompany {
    mutating func addVaults() {
        add("primary", in: Self.home, key: "backup")
        // Immutable for half a year (2.9).
        add(
            "compliance", in: Self.home, key: "backup",
            lock: SimulatedVaultLock(minRetentionDays: 30, maxRetentionDays: 3650, lockDate: ago(180)))
        add("from-europe", in: Self.home, key: "backup")
        // Locked last week; until the lock sets it can still be taken off.
        add(
            "recovery", in: Self.recovery, key: "backup-dr",
            lock: SimulatedVaultLock(minRetentionDays: 30, maxRetentionDays: 400, lockDate: ago(-21)))
        add(
            "recovery-air-gapped", in: Self.recovery, type: .airGapped,
            lock: SimulatedVaultLock(minRetentionDays: 7, maxRetentionDays: 400, lockDate: ago(200)))
        add("europe", in: Self.europe, key: "backup-europe")
        add("Default", in: Self.sydney)
    }

    private mutating func add(
        _ name: String, in region: Region, type: BackupVault.VaultType = .standard, key alias: String? = nil,
        lock: SimulatedVaultLock? = nil
    ) {
        account.backup.add(
            SimulatedVault(
                name: name, region: region, type: type, keyARN: alias.map { key($0, in: region) }, createdAt: ago(260),
                lock: lock, tags: ["environment": "production"]))
    }
}
