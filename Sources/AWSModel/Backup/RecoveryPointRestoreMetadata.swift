/// What a recovery point was made of: the start of a restore's parameters (2.16).
package struct RecoveryPointRestoreMetadata: Hashable, Sendable, Codable {
    package var vaultARN: String?
    package var recoveryPointARN: String?
    package var resourceType: String?
    package var metadata: [String: String]

    private enum CodingKeys: String, CodingKey {
        case vaultARN = "BackupVaultArn", recoveryPointARN = "RecoveryPointArn", resourceType = "ResourceType",
            metadata = "RestoreMetadata"
    }

    package init(
        vaultARN: String? = nil, recoveryPointARN: String? = nil, resourceType: String? = nil,
        metadata: [String: String]
    ) {
        self.vaultARN = vaultARN
        self.recoveryPointARN = recoveryPointARN
        self.resourceType = resourceType
        self.metadata = metadata
    }
}
