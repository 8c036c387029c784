/// The resource policy of a vault.
package struct VaultAccessPolicy: Hashable, Sendable, Codable {
    package var vaultName: String?
    package var vaultARN: String?
    /// JSON text.
    package var policy: String

    private enum CodingKeys: String, CodingKey {
        case vaultName = "BackupVaultName", vaultARN = "BackupVaultArn", policy = "Policy"
    }

    package init(vaultName: String? = nil, vaultARN: String? = nil, policy: String) {
        self.vaultName = vaultName
        self.vaultARN = vaultARN
        self.policy = policy
    }
}
