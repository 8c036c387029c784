import AWSModel
import Foundation

/// A Batch Replication job: of what the rules of a bucket have not replicated (1.21).
struct SimulatedBatchJob: Sendable {
    struct Task: Hashable, Sendable {
        let key: String
        let versionID: String
    }

    let id: String
    let arn: ARN
    let region: Region
    let token: String
    /// The document it was made of.
    let bucket: String
    let roleARN: String
    let reportBucket: String
    let reportPrefix: String
    let statuses: Set<String>
    let priority: Int
    let createdAt: Date
    /// When its manifest is made and its tasks begin.
    let startsAt: Date
    var tasks: [Task]?
    var succeeded = 0
    var failed = 0
    var failure: String?
    var endedAt: Date?

    var status: BatchJobStatus {
        if failure != nil { return .failed }
        if endedAt != nil { return .complete }
        return tasks == nil ? .preparing : .active
    }
}

extension SimulatedAccount {
    /// Moves the jobs along: those that are due begin, those whose copies are all made end.
    mutating func runBatchJobs() {
        for index in batchJobs.indices where batchJobs[index].endedAt == nil && batchJobs[index].startsAt <= now {
            if batchJobs[index].tasks == nil { begin(index) }
            count(index)
        }
    }

    private mutating func begin(_ index: Int) {
        let job = batchJobs[index]
        guard let bucket = buckets[job.bucket]?.withoutObjects, bucket.replication != nil else {
            return fail(index, "The source bucket has no replication configuration.")
        }
        guard let role = roles.role(arn: job.roleARN),
            PolicyDocument(role.trustPolicy)?.trusts("batchoperations.s3.amazonaws.com") == true,
            roles.allows(role, "s3:InitiateReplication", on: bucket.arn.text + "/*")
        else { return fail(index, "The role \(job.roleARN) may not initiate replication.") }
        var tasks: [SimulatedBatchJob.Task] = []
        for key in buckets[job.bucket]?.objects.keys ?? [] {
            // The oldest first, as they were written.
            for version in (buckets[job.bucket]?.objects.versions(of: key) ?? []).reversed() {
                let status = version.replicationStatus ?? "NONE"
                guard !version.isDeleteMarker, job.statuses.contains(status) else { continue }
                var version = version
                version.copies = [:]
                enqueueCopies(of: &version, key: key, in: bucket)
                guard !version.copies.isEmpty else { continue }
                let copies = version.copies
                buckets[job.bucket]?.objects.update(version.versionID, of: key) { $0.copies = copies }
                tasks.append(.init(key: key, versionID: version.versionID))
            }
        }
        batchJobs[index].tasks = tasks
    }

    private mutating func count(_ index: Int) {
        guard let tasks = batchJobs[index].tasks, let objects = buckets[batchJobs[index].bucket]?.objects else {
            return
        }
        let statuses = tasks.map { objects.version($0.versionID, of: $0.key)?.replicationStatus ?? "FAILED" }
        batchJobs[index].succeeded = statuses.count { $0 == "COMPLETED" }
        batchJobs[index].failed = statuses.count { $0 == "FAILED" }
        if !statuses.contains("PENDING") { batchJobs[index].endedAt = now }
    }

    private mutating func fail(_ index: Int, _ reason: String) {
        batchJobs[index].failure = reason
        batchJobs[index].endedAt = now
    }
}
