import AWSModel
import Foundation

extension SimulatedBackup {
    /// Makes a copy job and settles what will become of it.
    mutating func copy(
        _ point: SimulatedRecoveryPoint, fromVault name: String, _ region: Region, to destinationARN: String,
        lifecycle: RecoveryPointLifecycle?, roleARN: String, origin: SimulatedJobOrigin?, backupJobID: String?,
        at now: Date, world: any SimulatedWorld
    ) -> SimulatedCopyJob {
        let kept = Self.lifecycle(ofCopy: lifecycle, source: point.lifecycle)
        let refusal = refusal(
            toCopy: point, from: region, to: destinationARN, lifecycle: kept, roleARN: roleARN, at: now, world: world)
        let startsAt = now.addingTimeInterval(pace.startDelay)
        let run = refusal == nil ? pace.run(point.size, bytesPerSecond: pace.copyBytesPerSecond) : 60
        var job = SimulatedCopyJob(
            id: newID(), state: .known(.created), resourceARN: point.resourceARN, resourceType: point.resourceType,
            resourceName: point.resourceName, sourceVaultARN: vaultARN(name, in: region),
            sourceRecoveryPointARN: point.arn, destinationVaultARN: destinationARN, roleARN: roleARN, createdAt: now,
            size: point.size, lifecycle: kept, origin: origin, backupJobID: backupJobID,
            course: JobCourse(
                startsAt: startsAt, endsAt: startsAt.addingTimeInterval(run),
                end: refusal.map { .failed($0) } ?? .completed(message: nil, category: "SUCCESS")))
        if refusal == nil { job.draft = draft(of: point, for: job) }
        copyJobs[job.id] = job
        return job
    }

    /// A copy without a lifecycle, or without an end, keeps its source's (2.2).
    private static func lifecycle(
        ofCopy lifecycle: RecoveryPointLifecycle?, source: RecoveryPointLifecycle?
    ) -> RecoveryPointLifecycle? {
        guard var kept = lifecycle ?? source else { return nil }
        if lifecycle?.deleteAfterDays == -1 { kept.deleteAfterDays = source?.deleteAfterDays }
        if lifecycle == nil { kept.deleteAfterEvent = nil }
        return kept
    }

    private mutating func draft(
        of point: SimulatedRecoveryPoint, for job: SimulatedCopyJob
    ) -> SimulatedRecoveryPoint? {
        guard let region = job.destinationRegion, let owner = ARN(job.destinationVaultARN)?.account else { return nil }
        var copy = point
        copy.arn = BackupResourceType(named: point.resourceType).recoveryPointARN(
            id: newID(), of: point.resourceARN, in: region, account: owner, partition: partition, continuous: false,
            advanced: true)
        copy.sourceVaultARN = job.sourceVaultARN
        copy.lifecycle = job.lifecycle
        copy.origin = job.origin
        copy.roleARN = job.roleARN
        copy.isContinuous = false
        copy.status = .known(.completed)
        copy.statusMessage = nil
        copy.lastRestoredAt = nil
        // The key of the destination vault encrypts the copy; what was in the clear stays so (2.11).
        let staysClear = ["Aurora", "DocumentDB", "Neptune"].contains(point.resourceType) && !point.isEncrypted
        copy.isEncrypted = !staysClear
        copy.keyARN = staysClear ? nil : vault(arn: job.destinationVaultARN).map { keyARN(of: $0) }
        return copy
    }

    /// Why a copy will fail, in AWS Backup's manner (2.9 to 2.12).
    private func refusal(
        toCopy point: SimulatedRecoveryPoint, from region: Region, to destinationARN: String,
        lifecycle: RecoveryPointLifecycle?, roleARN: String, at now: Date, world: any SimulatedWorld
    ) -> String? {
        if let message = failingCopies[point.resourceARN] { return message }
        let type = BackupResourceType(named: point.resourceType)
        if !type.copies || isMultiAZCluster(type: point.resourceType, arn: point.resourceARN) {
            return "Copying recovery points of this type (\(type.name)) is not supported."
        }
        if type.name == "DynamoDB",
            state(region).settings.management["DynamoDB"] != true || ARN(point.arn)?.service == "dynamodb"
        {
            return "Copying a DynamoDB recovery point needs advanced features for Amazon DynamoDB backups."
        }
        if point.isCold(at: now) { return "A recovery point in cold storage cannot be copied." }
        if world.right(ofRole: roleARN, onType: type.name) == .notAssumable {
            return "IAM role \(roleARN) cannot be assumed by AWS Backup."
        }
        guard let arn = ARN(destinationARN), arn.partition == partition else {
            return "Destination backup vault \(destinationARN) is in another partition."
        }
        if arn.account != account {
            return globalSettings["isCrossAccountBackupEnabled"] == "true"
                ? nil : "Cross-account backup is not enabled for the organization."
        }
        guard let destination = self.vault(arn: destinationARN) else {
            return "Destination backup vault \(destinationARN) does not exist."
        }
        if let key = destination.keyARN, !world.isKeyUsable(key) { return "KMS key \(key) is not accessible." }
        return destination.lock?.refusal(keeping: lifecycle?.retentionDays)
    }

    mutating func step(copyJob id: String, at now: Date) {
        guard var job = copyJobs[id], let course = job.course else { return }
        if now < course.endsAt {
            job.state = .known(.running)
            copyJobs[id] = job
            return
        }
        job.course = nil
        job.completedAt = now
        var end = course.end
        if case .completed = end, job.isWithinAccount(account), vault(arn: job.destinationVaultARN) == nil {
            end = .failed("Destination backup vault \(job.destinationVaultARN) does not exist.")
        }
        switch end {
        case .completed(let message, let category):
            job.state = .known(.completed)
            job.statusMessage = message
            job.messageCategory = category
            job.destinationRecoveryPointARN = job.draft?.arn
            if var point = job.draft, let (name, region) = vaultPlace(job.destinationVaultARN) {
                point.completedAt = now
                store(point, inVault: name, region)
            }
        case .failed(let message), .expired(let message):
            job.state = .known(.failed)
            job.statusMessage = message
            job.messageCategory = "FAILURE"
        case .aborted:
            job.state = .known(.failed)
        }
        job.draft = nil
        copyJobs[id] = job
        if job.state == .known(.completed) { deleteAfterCopy(job) }
    }

    /// Removes a source that was to live until its copies were made (2.2).
    private mutating func deleteAfterCopy(_ job: SimulatedCopyJob) {
        guard let vault = vault(arn: job.sourceVaultARN), let source = vault.points[job.sourceRecoveryPointARN],
            source.lifecycle?.deleteAfterEvent == "DELETE_AFTER_COPY", vault.lock == nil,
            !copyJobs.moving.contains(where: { $0.sourceRecoveryPointARN == source.arn })
        else { return }
        regions[vault.region]?.vaults[vault.name]?.points[source.arn] = nil
    }
}

extension SimulatedCopyJob {
    func isWithinAccount(_ account: AccountID) -> Bool { ARN(destinationVaultARN)?.account == account }
}
