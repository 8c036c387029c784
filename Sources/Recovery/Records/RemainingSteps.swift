import AWSModel
import Posture

/// What no call does, and somebody has to do after a recovery.
package enum RemainingSteps {
    package static func steps(after draft: Draft) -> [String] {
        let name = draft.name
        let region = draft.way.region
        switch draft.way.means {
        case .repointBucket:
            return [
                draft.actions.isEmpty
                    ? "Point the application at the bucket \(name) in \(region): name, endpoint and region."
                    : "See that the application goes through the access point, and not to a bucket by its name.",
                "Give the application's role the bucket \(name) and its key.",
                "Stop what writes to \(draft.resource.name): both are changed from now on.",
                draft.incident.kind == .regionLost
                    ? "When \(draft.resource.region?.name ?? "its region") is back, replicate what was written here to it."
                    : "Or copy what is missing in \(draft.resource.name) back from here; find what deleted it first.",
            ]
        case .repoint:
            let source = draft.way.identifier
            let home = draft.resource.region?.name ?? "its region"
            return [
                draft.resource.type == .efsFileSystem
                    ? "Mount \(source) in \(region): what was read from the copy is there."
                    : "Point the application at the endpoint of \(source) in \(region).",
                "Make a new replica of \(source) in another region, unless \(home) is back soon.",
            ]
        case .repointTable:
            return [
                "Point the application at \(region): the table has the same name there.",
                "Check capacity, autoscaling, alarms, point-in-time recovery and deletion protection of the replica.",
            ]
        case .promoteReplica:
            return [
                "Point the application at the endpoint of \(name).",
                "Turn on automated backups and Multi-AZ of \(name): it is a database of its own now.",
                "Make a new replica when the home region is back.",
            ]
        case .globalFailover:
            return [
                "Point the application at the writer endpoint of \(name).",
                "Look at the old writer when its region is back: what it had not sent is only there.",
            ]
        case .breakReplication:
            return [
                "Mount \(name) in \(region): it needs mount targets there.",
                "Set the replication up anew when the home region is back: it begins from the start.",
            ]
        case .undelete where draft.way.isOfReplica:
            return [
                "Copy what came back in \(name) to \(draft.resource.name), or point the application at \(name) in "
                    + "\(region): what is done in the replica does not reach its source.",
                "Find what deleted or changed the objects.",
            ]
        case .undelete: return ["Have the application read some of the objects.", "Find what deleted or changed them."]
        case .backfill: return ["Read the job's report: it names each object that failed."]
        case .byHand: return []
        case .restoreJob, .pointInTime, .createVolume: return restored(draft)
        }
    }

    private static func restored(_ draft: Draft) -> [String] {
        let name = draft.name
        let backup = "See that a backup plan takes in what was restored: plans go by tag and by ARN."
        switch draft.resource.type {
        case .s3Bucket:
            return [
                "Point the application at the bucket \(name).",
                "Set its policy, lifecycle, notifications and replication: a backup holds none of them.", backup,
            ]
        case .rdsInstance, .rdsCluster, .auroraCluster:
            return [
                "Point the application at the endpoint of \(name).",
                "Set its parameter group, option group and secret: a restore takes the defaults.", backup,
            ]
        case .dynamoDBTable:
            return [
                "Point the application at the table \(name).",
                "Set autoscaling, alarms, time to live, streams, tags and point-in-time recovery: none is restored.",
                backup,
            ]
        case .ebsVolume:
            return [
                "Attach the volume to an instance of its zone and mount it.",
                "Read it through once: its blocks come from the snapshot when they are first touched.", backup,
            ]
        case .efsFileSystem:
            return [
                "Make mount targets, and mount the file system.",
                "Move the files out of aws-backup-restore_…: nothing is put over live files.", backup,
            ]
        case .other: return [backup]
        }
    }
}
