package import AWSModel
package import Posture

/// A permission that a survey lacked, and what for.
package struct MissingPermission: Hashable, Sendable {
    /// "s3:GetReplicationConfiguration"
    package var action: String
    /// The regions where it was lacking, sorted.
    package var regions: [Region]
    /// How many resources it was lacking for; 0 where the call is about the account.
    package var resources: Int

    /// What an assessment could not read for want of permission, sorted by action.
    package static func missing(in assessment: Assessment) -> [MissingPermission] {
        let denied = assessment.gaps.filter { $0.cause.hasPrefix("denied") }
        return Dictionary(grouping: denied) { SurveyedOperations.permission(for: $0.call) ?? $0.call }
            .map { action, gaps in
                MissingPermission(
                    action: action, regions: Set(gaps.map(\.region)).sorted(),
                    resources: Set(gaps.flatMap(\.resources)).count)
            }
            .sorted { $0.action < $1.action }
    }
}
