import AWSModel
import Foundation

extension SimulatedBackup {
    /// Jobs of the last 30 days (2.13).
    func listBackupJobs(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let filter = try JobFilter(call)
        let horizon = call.now.addingTimeInterval(-30 * 86400)
        let vault = call.parameter("backupVaultName")
        let jobs = state(call.region).backupJobs.newestFirst { job in
            job.createdAt >= horizon && (vault == nil || job.vaultName == vault)
                && filter.takes(
                    state: job.state.wire, resource: job.resourceARN, type: job.resourceType,
                    category: job.messageCategory, createdAt: job.createdAt, completedAt: job.completedAt,
                    account: account)
        }
        return try page(jobs, call, member: "BackupJobs") { describe($0, call) }
    }

    func describeBackupJob(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        BackupReply(body: describe(try backupJob(call), call))
    }

    mutating func startBackupJob(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let vaultName = try call.text("BackupVaultName")
        let resourceARN = try call.text("ResourceArn")
        let roleARN = try call.text("IamRoleArn")
        guard ARN(roleARN)?.service == "iam" else { throw .invalidParameter("Invalid role ARN: \(roleARN)") }
        if let job = call.idempotencyToken.flatMap({ state(call.region).tokens["StartBackupJob " + $0] })
            .flatMap({ state(call.region).backupJobs[$0] })
        {
            return startReply(job)
        }
        guard let vault = state(call.region).vaults[vaultName] else {
            throw .notFound("Backup vault \(vaultName) not found")
        }
        guard let resource = call.world.resources(in: call.region).first(where: { $0.arn == resourceARN }) else {
            throw .notFound("Resource \(resourceARN) not found")
        }
        let startWindow = call.body["StartWindowMinutes"]?.asInteger ?? 480
        try checkStartWindow(startWindow)
        let lifecycle = call.lifecycle()
        try check(lifecycle)
        let request = BackupRequest(
            resource: resource, vault: vault.name, region: call.region, roleARN: roleARN, lifecycle: lifecycle,
            startWindow: Double(startWindow) * 60,
            completionWindow: call.body["CompleteWindowMinutes"]?.asInteger.map { Double($0) * 60 },
            pointTags: call.body["RecoveryPointTags"]?.asMap ?? [:])
        let job = begin(request, at: call.now, world: call.world)
        if let token = call.idempotencyToken { regions[call.region]?.tokens["StartBackupJob " + token] = job.id }
        return startReply(job)
    }

    mutating func stopBackupJob(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        var job = try backupJob(call)
        guard job.course != nil, job.state != .known(.aborting) else {
            throw .invalidRequest("Backup job \(job.id) is \(job.state.wire) and cannot be stopped.")
        }
        job.state = .known(.aborting)
        job.course = JobCourse(startsAt: call.now, endsAt: call.now.addingTimeInterval(60), end: .aborted)
        regions[call.region]?.backupJobs[job.id] = job
        return .empty
    }

    private func backupJob(_ call: BackupCall) throws(BackupRefusal) -> SimulatedBackupJob {
        guard let job = state(call.region).backupJobs[call.label("job")] else {
            throw .notFound("Backup job \(call.label("job")) not found")
        }
        return job
    }

    /// Only fully managed types learn their recovery point's ARN at once.
    private func startReply(_ job: SimulatedBackupJob) -> BackupReply {
        .members([
            "BackupJobId": .text(job.id), "CreationDate": .time(job.createdAt), "IsParent": .flag(false),
            "RecoveryPointArn": BackupResourceType(named: job.resourceType).fullyManaged
                ? .text(job.recoveryPointARN) : nil,
        ])
    }

    private func describe(_ job: SimulatedBackupJob, _ call: BackupCall) -> BackupJSON {
        .members([
            "AccountId": .text(account.digits), "BackupJobId": .text(job.id), "BackupVaultName": .text(job.vaultName),
            "BackupVaultArn": .text(vaultARN(job.vaultName, in: call.region)),
            "RecoveryPointArn": .text(job.recoveryPointARN), "ResourceArn": .text(job.resourceARN),
            "ResourceType": .text(job.resourceType), "ResourceName": .text(job.resourceName),
            "CreationDate": .time(job.createdAt), "InitiationDate": .time(job.createdAt),
            "CompletionDate": .time(job.completedAt), "StartBy": .time(job.startBy),
            "State": .text(job.state.wire), "StatusMessage": .text(job.statusMessage),
            "MessageCategory": .text(job.messageCategory),
            "PercentDone": .text(percentDone(job.state.wire, job.course, call.now)),
            "BackupSizeInBytes": .integer(job.size.map { Int($0.bytes) }), "IamRoleArn": .text(job.roleARN),
            "CreatedBy": job.origin?.json, "ExpectedCompletionDate": .time(job.course?.endsAt),
            "RecoveryPointLifecycle": job.lifecycle.map { .document($0) }, "IsParent": .flag(false),
        ])
    }

    /// Percent as AWS writes it, "42.0".
    func percentDone(_ state: String, _ course: JobCourse?, _ now: Date) -> String {
        switch state {
        case "COMPLETED": "100.0"
        case "RUNNING": String(((course?.percentDone(at: now) ?? 0) * 10).rounded() / 10)
        default: "0.0"
        }
    }
}
