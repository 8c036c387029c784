import AWSModel
import Foundation

extension SimulatedAccount {
    /// Writes what a bucket held when it was backed up into the bucket that a restore job names (2.8, 2.16).
    mutating func restoreObjects(_ job: SimulatedRestoreJob, to name: String) {
        guard let source = job.sourceResourceARN.flatMap(ARN.init)?.resource, let region = region(of: job) else {
            return
        }
        func parameter(_ name: String) -> String? { RestoreTarget.value(name, job.metadata) }
        let moment = parameter("RestoreTime").flatMap(WireTime.parse) ?? job.recoveryPointCreatedAt ?? job.createdAt
        let items = parameter("ItemsToRestore").flatMap {
            try? JSONDecoder().decode([String].self, from: Data($0.utf8))
        }
        if buckets[name] == nil { createBucket(name, in: region, versioning: .enabled) }
        let held = (buckets[source]?.objects ?? formerObjects[source])?.objects(at: moment) ?? []
        for (key, version) in held {
            if let items, !items.contains(where: { key == $0 || ($0.hasSuffix("/") && key.hasPrefix($0)) }) { continue }
            var draft = ObjectDraft(key: key, content: version.content)
            draft.contentType = version.contentType
            draft.metadata = version.metadata
            draft.tags = version.tags
            // The key of the source may have gone; the job has failed before in that case.
            _ = try? write(draft, to: name)
        }
    }

    /// A restore job runs where its vault is.
    private func region(of job: SimulatedRestoreJob) -> Region? {
        (job.vaultARN ?? job.recoveryPointARN).isEmpty ? nil : ARN(job.vaultARN ?? job.recoveryPointARN)?.region
    }
}
