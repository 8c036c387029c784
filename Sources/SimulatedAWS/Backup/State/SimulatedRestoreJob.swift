package import AWSModel
package import Foundation

/// A restore job.
package struct SimulatedRestoreJob: Hashable, Sendable {
    package var id: String
    package var status: Open<RestoreJob.Status>
    package var statusMessage: String?
    package var recoveryPointARN: String
    package var recoveryPointCreatedAt: Date?
    package var vaultARN: String?
    package var sourceResourceARN: String?
    package var resourceType: String
    package var createdResourceARN: String?
    package var roleARN: String?
    package var metadata: [String: String]
    package var createdAt: Date
    package var completedAt: Date?
    package var size: ByteCount?
    package var testingPlanARN: String?
    package var validation: Open<RestoreJob.Validation>?
    package var validationMessage: String?
    /// When a restore test that nobody validated counts as timed out.
    package var validateBy: Date?
    package var course: JobCourse?
    /// The ARN of what it makes when it completes.
    var targetARN: String?
    /// 0…100 of a job that failed on its way.
    var percentReached: Double?
    /// Hours a completed restore test waits for its validation; 0 is none.
    var validationHours = 0

    package init(
        id: String, status: Open<RestoreJob.Status> = .known(.completed), statusMessage: String? = nil,
        recoveryPointARN: String, recoveryPointCreatedAt: Date? = nil, vaultARN: String? = nil,
        sourceResourceARN: String? = nil, resourceType: String, createdResourceARN: String? = nil,
        roleARN: String? = nil, metadata: [String: String] = [:], createdAt: Date, completedAt: Date? = nil,
        size: ByteCount? = nil, testingPlanARN: String? = nil, validation: Open<RestoreJob.Validation>? = nil,
        validationMessage: String? = nil, validateBy: Date? = nil, course: JobCourse? = nil
    ) {
        self.id = id
        self.status = status
        self.statusMessage = statusMessage
        self.recoveryPointARN = recoveryPointARN
        self.recoveryPointCreatedAt = recoveryPointCreatedAt
        self.vaultARN = vaultARN
        self.sourceResourceARN = sourceResourceARN
        self.resourceType = resourceType
        self.createdResourceARN = createdResourceARN
        self.roleARN = roleARN
        self.metadata = metadata
        self.createdAt = createdAt
        self.completedAt = completedAt
        self.size = size
        self.testingPlanARN = testingPlanARN
        self.validation = validation
        self.validationMessage = validationMessage
        self.validateBy = validateBy
        self.course = course
    }
}

extension SimulatedRestoreJob: SimulatedJob {
    var nextChange: Date? {
        guard let course else { return validation == .known(.validating) ? validateBy : nil }
        return status == .known(.pending) ? min(course.startsAt, course.endsAt) : course.endsAt
    }
}
