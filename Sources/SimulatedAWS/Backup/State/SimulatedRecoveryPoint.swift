package import AWSModel
package import Foundation

/// A recovery point in a vault.
package struct SimulatedRecoveryPoint: Hashable, Sendable {
    package var arn: String
    /// Set on a copy: the vault it was copied from.
    package var sourceVaultARN: String?
    package var resourceARN: String
    package var resourceType: String
    package var resourceName: String?
    package var roleARN: String?
    package var origin: SimulatedJobOrigin?
    package var status: Open<RecoveryPoint.Status>
    package var statusMessage: String?
    /// Retention counts from here; a copy keeps its source's (2.2).
    package var createdAt: Date
    package var completedAt: Date?
    package var size: ByteCount
    package var lifecycle: RecoveryPointLifecycle?
    package var keyARN: String?
    package var isEncrypted: Bool
    /// A continuous backup: point in time recovery within its own region (2.3).
    package var isContinuous: Bool
    package var isParent: Bool
    package var lastRestoredAt: Date?
    package var tags: [String: String]
    package var restoreMetadata: [String: String]

    package init(
        arn: String, sourceVaultARN: String? = nil, resourceARN: String, resourceType: String,
        resourceName: String? = nil, roleARN: String? = nil, origin: SimulatedJobOrigin? = nil,
        status: Open<RecoveryPoint.Status> = .known(.completed), statusMessage: String? = nil, createdAt: Date,
        completedAt: Date? = nil, size: ByteCount = ByteCount(0), lifecycle: RecoveryPointLifecycle? = nil,
        keyARN: String? = nil, isEncrypted: Bool = true, isContinuous: Bool = false, isParent: Bool = false,
        lastRestoredAt: Date? = nil, tags: [String: String] = [:], restoreMetadata: [String: String] = [:]
    ) {
        self.arn = arn
        self.sourceVaultARN = sourceVaultARN
        self.resourceARN = resourceARN
        self.resourceType = resourceType
        self.resourceName = resourceName
        self.roleARN = roleARN
        self.origin = origin
        self.status = status
        self.statusMessage = statusMessage
        self.createdAt = createdAt
        self.completedAt = completedAt
        self.size = size
        self.lifecycle = lifecycle
        self.keyARN = keyARN
        self.isEncrypted = isEncrypted
        self.isContinuous = isContinuous
        self.isParent = isParent
        self.lastRestoredAt = lastRestoredAt
        self.tags = tags
        self.restoreMetadata = restoreMetadata
    }

    /// The newest moment it holds: a continuous backup is brought up to date by each run.
    package var lastBackupAt: Date { isContinuous ? max(createdAt, completedAt ?? createdAt) : createdAt }

    /// Nil is never; a continuous backup rolls on instead of expiring.
    package var deleteAt: Date? {
        guard !isContinuous, let days = lifecycle?.retentionDays else { return nil }
        return createdAt.addingTimeInterval(Double(days) * 86400)
    }

    /// Nil is never; ignored for types without cold storage (2.2).
    package var moveToColdStorageAt: Date? {
        guard !isContinuous, let days = lifecycle?.coldDays,
            BackupResourceType(named: resourceType).movesToColdStorage(lifecycle)
        else { return nil }
        return createdAt.addingTimeInterval(Double(days) * 86400)
    }

    package func isCold(at now: Date) -> Bool { moveToColdStorageAt.map { $0 <= now } ?? false }
}

extension RecoveryPointLifecycle {
    /// Days it is kept; nil is for ever, whether written as -1 or left out (2.2).
    var retentionDays: Int? { deleteAfterDays.flatMap { $0 < 0 ? nil : $0 } }
    var coldDays: Int? { moveToColdStorageAfterDays.flatMap { $0 < 0 ? nil : $0 } }
}
