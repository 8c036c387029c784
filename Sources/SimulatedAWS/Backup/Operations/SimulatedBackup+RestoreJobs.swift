import AWSModel
import Foundation

extension SimulatedBackup {
    func listRestoreJobs(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let filter = try JobFilter(call, stateName: "status")
        let plan = call.parameter("restoreTestingPlanArn")
        let jobs = state(call.region).restoreJobs.newestFirst { job in
            (plan == nil || job.testingPlanARN == plan)
                && filter.takes(
                    state: job.status.wire, resource: nil, type: job.resourceType, category: nil,
                    createdAt: job.createdAt, completedAt: job.completedAt, account: account)
        }
        return try page(jobs, call, member: "RestoreJobs") { describe($0, call) }
    }

    func listRestoreJobsByResource(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let resource = call.label("resource")
        let status = call.parameter("status")
        let after = try call.time("recoveryPointCreationDateAfter")
        let before = try call.time("recoveryPointCreationDateBefore")
        let jobs = state(call.region).restoreJobs.newestFirst { job in
            let date = job.recoveryPointCreatedAt
            return job.sourceResourceARN == resource && (status == nil || job.status.wire == status)
                && (after.map { limit in date.map { $0 > limit } ?? false } ?? true)
                && (before.map { limit in date.map { $0 < limit } ?? false } ?? true)
        }
        return try page(jobs, call, member: "RestoreJobs") { describe($0, call) }
    }

    func describeRestoreJob(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        BackupReply(body: describe(try restoreJob(call), call))
    }

    func getRestoreJobMetadata(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let job = try restoreJob(call)
        let told = job.metadata.merging(call.world.rewrittenMetadata) { $1 }
        return .members(["RestoreJobId": .text(job.id), "Metadata": .map(told)])
    }

    mutating func startRestoreJob(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let pointARN = try call.text("RecoveryPointArn")
        guard let metadata = call.body["Metadata"]?.asMap else { throw .missingParameter("Metadata") }
        if let job = restoreJob(of: call) { return .members(["RestoreJobId": .text(job.id)]) }
        guard let vault = state(call.region).vault(holding: pointARN), let point = vault.points[pointARN] else {
            throw .notFound("Recovery point \(pointARN) not found")
        }
        if let type = call.body["ResourceType"]?.asText, type != point.resourceType {
            throw .invalidParameter("ResourceType \(type) is not that of the recovery point, \(point.resourceType).")
        }
        let roleARN = call.body["IamRoleArn"]?.asText
        try checkRestore(of: point, metadata: metadata, roleARN: roleARN, call)
        let job = restore(
            point, in: vault, metadata: metadata, roleARN: roleARN, at: call.now, world: call.world)
        if let token = call.idempotencyToken { regions[call.region]?.tokens["StartRestoreJob " + token] = job.id }
        return .members(["RestoreJobId": .text(job.id)])
    }

    /// The job that was started with the same token. A repetition is answered with success and starts nothing, whatever
    /// its other parameters; tokens time out after an hour (StartRestoreJob in the API reference).
    private func restoreJob(of call: BackupCall) -> SimulatedRestoreJob? {
        guard let token = call.idempotencyToken, let id = state(call.region).tokens["StartRestoreJob " + token],
            let job = state(call.region).restoreJobs[id], call.now.timeIntervalSince(job.createdAt) < 3600
        else { return nil }
        return job
    }

    /// What AWS Backup looks at before it makes a job.
    private func checkRestore(
        of point: SimulatedRecoveryPoint, metadata: [String: String], roleARN: String?, _ call: BackupCall
    ) throws(BackupRefusal) {
        let target = RestoreTarget(
            type: point.resourceType, metadata: metadata, region: call.region, account: account, partition: partition,
            id: "")
        if let missing = target.missing { throw .invalidParameter("Restore metadata \(missing) is required.") }
        if let roleARN, call.world.restoreRight(ofRole: roleARN, onType: point.resourceType) == .notAssumable {
            throw .invalidParameter("IAM Role \(roleARN) cannot be assumed by AWS Backup")
        }
        if [.known(.creating), .known(.deleting)].contains(point.status) {
            throw .invalidRequest("Recovery point \(point.arn) is \(point.status.wire).")
        }
        if point.resourceType == "EBS", point.isCold(at: call.now), target.value("temporaryRestoreDays") == nil {
            throw .invalidParameter("Restore metadata temporaryRestoreDays is required for an archived snapshot.")
        }
    }

    /// A validation is final once set (2.17).
    mutating func putRestoreValidationResult(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        var job = try restoreJob(call)
        let status = try call.text("ValidationStatus")
        guard let validation = RestoreJob.Validation(rawValue: status) else {
            throw .invalidParameter("Invalid ValidationStatus: \(status)")
        }
        guard job.testingPlanARN != nil else {
            throw .invalidRequest("Restore job \(job.id) was not made by a restore testing plan.")
        }
        guard job.status == .known(.completed) else {
            throw .invalidRequest("Restore job \(job.id) is \(job.status.wire).")
        }
        guard job.validation == nil || job.validation == .known(.validating) else {
            throw .invalidRequest("The validation of restore job \(job.id) is final.")
        }
        job.validation = .known(validation)
        job.validationMessage = call.body["ValidationStatusMessage"]?.asText
        if validation != .validating { job.validateBy = nil }
        regions[call.region]?.restoreJobs[job.id] = job
        return .noContent
    }

    private func restoreJob(_ call: BackupCall) throws(BackupRefusal) -> SimulatedRestoreJob {
        guard let job = state(call.region).restoreJobs[call.label("job")] else {
            throw .notFound("Restore job \(call.label("job")) not found")
        }
        return job
    }

    private func describe(_ job: SimulatedRestoreJob, _ call: BackupCall) -> BackupJSON {
        .members([
            "AccountId": .text(account.digits), "RestoreJobId": .text(job.id),
            "RecoveryPointArn": .text(job.recoveryPointARN), "SourceResourceArn": .text(job.sourceResourceARN),
            "BackupVaultArn": .text(job.vaultARN), "CreationDate": .time(job.createdAt),
            "CompletionDate": .time(job.completedAt), "Status": .text(job.status.wire),
            "StatusMessage": .text(job.statusMessage),
            "PercentDone": .text(
                job.percentReached.map { String(($0 * 10).rounded() / 10) }
                    ?? percentDone(job.status.wire, job.course, call.now)),
            "BackupSizeInBytes": .integer(job.size.map { Int($0.bytes) }), "IamRoleArn": .text(job.roleARN),
            "CreatedResourceArn": .text(job.createdResourceARN), "ResourceType": .text(job.resourceType),
            "RecoveryPointCreationDate": .time(job.recoveryPointCreatedAt), "IsParent": .flag(false),
            "CreatedBy": job.testingPlanARN.map { .members(["RestoreTestingPlanArn": .text($0)]) },
            "ValidationStatus": .text(job.validation?.wire), "ValidationStatusMessage": .text(job.validationMessage),
        ])
    }
}
