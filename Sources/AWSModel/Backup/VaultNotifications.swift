/// The events that a vault sends to an SNS topic.
package struct VaultNotifications: Hashable, Sendable, Codable {
    package var vaultName: String?
    package var vaultARN: String?
    package var topicARN: String
    /// `COPY_JOB_FAILED`, …
    package var events: [String]

    private enum CodingKeys: String, CodingKey {
        case vaultName = "BackupVaultName", vaultARN = "BackupVaultArn", topicARN = "SNSTopicArn", events =
            "BackupVaultEvents"
    }

    package init(vaultName: String? = nil, vaultARN: String? = nil, topicARN: String, events: [String]) {
        self.vaultName = vaultName
        self.vaultARN = vaultARN
        self.topicARN = topicARN
        self.events = events
    }
}
