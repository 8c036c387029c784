package import AWSModel
package import Foundation

/// A backup vault with the recovery points in it.
package struct SimulatedVault: Hashable, Sendable {
    package var name: String
    package var region: Region
    package var type: BackupVault.VaultType
    package var state: BackupVault.State
    /// Nil is the key that AWS Backup makes for the region.
    package var keyARN: String?
    package var createdAt: Date
    package var creatorRequestID: String?
    package var lock: SimulatedVaultLock?
    package var accessPolicy: String?
    package var notifications: SimulatedVaultNotifications?
    package var tags: [String: String]
    /// By ARN.
    package internal(set) var points: [String: SimulatedRecoveryPoint] = [:]

    package init(
        name: String, region: Region, type: BackupVault.VaultType = .standard, state: BackupVault.State = .available,
        keyARN: String? = nil, createdAt: Date, creatorRequestID: String? = nil, lock: SimulatedVaultLock? = nil,
        accessPolicy: String? = nil, notifications: SimulatedVaultNotifications? = nil, tags: [String: String] = [:]
    ) {
        self.name = name
        self.region = region
        self.type = type
        self.state = state
        self.keyARN = keyARN
        self.createdAt = createdAt
        self.creatorRequestID = creatorRequestID
        self.lock = lock
        self.accessPolicy = accessPolicy
        self.notifications = notifications
        self.tags = tags
    }
}

/// Vault Lock: governance without a date, compliance with one (2.9).
package struct SimulatedVaultLock: Hashable, Sendable {
    package var minRetentionDays: Int?
    package var maxRetentionDays: Int?
    /// Past: immutable. Future: in grace. Nil: governance.
    package var lockDate: Date?

    package init(minRetentionDays: Int? = nil, maxRetentionDays: Int? = nil, lockDate: Date? = nil) {
        self.minRetentionDays = minRetentionDays
        self.maxRetentionDays = maxRetentionDays
        self.lockDate = lockDate
    }

    func isImmutable(at now: Date) -> Bool { lockDate.map { $0 <= now } ?? false }

    /// Why a job that keeps its recovery point so long fails; nil days are for ever.
    func refusal(keeping days: Int?) -> String? {
        if let minRetentionDays, let days, days < minRetentionDays {
            return "Retention period \(days) days is shorter than the minimum retention period "
                + "\(minRetentionDays) days of the locked backup vault."
        }
        guard let maxRetentionDays, days.map({ $0 > maxRetentionDays }) ?? true else { return nil }
        return "Retention period \(days.map { "\($0) days" } ?? "Always") is longer than the maximum retention period "
            + "\(maxRetentionDays) days of the locked backup vault."
    }
}

/// Where a vault's events go.
package struct SimulatedVaultNotifications: Hashable, Sendable {
    package var topicARN: String
    package var events: [String]

    package init(topicARN: String, events: [String]) {
        self.topicARN = topicARN
        self.events = events
    }
}
