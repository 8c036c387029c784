package import Foundation

/// A row of `ListRecoveryPointsByResource`: less than a recovery point is elsewhere, and its size has another name.
package struct RecoveryPointOfResource: Hashable, Sendable, Codable {
    package var arn: ARN
    package var vaultName: String?
    package var status: Open<RecoveryPoint.Status>?
    package var statusMessage: String?
    package var createdAt: Date?
    package var size: ByteCount?
    package var encryptionKeyARN: String?
    package var isParent: Bool?
    package var resourceName: String?
    package var vaultType: String?

    private enum CodingKeys: String, CodingKey {
        case arn = "RecoveryPointArn", vaultName = "BackupVaultName", status = "Status", statusMessage =
            "StatusMessage", createdAt = "CreationDate", size = "BackupSizeBytes", encryptionKeyARN =
            "EncryptionKeyArn", isParent = "IsParent", resourceName = "ResourceName", vaultType = "VaultType"
    }

    package init(
        arn: ARN, vaultName: String? = nil, status: Open<RecoveryPoint.Status>? = nil, statusMessage: String? = nil,
        createdAt: Date? = nil, size: ByteCount? = nil, encryptionKeyARN: String? = nil, isParent: Bool? = nil,
        resourceName: String? = nil, vaultType: String? = nil
    ) {
        self.arn = arn
        self.vaultName = vaultName
        self.status = status
        self.statusMessage = statusMessage
        self.createdAt = createdAt
        self.size = size
        self.encryptionKeyARN = encryptionKeyARN
        self.isParent = isParent
        self.resourceName = resourceName
        self.vaultType = vaultType
    }
}
