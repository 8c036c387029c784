import AWSCore
import AWSModel
import AWSServices
import Foundation

extension ProgressSubject {
    /// What AWS says now.
    func progress(
        _ client: AWSClient, in region: Region, now: @Sendable () -> Date
    ) async throws(AWSError) -> CallProgress {
        switch self {
        case .restoreJob(let id):
            return .of(try await client.send(Backup.DescribeRestoreJob(jobID: id), in: region), at: now())
        case .instance(let name):
            let instance = try await client.instance(name, in: region)
            return .of(status: instance?.status, made: instance?.arn.text, ready: ["available"], at: now())
        case .promotion(let name):
            let instance = try await client.instance(name, in: region)
            var progress = CallProgress.of(
                status: instance?.status, made: instance?.arn.text, ready: ["available"], at: now())
            if instance?.replicaSource != nil, progress.state == .done { progress.state = .running }
            return progress
        case .cluster(let name):
            let cluster = try await client.cluster(name, in: region)
            return .of(status: cluster?.status, made: cluster?.arn.text, ready: ["available"], at: now())
        case .writer(let global, let cluster):
            let found = try await client.globalCluster(global, in: region)
            let isWriter = found?.members.contains { $0.isWriter && $0.clusterARN.text == cluster } ?? false
            return CallProgress(
                state: isWriter && found?.failover == nil ? .done : .running, word: found?.status ?? "not listed",
                message: found?.failover, created: isWriter ? cluster : nil, asOf: now(), isListed: found != nil)
        case .table(let name):
            let table = try await client.table(name, in: region)
            return .of(status: table?.status, made: table?.arn.text, ready: ["ACTIVE"], at: now())
        case .volume(let id):
            let volume = try await client.volume(id, in: region)
            return .of(status: volume?.state, made: volume?.id, ready: ["available", "in-use"], at: now())
        case .fileSystem(let id):
            let system = try await client.fileSystem(id, in: region)
            return .of(status: system?.state, made: system?.arn.text, ready: ["available"], at: now())
        case .replicationEnd(let id):
            let left = try await client.replications(in: region).first {
                $0.sourceID == id || $0.destinations.contains { $0.fileSystem == id }
            }
            guard let left else { return CallProgress(state: .done, word: "deleted", asOf: now()) }
            return CallProgress(
                state: .running, word: left.destinations.first?.status?.wire ?? "listed", asOf: now())
        case .batchJob(let id, let account):
            return .of(
                try await client.send(S3Control.DescribeJob(accountID: account, jobID: id), in: region), at: now())
        }
    }
}

extension CallProgress {
    fileprivate static func of(_ job: RestoreJob, at now: Date) -> CallProgress {
        let state: State =
            switch job.status {
            case .known(.completed): .done
            case .known(.failed), .known(.aborted): .failed
            case .known(.pending), nil: .waiting
            case .known(.running), .other: .running
            }
        let percent = job.percentDone.flatMap { Double($0.filter { $0 != "%" }) }
        return CallProgress(
            state: state, word: job.status?.wire ?? "PENDING", percent: state == .done ? 100 : percent,
            message: job.statusMessage, created: job.createdResourceARN, startedAt: job.createdAt,
            endedAt: job.completedAt, asOf: now)
    }

    /// A resource by the word for its state; one that is not listed has yet to appear.
    fileprivate static func of(status: String?, made: String?, ready: Set<String>, at now: Date) -> CallProgress {
        guard let made else { return CallProgress(state: .waiting, word: "not listed", asOf: now, isListed: false) }
        let word = status ?? "unknown"
        let lower = word.lowercased()
        let isFailed =
            ["error", "failed", "inaccessible", "incompatible"].contains { lower.contains($0) }
            || ["deleting", "deleted"].contains(lower)
        let state: State = ready.contains(word) ? .done : isFailed ? .failed : .running
        return CallProgress(state: state, word: word, created: made, asOf: now)
    }

    fileprivate static func of(_ job: BatchJob, at now: Date) -> CallProgress {
        let counts = job.progress
        let failed = counts?.failed ?? 0
        let state: State =
            switch job.status {
            case .known(.complete): .done
            case .known(.failed), .known(.cancelled), .known(.failing), .known(.cancelling): .failed
            case .known(.new), .known(.preparing), .known(.ready), .known(.suspended), .known(.paused): .waiting
            case .known(.active), .known(.completing), .known(.pausing), .other: .running
            }
        var percent: Double?
        if let total = counts?.total, total > 0 {
            percent = Double((counts?.succeeded ?? 0) + failed) / Double(total) * 100
        }
        let message =
            job.statusReason ?? job.failures.first?.reason
            ?? (failed > 0 ? "\(failed) of \(counts?.total ?? 0) objects failed" : nil)
        return CallProgress(
            state: state, word: job.status.wire, percent: percent, message: message, startedAt: job.createdAt,
            endedAt: job.endedAt, asOf: now)
    }
}
