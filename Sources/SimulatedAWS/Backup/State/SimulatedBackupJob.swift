package import AWSModel
package import Foundation

/// A backup job.
package struct SimulatedBackupJob: Hashable, Sendable {
    package var id: String
    package var state: Open<BackupJob.State>
    package var statusMessage: String?
    /// "SUCCESS" unless something is to be said of it (2.14).
    package var messageCategory: String?
    package var resourceARN: String
    package var resourceType: String
    package var resourceName: String?
    package var vaultName: String
    package var recoveryPointARN: String?
    package var roleARN: String
    package var createdAt: Date
    package var completedAt: Date?
    package var startBy: Date?
    package var size: ByteCount?
    package var lifecycle: RecoveryPointLifecycle?
    package var origin: SimulatedJobOrigin?
    package var course: JobCourse?
    /// The recovery point it makes when it completes.
    var draft: SimulatedRecoveryPoint?
    var copyActions: [CopyAction] = []

    package init(
        id: String, state: Open<BackupJob.State> = .known(.completed), statusMessage: String? = nil,
        messageCategory: String? = nil, resourceARN: String, resourceType: String, resourceName: String? = nil,
        vaultName: String, recoveryPointARN: String? = nil, roleARN: String, createdAt: Date, completedAt: Date? = nil,
        startBy: Date? = nil, size: ByteCount? = nil, lifecycle: RecoveryPointLifecycle? = nil,
        origin: SimulatedJobOrigin? = nil, course: JobCourse? = nil
    ) {
        self.id = id
        self.state = state
        self.statusMessage = statusMessage
        self.messageCategory = messageCategory
        self.resourceARN = resourceARN
        self.resourceType = resourceType
        self.resourceName = resourceName
        self.vaultName = vaultName
        self.recoveryPointARN = recoveryPointARN
        self.roleARN = roleARN
        self.createdAt = createdAt
        self.completedAt = completedAt
        self.startBy = startBy
        self.size = size
        self.lifecycle = lifecycle
        self.origin = origin
        self.course = course
    }
}

extension SimulatedBackupJob: SimulatedJob {
    var nextChange: Date? {
        guard let course else { return nil }
        switch state {
        case .known(.created): return min(createdAt.addingTimeInterval(30), course.startsAt, course.endsAt)
        case .known(.pending): return min(course.startsAt, course.endsAt)
        default: return course.endsAt
        }
    }
}
