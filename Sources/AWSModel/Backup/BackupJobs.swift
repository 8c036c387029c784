package import Foundation

/// A backup job (2.14); `ListBackupJobs` reaches back 30 days.
package struct BackupJob: Hashable, Sendable, Codable {
    package enum State: String, Hashable, Sendable {
        case created = "CREATED", pending = "PENDING", running = "RUNNING", aborting = "ABORTING", aborted = "ABORTED"
        case completed = "COMPLETED", failed = "FAILED", expired = "EXPIRED", partial = "PARTIAL"
    }

    package var id: String
    package var state: Open<State>?
    package var statusMessage: String?
    package var messageCategory: String?
    package var resourceARN: String?
    package var resourceType: String?
    package var resourceName: String?
    package var vaultName: String?
    package var vaultARN: String?
    package var recoveryPointARN: String?
    package var roleARN: String?
    package var createdAt: Date?
    package var completedAt: Date?
    package var size: ByteCount?
    package var percentDone: String?
    package var createdBy: JobCreator?

    private enum CodingKeys: String, CodingKey {
        case id = "BackupJobId", state = "State", statusMessage = "StatusMessage", messageCategory = "MessageCategory"
        case resourceARN = "ResourceArn", resourceType = "ResourceType", resourceName = "ResourceName"
        case vaultName = "BackupVaultName", vaultARN = "BackupVaultArn", recoveryPointARN = "RecoveryPointArn"
        case roleARN = "IamRoleArn", createdAt = "CreationDate", completedAt = "CompletionDate"
        case size = "BackupSizeInBytes", percentDone = "PercentDone", createdBy = "CreatedBy"
    }

    package init(
        id: String, state: Open<State>? = nil, statusMessage: String? = nil, messageCategory: String? = nil,
        resourceARN: String? = nil, resourceType: String? = nil, resourceName: String? = nil,
        vaultName: String? = nil, vaultARN: String? = nil, recoveryPointARN: String? = nil, roleARN: String? = nil,
        createdAt: Date? = nil, completedAt: Date? = nil, size: ByteCount? = nil, percentDone: String? = nil,
        createdBy: JobCreator? = nil
    ) {
        self.id = id
        self.state = state
        self.statusMessage = statusMessage
        self.messageCategory = messageCategory
        self.resourceARN = resourceARN
        self.resourceType = resourceType
        self.resourceName = resourceName
        self.vaultName = vaultName
        self.vaultARN = vaultARN
        self.recoveryPointARN = recoveryPointARN
        self.roleARN = roleARN
        self.createdAt = createdAt
        self.completedAt = completedAt
        self.size = size
        self.percentDone = percentDone
        self.createdBy = createdBy
    }
}

/// The plan and rule that made a job.
package struct JobCreator: Hashable, Sendable, Codable {
    package var planID: String?
    package var planARN: String?
    package var planVersion: String?
    package var ruleID: String?

    private enum CodingKeys: String, CodingKey {
        case planID = "BackupPlanId", planARN = "BackupPlanArn", planVersion = "BackupPlanVersion", ruleID =
            "BackupRuleId"
    }

    package init(planID: String? = nil, planARN: String? = nil, planVersion: String? = nil, ruleID: String? = nil) {
        self.planID = planID
        self.planARN = planARN
        self.planVersion = planVersion
        self.ruleID = ruleID
    }
}

