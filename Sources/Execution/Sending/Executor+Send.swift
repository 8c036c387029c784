import AWSCore
import AWSModel
import AWSServices
import Foundation
import Recovery

extension Executor {
    /// Sends a call that the journal holds.
    ///
    /// - Parameter intent: when it was intended, where it is sent again; nil where it is sent at once.
    func send(_ call: PlannedCall, intendedAt intent: Date? = nil, under grant: WriteGrant) async -> CallOutcome {
        func sent<O: MutatingOperation>(
            _ operation: O, _ identifier: (O.Output) -> String?
        ) async -> CallOutcome {
            do throws(WriteFailure) {
                let output = try await client.send(operation, in: call.region, under: grant, token: call.token)
                return .accepted(identifier: identifier(output))
            } catch {
                return CallOutcome(error)
            }
        }
        switch call.action {
        case .startRestoreJob(let point, let type, let role, let metadata):
            return await sent(
                Backup.StartRestoreJob(
                    recoveryPointARN: point, metadata: metadata, roleARN: role, resourceType: type, token: call.token)
            ) { $0 }
        case .createDBInstance(let identifier, let cluster, let engine, let instanceClass):
            return await sent(
                RDS.CreateDBInstance(
                    identifier: identifier, cluster: cluster, engine: engine, instanceClass: instanceClass)
            ) { $0 }
        case .promoteReadReplica(let instance):
            return await sent(RDS.PromoteReadReplica(identifier: instance)) { $0 }
        case .failoverGlobalCluster(let identifier, let target):
            return await sent(RDS.FailoverGlobalCluster(identifier: identifier, target: target)) { $0 }
        case .switchoverGlobalCluster(let identifier, let target):
            return await sent(RDS.SwitchoverGlobalCluster(identifier: identifier, target: target)) { $0 }
        case .restoreDBInstanceToPointInTime(let source, let target, let time, let options):
            return await sent(
                RDS.RestoreDBInstanceToPointInTime(source: source, target: target, time: time, options: options)
            ) { $0 }
        case .restoreDBClusterToPointInTime(let source, let target, let time, let options):
            return await sent(
                RDS.RestoreDBClusterToPointInTime(source: source, target: target, time: time, options: options)
            ) { $0 }
        case .restoreTableToPointInTime(let source, let target, let time):
            return await sent(DynamoDB.RestoreTableToPointInTime(source: source, target: target, time: time)) { $0 }
        case .createVolume(let snapshot, let zone, let options):
            return await sent(
                EC2.CreateVolume(snapshot: snapshot, zone: zone, options: options, token: call.token)
            ) { $0 }
        case .deleteFileSystemReplication(let source, let localOnly):
            return await sent(EFS.DeleteReplicationConfiguration(source: source, localOnly: localOnly)) { _ in source }
        case .createReplicationJob(let bucket, let role, let reportBucket, let reportPrefix):
            guard let account = ARN(role)?.account else { return .refused("\(role) is not the ARN of a role") }
            return await sent(
                S3Control.CreateJob(
                    accountID: account, bucket: bucket, roleARN: role, reportBucket: reportBucket,
                    reportPrefix: reportPrefix, token: call.token)
            ) { $0 }
        case .submitRoutes(let accessPoint, let active, let passive):
            guard let account = ARN(accessPoint)?.account else {
                return .refused("\(accessPoint) is not the ARN of an access point")
            }
            return await sent(
                S3Control.SubmitMultiRegionAccessPointRoutes(
                    accountID: account, accessPoint: accessPoint, active: active, passive: passive)
            ) { _ in active }
        case .removeDeleteMarkers, .restoreVersions:
            return await changeObjects(call, intendedAt: intent, under: grant)
        }
    }
}

extension CallOutcome {
    init(_ failure: WriteFailure) {
        self =
            switch failure {
            case .notGranted, .refused: .refused(failure.description)
            case .unanswered: .unanswered(failure.description)
            }
    }
}
