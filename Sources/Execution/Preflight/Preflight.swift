package import AWSCore
import AWSModel
package import Foundation
package import Recovery

/// Looks at everything that a call needs before it is sent, and changes nothing. What cannot be read is unknown.
package struct Preflight: Sendable {
    let client: AWSClient
    let now: @Sendable () -> Date

    package init(client: AWSClient, now: @escaping @Sendable () -> Date) {
        self.client = client
        self.now = now
    }

    /// The checks of a call, in the order they are read by people.
    package func check(_ call: PlannedCall) async -> [PreflightCheck] {
        let region = call.region
        switch call.action {
        case .startRestoreJob(let point, let type, let role, let metadata):
            return await restore(of: point, call.resource, type, role, metadata, in: region)
        case .createDBInstance(let identifier, let cluster, let engine, let size):
            return [
                await freeInstance(identifier, in: region), await clusterIsAvailable(cluster, in: region),
                await quota("DBInstances", in: region), await instanceClass(size, of: engine, in: region),
            ]
        case .promoteReadReplica(let instance): return [await replica(instance, in: region)]
        case .failoverGlobalCluster(let identifier, let target):
            return await writer(target, of: identifier, in: region, losesData: true)
        case .switchoverGlobalCluster(let identifier, let target):
            return await writer(target, of: identifier, in: region, losesData: false)
        case .restoreDBInstanceToPointInTime(let source, let target, let time, let options):
            return [
                await pointInTime(ofInstance: source, time, in: region), await freeInstance(target, in: region),
                await quota("DBInstances", in: region),
            ] + (await network(options, in: region))
        case .restoreDBClusterToPointInTime(let source, let target, let time, let options):
            return [
                await clusterIsAvailable(source, in: region), await pointInTime(ofCluster: source, time, in: region),
                await freeCluster(target, in: region), await quota("DBClusters", in: region),
            ] + (await network(options, in: region))
        case .restoreTableToPointInTime(let source, let target, let time):
            return [await pointInTime(source, time, in: region), await freeTable(target, in: region)]
        case .createVolume(let snapshot, let zone, let options):
            var checks = [await self.snapshot(snapshot, in: region), await self.zone(zone, in: region)]
            if let key = options["KmsKeyId"] { checks.append(await self.key(key, in: region)) }
            return checks
        case .deleteFileSystemReplication(let source, let localOnly):
            return [await replication(of: source, localOnly: localOnly, in: region)]
        case .removeDeleteMarkers(let bucket, _, _), .restoreVersions(let bucket, _, _):
            return [await versioning(of: bucket, in: region)]
        case .createReplicationJob(let bucket, let role, let reportBucket, _):
            return [
                await replicationRule(of: bucket, in: region), await bucketIsThere(reportBucket, in: region),
            ]
                + (await roleChecks(
                    role, trusting: BatchReplicationRole.service,
                    BatchReplicationRole.permissions(of: bucket, reportingTo: reportBucket, for: role), region))
        case .submitRoutes(let accessPoint, let active, let passive):
            return [routes(in: region), await buckets([active] + passive, behind: accessPoint, in: region)]
        }
    }

    /// Asks, and says unknown with the reason where there is no answer.
    func asked(
        _ name: String, _ regions: [Region], advice: String = "",
        _ look: () async throws(AWSError) -> PreflightCheck
    ) async -> PreflightCheck {
        do throws(AWSError) { return try await look() } catch {
            return PreflightCheck(
                name: name, result: .unknown, detail: error.description,
                advice: advice.isEmpty ? "Check it by hand, or allow \(error.call) and look again." : advice,
                dependsOn: regions)
        }
    }
}

extension PreflightCheck {
    static func passed(_ name: String, _ detail: String, _ regions: [Region]) -> PreflightCheck {
        PreflightCheck(name: name, result: .passed, detail: detail, dependsOn: regions)
    }
    static func warning(_ name: String, _ detail: String, _ advice: String, _ regions: [Region]) -> PreflightCheck {
        PreflightCheck(name: name, result: .warning, detail: detail, advice: advice, dependsOn: regions)
    }
    static func failed(_ name: String, _ detail: String, _ advice: String, _ regions: [Region]) -> PreflightCheck {
        PreflightCheck(name: name, result: .failed, detail: detail, advice: advice, dependsOn: regions)
    }
}