/// A copy job: listed in the region it copies from and in the one it copies to (2.13).
package struct CopyJob: Hashable, Sendable, Codable {
    package enum State: String, Hashable, Sendable {
        case created = "CREATED", running = "RUNNING", completed = "COMPLETED", failed = "FAILED", partial = "PARTIAL"
    }

    package var id: String
    package var state: Open<State>?
    package var statusMessage: String?
    package var messageCategory: String?
    package var resourceARN: String?
    package var resourceType: String?
    package var resourceName: String?
    package var sourceVaultARN: String?
    package var sourceRecoveryPointARN: String?
    package var destinationVaultARN: String?
    package var destinationRecoveryPointARN: String?
    package var roleARN: String?
    package var createdAt: Date?
    package var completedAt: Date?
    package var size: ByteCount?
    package var createdBy: JobCreator?

    private enum CodingKeys: String, CodingKey {
        case id = "CopyJobId", state = "State", statusMessage = "StatusMessage", messageCategory = "MessageCategory"
        case resourceARN = "ResourceArn", resourceType = "ResourceType", resourceName = "ResourceName"
        case sourceVaultARN = "SourceBackupVaultArn"
        case sourceRecoveryPointARN = "SourceRecoveryPointArn", destinationVaultARN = "DestinationBackupVaultArn"
        case destinationRecoveryPointARN = "DestinationRecoveryPointArn", roleARN = "IamRoleArn"
        case createdAt = "CreationDate", completedAt = "CompletionDate", size = "BackupSizeInBytes", createdBy =
            "CreatedBy"
    }

    package init(
        id: String, state: Open<State>? = nil, statusMessage: String? = nil, messageCategory: String? = nil,
        resourceARN: String? = nil, resourceType: String? = nil, resourceName: String? = nil,
        sourceVaultARN: String? = nil,
        sourceRecoveryPointARN: String? = nil, destinationVaultARN: String? = nil,
        destinationRecoveryPointARN: String? = nil, roleARN: String? = nil, createdAt: Date? = nil,
        completedAt: Date? = nil, size: ByteCount? = nil, createdBy: JobCreator? = nil
    ) {
        self.id = id
        self.state = state
        self.statusMessage = statusMessage
        self.messageCategory = messageCategory
        self.resourceARN = resourceARN
        self.resourceType = resourceType
        self.resourceName = resourceName
        self.sourceVaultARN = sourceVaultARN
        self.sourceRecoveryPointARN = sourceRecoveryPointARN
        self.destinationVaultARN = destinationVaultARN
        self.destinationRecoveryPointARN = destinationRecoveryPointARN
        self.roleARN = roleARN
        self.createdAt = createdAt
        self.completedAt = completedAt
        self.size = size
        self.createdBy = createdBy
    }
}

/// A restore job (2.17): its duration is the measured recovery time.
package struct RestoreJob: Hashable, Sendable, Codable {
    package enum Status: String, Hashable, Sendable {
        case pending = "PENDING", running = "RUNNING", completed = "COMPLETED", aborted = "ABORTED", failed = "FAILED"
    }
    package enum Validation: String, Hashable, Sendable {
        case failed = "FAILED", successful = "SUCCESSFUL", timedOut = "TIMED_OUT", validating = "VALIDATING"
    }

    package var id: String
    package var status: Open<Status>?
    package var statusMessage: String?
    package var recoveryPointARN: String?
    package var sourceResourceARN: String?
    package var resourceType: String?
    package var createdResourceARN: String?
    package var vaultARN: String?
    package var roleARN: String?
    package var createdAt: Date?
    package var completedAt: Date?
    package var recoveryPointCreatedAt: Date?
    package var size: ByteCount?
    package var percentDone: String?
    package var validation: Open<Validation>?

    private enum CodingKeys: String, CodingKey {
        case id = "RestoreJobId", status = "Status", statusMessage = "StatusMessage", recoveryPointARN =
            "RecoveryPointArn"
        case sourceResourceARN = "SourceResourceArn", resourceType = "ResourceType"
        case createdResourceARN = "CreatedResourceArn", vaultARN = "BackupVaultArn", roleARN = "IamRoleArn"
        case createdAt = "CreationDate", completedAt = "CompletionDate"
        case recoveryPointCreatedAt = "RecoveryPointCreationDate", size = "BackupSizeInBytes"
        case percentDone = "PercentDone", validation = "ValidationStatus"
    }

    package init(
        id: String, status: Open<Status>? = nil, statusMessage: String? = nil, recoveryPointARN: String? = nil,
        sourceResourceARN: String? = nil, resourceType: String? = nil, createdResourceARN: String? = nil,
        vaultARN: String? = nil, roleARN: String? = nil, createdAt: Date? = nil, completedAt: Date? = nil,
        recoveryPointCreatedAt: Date? = nil, size: ByteCount? = nil, percentDone: String? = nil,
        validation: Open<Validation>? = nil
    ) {
        self.id = id
        self.status = status
        self.statusMessage = statusMessage
        self.recoveryPointARN = recoveryPointARN
        self.sourceResourceARN = sourceResourceARN
        self.resourceType = resourceType
        self.createdResourceARN = createdResourceARN
        self.vaultARN = vaultARN
        self.roleARN = roleARN
        self.createdAt = createdAt
        self.completedAt = completedAt
        self.recoveryPointCreatedAt = recoveryPointCreatedAt
        self.size = size
        self.percentDone = percentDone
        self.validation = validation
    }
}
