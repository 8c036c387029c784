package import AWSModel
package import Foundation

/// A copy job from one vault to another.
package struct SimulatedCopyJob: Hashable, Sendable {
    package var id: String
    package var state: Open<CopyJob.State>
    package var statusMessage: String?
    package var messageCategory: String?
    package var resourceARN: String
    package var resourceType: String
    package var resourceName: String?
    package var sourceVaultARN: String
    package var sourceRecoveryPointARN: String
    package var destinationVaultARN: String
    package var destinationRecoveryPointARN: String?
    package var roleARN: String
    package var createdAt: Date
    package var completedAt: Date?
    package var size: ByteCount?
    package var lifecycle: RecoveryPointLifecycle?
    package var origin: SimulatedJobOrigin?
    package var backupJobID: String?
    package var course: JobCourse?
    /// The recovery point it makes when it completes.
    var draft: SimulatedRecoveryPoint?

    package init(
        id: String, state: Open<CopyJob.State> = .known(.completed), statusMessage: String? = nil,
        messageCategory: String? = nil, resourceARN: String, resourceType: String, resourceName: String? = nil,
        sourceVaultARN: String, sourceRecoveryPointARN: String, destinationVaultARN: String,
        destinationRecoveryPointARN: String? = nil, roleARN: String, createdAt: Date, completedAt: Date? = nil,
        size: ByteCount? = nil, lifecycle: RecoveryPointLifecycle? = nil, origin: SimulatedJobOrigin? = nil,
        backupJobID: String? = nil, course: JobCourse? = nil
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
        self.lifecycle = lifecycle
        self.origin = origin
        self.backupJobID = backupJobID
        self.course = course
    }
}

extension SimulatedCopyJob: SimulatedJob {
    var nextChange: Date? {
        guard let course else { return nil }
        return state == .known(.created) ? min(course.startsAt, course.endsAt) : course.endsAt
    }
}
