package import Foundation

/// A recovery point: a row of the listings, or `DescribeRecoveryPoint` (2.13).
package struct RecoveryPoint: Hashable, Sendable, Codable {
    package enum Status: String, Hashable, Sendable {
        case completed = "COMPLETED", partial = "PARTIAL", deleting = "DELETING", expired = "EXPIRED"
        case available = "AVAILABLE", stopped = "STOPPED", creating = "CREATING"
    }

    package var arn: ARN
    package var vaultName: String?
    package var vaultARN: String?
    /// Set on a copy: the vault it was copied from.
    package var sourceVaultARN: String?
    package var resourceARN: String?
    package var resourceType: String?
    package var resourceName: String?
    package var roleARN: String?
    package var status: Open<Status>?
    package var statusMessage: String?
    /// A copy keeps its source's creation date (2.2).
    package var createdAt: Date?
    package var completedAt: Date?
    package var size: ByteCount?
    package var calculatedLifecycle: CalculatedLifecycle?
    package var lifecycle: RecoveryPointLifecycle?
    package var encryptionKeyARN: String?
    package var isEncrypted: Bool?
    package var storageClass: String?
    package var isParent: Bool?
    package var vaultType: String?
    package var lastRestoredAt: Date?

    private enum CodingKeys: String, CodingKey {
        case arn = "RecoveryPointArn", vaultName = "BackupVaultName", vaultARN = "BackupVaultArn"
        case sourceVaultARN = "SourceBackupVaultArn", resourceARN = "ResourceArn", resourceType = "ResourceType"
        case resourceName = "ResourceName", roleARN = "IamRoleArn", status = "Status", statusMessage = "StatusMessage"
        case createdAt = "CreationDate", completedAt = "CompletionDate", size = "BackupSizeInBytes"
        case calculatedLifecycle = "CalculatedLifecycle", lifecycle = "Lifecycle"
        case encryptionKeyARN = "EncryptionKeyArn", isEncrypted = "IsEncrypted", storageClass = "StorageClass"
        case isParent = "IsParent", vaultType = "VaultType", lastRestoredAt = "LastRestoreTime"
    }

    package init(
        arn: ARN, vaultName: String? = nil, vaultARN: String? = nil, sourceVaultARN: String? = nil,
        resourceARN: String? = nil, resourceType: String? = nil, resourceName: String? = nil,
        roleARN: String? = nil, status: Open<Status>? = nil, statusMessage: String? = nil, createdAt: Date? = nil,
        completedAt: Date? = nil, size: ByteCount? = nil, calculatedLifecycle: CalculatedLifecycle? = nil,
        lifecycle: RecoveryPointLifecycle? = nil, encryptionKeyARN: String? = nil, isEncrypted: Bool? = nil,
        storageClass: String? = nil, isParent: Bool? = nil, vaultType: String? = nil, lastRestoredAt: Date? = nil
    ) {
        self.arn = arn
        self.vaultName = vaultName
        self.vaultARN = vaultARN
        self.sourceVaultARN = sourceVaultARN
        self.resourceARN = resourceARN
        self.resourceType = resourceType
        self.resourceName = resourceName
        self.roleARN = roleARN
        self.status = status
        self.statusMessage = statusMessage
        self.createdAt = createdAt
        self.completedAt = completedAt
        self.size = size
        self.calculatedLifecycle = calculatedLifecycle
        self.lifecycle = lifecycle
        self.encryptionKeyARN = encryptionKeyARN
        self.isEncrypted = isEncrypted
        self.storageClass = storageClass
        self.isParent = isParent
        self.vaultType = vaultType
        self.lastRestoredAt = lastRestoredAt
    }
}

/// When a recovery point will move to cold storage and when it will be deleted.
package struct CalculatedLifecycle: Hashable, Sendable, Codable {
    package var moveToColdStorageAt: Date?
    package var deleteAt: Date?

    private enum CodingKeys: String, CodingKey {
        case moveToColdStorageAt = "MoveToColdStorageAt", deleteAt = "DeleteAt"
    }

    package init(moveToColdStorageAt: Date? = nil, deleteAt: Date? = nil) {
        self.moveToColdStorageAt = moveToColdStorageAt
        self.deleteAt = deleteAt
    }
}

/// A resource that had a backup once: a row of `ListProtectedResources` or of a vault's (2.13).
package struct ProtectedResource: Hashable, Sendable, Codable {
    package var resourceARN: String
    package var resourceType: String?
    package var resourceName: String?
    package var lastBackupAt: Date?
    package var lastVaultARN: String?
    package var lastRecoveryPointARN: String?

    private enum CodingKeys: String, CodingKey {
        case resourceARN = "ResourceArn", resourceType = "ResourceType", resourceName = "ResourceName"
        case lastBackupAt = "LastBackupTime", lastVaultARN = "LastBackupVaultArn"
        case lastRecoveryPointARN = "LastRecoveryPointArn"
    }

    package init(
        resourceARN: String, resourceType: String? = nil, resourceName: String? = nil, lastBackupAt: Date? = nil,
        lastVaultARN: String? = nil, lastRecoveryPointARN: String? = nil
    ) {
        self.resourceARN = resourceARN
        self.resourceType = resourceType
        self.resourceName = resourceName
        self.lastBackupAt = lastBackupAt
        self.lastVaultARN = lastVaultARN
        self.lastRecoveryPointARN = lastRecoveryPointARN
    }
}
