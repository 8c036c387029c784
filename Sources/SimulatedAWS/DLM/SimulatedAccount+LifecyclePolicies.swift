import AWSModel
import Foundation

extension SimulatedAccount {
    /// Makes the snapshots and copies that lifecycle policies owe since they last ran, and deletes what they give up.
    mutating func runLifecyclePolicies() {
        for region in lifecyclePolicies.policies.keys.sorted() {
            for policy in lifecyclePolicies.sorted(in: region) {
                lifecyclePolicies.update(policy.id, in: region) { $0.ranUntil = now }
                guard policy.runs else { continue }
                for schedule in policy.schedules { run(schedule, of: policy) }
            }
        }
    }

    private mutating func run(_ schedule: SnapshotSchedule, of policy: SimulatedLifecyclePolicy) {
        let runs = schedule.runs(after: policy.ranUntil, until: now)
        let own = [
            "aws:dlm:lifecycle-policy-id": policy.id, "aws:dlm:lifecycle-schedule-name": schedule.name,
        ]
        for volume in volumes.sortedVolumes(in: policy.region) where policy.takes(volume) {
            for moment in runs where moment >= volume.createdAt {
                var tags = schedule.copiesTags ? volume.tags : [:]
                tags.merge(schedule.tagsToAdd) { $1 }
                tags.merge(own) { $1 }
                tags["dlm:managed"] = "true"
                let snapshot = volumes.snapshot(
                    volume, at: moment,
                    description: "Created for policy: \(policy.id) schedule: \(schedule.name)", tags: tags)
                for copy in schedule.copies { make(copy, of: snapshot, own) }
            }
        }
        let managed = volumes.sortedSnapshots(in: policy.region).filter { $0.has(own) }
        for (_, snapshots) in Dictionary(grouping: managed, by: \.volumeID) {
            delete(schedule.retention.expired(snapshots, at: now))
        }
        for copy in schedule.copies where copy.region != policy.region {
            let managed = volumes.sortedSnapshots(in: copy.region).filter { $0.has(own) }
            delete(copy.retention.expired(managed, at: now))
        }
    }

    /// A copy begins when the snapshot is whole; one in a region that the account has not is never made.
    private mutating func make(
        _ copy: SnapshotSchedule.Copy, of snapshot: SimulatedSnapshot, _ own: [String: String]
    ) {
        guard regions.isEnabled(copy.region), copy.region != snapshot.region else { return }
        let isEncrypted = copy.isEncrypted || snapshot.keyARN != nil
        let managedKey = "arn:\(copy.region.partition):kms:\(copy.region):\(id):alias/aws/ebs"
        volumes.copy(
            snapshot, to: copy.region, at: snapshot.completesAt,
            keyARN: isEncrypted ? copy.keyARN ?? managedKey : nil,
            tags: (copy.copiesTags ? snapshot.tags : [:]).merging(own) { $1 })
    }

    private mutating func delete(_ snapshots: [SimulatedSnapshot]) {
        for snapshot in snapshots { volumes.snapshots[snapshot.region]?[snapshot.id] = nil }
    }
}

extension SimulatedSnapshot {
    fileprivate func has(_ wanted: [String: String]) -> Bool { wanted.allSatisfy { tags[$0.key] == $0.value } }
}
