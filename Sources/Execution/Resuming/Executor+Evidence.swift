import AWSCore
import AWSModel
import AWSServices
import Foundation
import Recovery

extension Executor {
    /// Looks for what a call would have made or changed.
    ///
    /// - Parameter others: what other calls of the journal have started.
    func evidence(of call: PlannedCall, since intent: Date, besides others: Set<String> = []) async -> Evidence {
        do throws(AWSError) {
            switch call.action {
            case .startRestoreJob(let point, _, let role, let metadata):
                return try await restoreJob(of: point, role, metadata, for: call, since: intent, besides: others)
            case .createDBInstance(let identifier, _, _, _),
                .restoreDBInstanceToPointInTime(_, let identifier, _, _):
                let instance = try await client.instance(identifier, in: call.region)
                return made(instance?.arn.text, at: instance?.createdAt, since: intent, besides: others)
            case .promoteReadReplica(let identifier):
                guard let instance = try await client.instance(identifier, in: call.region) else {
                    return .cannotTell("there is no instance \(identifier) in \(call.region)")
                }
                if instance.replicaSource == nil { return .happened(identifier: instance.arn.text) }
                // RDS names the source until the promotion is over, which takes minutes.
                return instance.status == "available"
                    ? .notSeen : .cannotTell("\(identifier) is \(instance.status ?? "in no known state")")
            case .failoverGlobalCluster(let identifier, let target),
                .switchoverGlobalCluster(let identifier, let target):
                guard let global = try await client.globalCluster(identifier, in: call.region) else {
                    return .cannotTell("there is no global cluster \(identifier) in \(call.region)")
                }
                let isWriter = global.members.contains { $0.isWriter && $0.clusterARN.text == target }
                if isWriter { return .happened(identifier: global.arn) }
                return global.failover == nil ? .notSeen : .cannotTell("\(identifier) is about to change its writer")
            case .restoreDBClusterToPointInTime(_, let identifier, _, _):
                let cluster = try await client.cluster(identifier, in: call.region)
                return made(cluster?.arn.text, at: cluster?.createdAt, since: intent, besides: others)
            case .restoreTableToPointInTime(_, let target, _):
                let table = try await client.table(target, in: call.region)
                return made(table?.arn.text, at: table?.createdAt, since: intent, besides: others)
            case .deleteFileSystemReplication(let source, _):
                let isThere = try await client.replications(in: call.region).contains {
                    $0.sourceID == source && !$0.destinations.allSatisfy { $0.status == .known(.deleting) }
                }
                return isThere ? .notSeen : .happened(identifier: source)
            case .createVolume(let snapshot, let zone, _):
                // A volume does not tell the token it was made with, and others may be made of the same snapshot.
                let since = earliest(of: intent)
                let volumes = try await client.all(EC2.DescribeVolumes(), in: call.region).filter {
                    $0.snapshot == snapshot && $0.zone == zone && !others.contains($0.id)
                        && $0.createdAt.map { $0 >= since } ?? true
                }
                guard !volumes.isEmpty else { return .notSeen }
                return .doubtful(Doubt(token: call.token, what: "volume", identifiers: volumes.map(\.id).sorted()))
            case .createReplicationJob(let bucket, let role, let reportBucket, let prefix):
                let report = BatchReport(bucket: reportBucket, prefix: prefix)
                return try await batchJob(of: bucket, role, report, for: call, since: intent, besides: others)
            case .removeDeleteMarkers, .restoreVersions, .submitRoutes:
                return .cannotTell("it is resumed by sending it again")
            }
        } catch {
            return .cannotTell(error.description)
        }
    }

    /// What bears the name that was wanted; what is older than the intent bore it before, and the call was refused for it.
    private func made(
        _ arn: String?, at date: Date?, since intent: Date, besides others: Set<String>
    ) -> Evidence {
        guard let arn else { return .notSeen }
        // What another call made under this name was there before this one was intended.
        let earliest = others.contains(arn) ? intent : earliest(of: intent)
        // What is still being made has no time of creation yet.
        guard let date, date < earliest else {
            return .happened(identifier: arn)
        }
        return .notSeen
    }

    /// The oldest job that was made of a recovery point since an intent, with the same role and parameters. Where the parameters of none come back as they were sent, each of them may be it: AWS does not promise to keep them.
    private func restoreJob(
        of point: String, _ role: String, _ metadata: [String: String], for call: PlannedCall,
        since intent: Date, besides others: Set<String>
    ) async throws(AWSError) -> Evidence {
        let jobs = try await client.all(Backup.ListRestoreJobs(createdAfter: earliest(of: intent)), in: call.region)
            .filter { job in
                job.recoveryPointARN == point && (job.roleARN ?? role) == role && !others.contains(job.id)
            }
            .sorted { ($0.createdAt ?? .distantPast, $0.id) < ($1.createdAt ?? .distantPast, $1.id) }
        for job in jobs {
            let told = try await client.send(Backup.GetRestoreJobMetadata(jobID: job.id), in: call.region).metadata
            // AWS Backup adds parameters of its own, and does not tell their names' capitals apart.
            let made = Dictionary(told.map { ($0.key.lowercased(), $0.value) }) { first, _ in first }
            if metadata.allSatisfy({ made[$0.key.lowercased()] == $0.value }) { return .happened(identifier: job.id) }
        }
        return jobs.isEmpty
            ? .notSeen : .doubtful(Doubt(token: call.token, what: "restore job", identifiers: jobs.map(\.id)))
    }

    /// As early as AWS may say that something was made for an intent.
    private func earliest(of intent: Date) -> Date { intent.addingTimeInterval(-policy.clockSkew.asSeconds) }

    /// Where a batch job says what it did.
    private struct BatchReport: Hashable {
        var bucket: String
        var prefix: String
    }

    private func batchJob(
        of bucket: String, _ role: String, _ report: BatchReport, for call: PlannedCall, since intent: Date,
        besides others: Set<String>
    ) async throws(AWSError) -> Evidence {
        guard let account = ARN(role)?.account else { return .cannotTell("\(role) is not the ARN of a role") }
        let since = earliest(of: intent)
        let jobs = try await client.all(S3Control.ListJobs(accountID: account), in: call.region).filter {
            $0.operation == "S3ReplicateObject" && !others.contains($0.id) && $0.createdAt.map { $0 >= since } ?? false
        }
        var doubtful: [String] = []
        for job in jobs {
            let made = try await client.send(S3Control.DescribeJob(accountID: account, jobID: job.id), in: call.region)
            // Roles of batch jobs serve many buckets.
            let source = made.sourceBucket.flatMap { ARN($0)?.resource }
            guard made.roleARN == role, source == nil || source == bucket else { continue }
            let told = BatchReport(
                bucket: made.reportBucket.flatMap { ARN($0)?.resource } ?? "", prefix: made.reportPrefix ?? "")
            if source == bucket, told == report { return .happened(identifier: job.id) }
            doubtful.append(job.id)
        }
        return doubtful.isEmpty
            ? .notSeen : .doubtful(Doubt(token: call.token, what: "batch job", identifiers: doubtful))
    }
}
