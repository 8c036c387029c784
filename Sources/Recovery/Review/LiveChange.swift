import AWSModel

/// What a drill would do to what is live: a protection that it ends, or data and traffic that it changes.
package struct LiveChange: Hashable, Sendable, Codable {
    /// "it ends the replication of fs-1, which has to be set up anew and begins from the start"
    package var sentence: String
    /// What has to be typed instead of the name alone, and names it: "end the replication of fs-1".
    package var phrase: String
}

extension Draft {
    /// Nil in earnest, where it is what is wanted, and for a drill that only makes something beside what is live.
    package var liveChange: LiveChange? {
        guard incident.isDrill else { return nil }
        return actions.lazy.compactMap { $0.liveChange(of: resource) }.first
    }

    /// What is typed to confirm: the name, and in a drill that changes what is live that change.
    package var nameToType: String { liveChange?.phrase ?? name }
}

extension RecoveryWay {
    /// Whether a drill of it cannot leave what is live as it is, whatever is answered; how, in a sentence.
    var harmInDrill: String? {
        switch means {
        case .promoteReplica: "a drill ends the replication to \(identifier) for good"
        case .globalFailover: "a drill moves the live writer, and stops its clients for that time"
        case .breakReplication: "a drill ends the replication to \(identifier)"
        case .undelete: "a drill changes the live objects"
        case .restoreJob, .repoint, .repointBucket, .repointTable, .pointInTime, .createVolume, .backfill, .byHand: nil
        }
    }

    /// Whether a drill of it brings something back, beside what is live.
    var isHarmlessDrill: Bool { harmInDrill == nil && means != .byHand && means != .backfill }
}

extension RecoveryAction {
    fileprivate func liveChange(of resource: AffectedResource) -> LiveChange? {
        switch self {
        case .promoteReadReplica(let instance):
            LiveChange(
                sentence: "it ends the replication to \(instance) for good: until a new replica is made, "
                    + "\(resource.name) is without it",
                phrase: "end the replication to \(instance)")
        case .failoverGlobalCluster(let global, let target):
            LiveChange(
                sentence:
                    "it fails \(global) over to \(ARN.identifier(of: target)): what has not arrived there is lost, "
                    + "and the old writer has to be joined again",
                phrase: "fail over \(global)")
        case .switchoverGlobalCluster(let global, let target):
            LiveChange(
                sentence: "it moves the live writer of \(global) to \(ARN.identifier(of: target)): its clients are "
                    + "stopped for that time, and it has to be moved back",
                phrase: "switch over \(global)")
        case .deleteFileSystemReplication(let source, _):
            LiveChange(
                sentence: "it ends the replication of \(source): until it is set up anew, from the start, there is no "
                    + "such copy",
                phrase: "end the replication of \(source)")
        case .removeDeleteMarkers(let bucket, _, _), .restoreVersions(let bucket, _, _):
            LiveChange(
                sentence: "it changes the live objects of \(bucket), for all who read them",
                phrase: "change the objects of \(bucket)")
        case .submitRoutes(_, let active, _):
            LiveChange(
                sentence: "it moves the live traffic of the access point to \(active)",
                phrase: "move the traffic to \(active)")
        case .startRestoreJob(_, _, _, let metadata): Self.restoreInto(metadata, live: resource)
        case .createDBInstance, .restoreDBInstanceToPointInTime, .restoreDBClusterToPointInTime,
            .restoreTableToPointInTime, .createVolume, .createReplicationJob:
            nil
        }
    }

    /// Into what is there already, whatever it is: nobody can tell that it is not in use.
    private static func restoreInto(_ metadata: [String: String], live resource: AffectedResource) -> LiveChange? {
        guard let identifier = RestoreMetadata(metadata).existing else { return nil }
        let isDrilled = identifier == ARN.identifier(of: resource.arn)
        return LiveChange(
            sentence: isDrilled
                ? "it restores into the live \(identifier), among what is in use"
                : "it restores into \(identifier), which is there already, among what it holds",
            phrase: "restore into \(identifier)")
    }
}
