package import AWSModel
package import Foundation

/// A policy of Data Lifecycle Manager (3.6).
package struct SimulatedLifecyclePolicy: Sendable {
    /// `policy-` and 17 hexadecimal digits.
    package let id: String
    package let region: Region
    package let arn: ARN
    package let createdAt: Date
    package var changedAt: Date
    package var description: String
    /// `ENABLED`, `DISABLED` or `ERROR`.
    package var state = "ENABLED"
    package var statusMessage: String?
    package var roleARN: String
    /// `PolicyDetails`, as it was put.
    package var details: JSONText
    /// One of the account's default policies. Those are listed, but do not run in the simulation.
    package var isDefault = false
    package var tags: [String: String] = [:]
    /// Up to when its schedules have run.
    var ranUntil: Date

    var schedules: [SnapshotSchedule] { details["Schedules"]?.elements.compactMap(SnapshotSchedule.init) ?? [] }

    /// Only policies that snapshot volumes run; those of instances and of events do not.
    var runs: Bool {
        state == "ENABLED" && !isDefault && details["ResourceTypes"]?.elements.contains(.string("VOLUME")) == true
    }

    /// A volume with any of its tags is its own.
    func takes(_ volume: SimulatedVolume) -> Bool {
        (details["TargetTags"]?.elements ?? []).contains { tag in
            guard let key = tag["Key"]?.text else { return false }
            return volume.tags[key] == tag["Value"]?.text
        }
    }
}
