import AWSModel
package import Recovery

extension ProgressSubject {
    /// What is waited for once a call was accepted; nil where the answer was its end.
    package init?(_ call: PlannedCall, identifier: String?) {
        switch call.action {
        case .startRestoreJob:
            guard let identifier else { return nil }
            self = .restoreJob(id: identifier)
        case .createDBInstance(let name, _, _, _), .restoreDBInstanceToPointInTime(_, let name, _, _):
            self = .instance(name)
        case .promoteReadReplica(let name): self = .promotion(instance: name)
        case .failoverGlobalCluster(let global, let target), .switchoverGlobalCluster(let global, let target):
            self = .writer(globalCluster: global, cluster: target)
        case .restoreDBClusterToPointInTime(_, let name, _, _): self = .cluster(name)
        case .restoreTableToPointInTime(_, let name, _): self = .table(name)
        case .createVolume:
            guard let identifier else { return nil }
            self = .volume(identifier)
        case .deleteFileSystemReplication(let source, _): self = .replicationEnd(fileSystem: source)
        case .createReplicationJob(_, let role, _, _):
            guard let identifier, let account = ARN(role)?.account else { return nil }
            self = .batchJob(id: identifier, account: account)
        case .removeDeleteMarkers, .restoreVersions, .submitRoutes: return nil
        }
    }
}
