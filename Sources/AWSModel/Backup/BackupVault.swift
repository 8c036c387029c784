package import Foundation

/// A backup vault, as `ListBackupVaults` and `DescribeBackupVault` tell of it (2.9).
package struct BackupVault: Hashable, Sendable, Codable {
    package enum VaultType: String, Hashable, Sendable {
        case standard = "BACKUP_VAULT", airGapped = "LOGICALLY_AIR_GAPPED_BACKUP_VAULT"
        case restoreAccess = "RESTORE_ACCESS_BACKUP_VAULT"
    }
    package enum State: String, Hashable, Sendable {
        case creating = "CREATING", available = "AVAILABLE", failed = "FAILED"
    }

    package var name: String
    package var arn: ARN
    package var type: Open<VaultType>?
    package var state: Open<State>?
    package var encryptionKeyARN: String?
    package var encryptionKeyType: String?
    package var createdAt: Date?
    package var recoveryPointCount: Int?
    package var locked: Bool?
    package var minRetentionDays: Int?
    package var maxRetentionDays: Int?
    /// Absent: governance. Future: compliance in grace. Past: immutable.
    package var lockDate: Date?

    private enum CodingKeys: String, CodingKey {
        case name = "BackupVaultName", arn = "BackupVaultArn", type = "VaultType", state = "VaultState"
        case encryptionKeyARN = "EncryptionKeyArn", encryptionKeyType = "EncryptionKeyType", createdAt = "CreationDate"
        case recoveryPointCount = "NumberOfRecoveryPoints", locked = "Locked", minRetentionDays = "MinRetentionDays"
        case maxRetentionDays = "MaxRetentionDays", lockDate = "LockDate"
    }

    package init(
        name: String, arn: ARN, type: Open<VaultType>? = nil, state: Open<State>? = nil,
        encryptionKeyARN: String? = nil, encryptionKeyType: String? = nil, createdAt: Date? = nil,
        recoveryPointCount: Int? = nil, locked: Bool? = nil, minRetentionDays: Int? = nil,
        maxRetentionDays: Int? = nil, lockDate: Date? = nil
    ) {
        self.name = name
        self.arn = arn
        self.type = type
        self.state = state
        self.encryptionKeyARN = encryptionKeyARN
        self.encryptionKeyType = encryptionKeyType
        self.createdAt = createdAt
        self.recoveryPointCount = recoveryPointCount
        self.locked = locked
        self.minRetentionDays = minRetentionDays
        self.maxRetentionDays = maxRetentionDays
        self.lockDate = lockDate
    }
}
