import AWSModel
import Foundation

extension SimulatedBackup {
    /// Jobs that copy from this region or into it (2.13).
    func listCopyJobs(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let filter = try JobFilter(call)
        let destination = call.parameter("destinationVaultArn")
        let source = call.parameter("sourceRecoveryPointArn")
        let jobs = copyJobs.newestFirst { job in
            (destination == nil || job.destinationVaultARN == destination)
                && (source == nil || job.sourceRecoveryPointARN == source)
                && filter.takes(
                    state: job.state.wire, resource: job.resourceARN, type: job.resourceType,
                    category: job.messageCategory, createdAt: job.createdAt, completedAt: job.completedAt,
                    account: account)
                && job.touches(call.region)
        }
        return try page(jobs, call, member: "CopyJobs") { describe($0) }
    }

    func describeCopyJob(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        guard let job = copyJobs[call.label("job")], job.touches(call.region) else {
            throw .notFound("Copy job \(call.label("job")) not found")
        }
        return .members(["CopyJob": describe(job)])
    }

    mutating func startCopyJob(_ call: BackupCall) throws(BackupRefusal) -> BackupReply {
        let pointARN = try call.text("RecoveryPointArn")
        let vaultName = try call.text("SourceBackupVaultName")
        let destination = try call.text("DestinationBackupVaultArn")
        let roleARN = try call.text("IamRoleArn")
        let tokens = state(call.region).tokens
        if let job = call.idempotencyToken.flatMap({ tokens["StartCopyJob " + $0] }).flatMap({ copyJobs[$0] }) {
            return startReply(job)
        }
        guard let vault = state(call.region).vaults[vaultName] else {
            throw .notFound("Backup vault \(vaultName) not found")
        }
        guard let point = vault.points[pointARN] else {
            throw .notFound("Recovery point \(pointARN) not found in backup vault \(vaultName)")
        }
        guard let arn = ARN(destination), arn.resource.hasPrefix("backup-vault:"), arn.region != nil else {
            throw .invalidParameter("Invalid destination backup vault ARN: \(destination)")
        }
        guard !point.isContinuous else {
            throw .invalidRequest("A continuous recovery point cannot be copied on demand.")
        }
        let lifecycle = call.lifecycle()
        try check(lifecycle)
        let job = copy(
            point, fromVault: vaultName, call.region, to: destination, lifecycle: lifecycle, roleARN: roleARN,
            origin: nil,
            backupJobID: nil, at: call.now, world: call.world)
        if let token = call.idempotencyToken { regions[call.region]?.tokens["StartCopyJob " + token] = job.id }
        return startReply(job)
    }

    private func startReply(_ job: SimulatedCopyJob) -> BackupReply {
        .members(["CopyJobId": .text(job.id), "CreationDate": .time(job.createdAt), "IsParent": .flag(false)])
    }

    private func describe(_ job: SimulatedCopyJob) -> BackupJSON {
        let destination = vault(arn: job.destinationVaultARN)
        return .members([
            "AccountId": .text(account.digits), "CopyJobId": .text(job.id),
            "SourceBackupVaultArn": .text(job.sourceVaultARN),
            "SourceRecoveryPointArn": .text(job.sourceRecoveryPointARN),
            "DestinationBackupVaultArn": .text(job.destinationVaultARN),
            "DestinationVaultType": .text(destination?.type.rawValue),
            "DestinationRecoveryPointArn": .text(job.destinationRecoveryPointARN),
            "DestinationEncryptionKeyArn": .text(destination.map { keyARN(of: $0) }),
            "DestinationRecoveryPointLifecycle": job.lifecycle.map { .document($0) },
            "ResourceArn": .text(job.resourceARN), "ResourceType": .text(job.resourceType),
            "ResourceName": .text(job.resourceName), "CreationDate": .time(job.createdAt),
            "CompletionDate": .time(job.completedAt), "State": .text(job.state.wire),
            "StatusMessage": .text(job.statusMessage), "MessageCategory": .text(job.messageCategory),
            "BackupSizeInBytes": .integer(job.size.map { Int($0.bytes) }), "IamRoleArn": .text(job.roleARN),
            "CreatedBy": job.origin?.json, "CreatedByBackupJobId": .text(job.backupJobID), "IsParent": .flag(false),
        ])
    }
}

extension SimulatedCopyJob {
    var sourceRegion: Region? { ARN(sourceVaultARN)?.region }
    var destinationRegion: Region? { ARN(destinationVaultARN)?.region }

    func touches(_ region: Region) -> Bool { sourceRegion == region || destinationRegion == region }
}
