import AWSModel
import Foundation

extension SimulatedBackup {
    /// Makes a restore job and settles what will become of it.
    mutating func restore(
        _ point: SimulatedRecoveryPoint, in vault: SimulatedVault, metadata: [String: String], roleARN: String?,
        testingPlanARN: String? = nil, validationHours: Int = 0, at now: Date, world: any SimulatedWorld
    ) -> SimulatedRestoreJob {
        let id = newID()
        let target = RestoreTarget(
            type: point.resourceType, metadata: metadata, region: vault.region, account: account, partition: partition,
            id: id)
        let refusal = refusal(toRestore: point, target, metadata, in: vault.region, roleARN: roleARN, world: world)
        let startsAt = now.addingTimeInterval(pace.startDelay)
        let whole = pace.run(point.size, bytesPerSecond: pace.restoreBytesPerSecond)
        let breakdown = world.restoreFailure(of: point.resourceARN)
        // What fails on its way has done most of it by then.
        let run = refusal != nil ? 60 : breakdown != nil ? whole * 0.7 : whole
        var job = SimulatedRestoreJob(
            id: id, status: .known(.pending), recoveryPointARN: point.arn, recoveryPointCreatedAt: point.createdAt,
            vaultARN: vaultARN(vault.name, in: vault.region), sourceResourceARN: point.resourceARN,
            resourceType: point.resourceType, roleARN: roleARN, metadata: metadata, createdAt: now, size: point.size,
            testingPlanARN: testingPlanARN,
            course: JobCourse(
                startsAt: startsAt, endsAt: startsAt.addingTimeInterval(run),
                end: (refusal ?? breakdown).map { .failed($0) } ?? .completed(message: nil, category: "SUCCESS")))
        job.targetARN = target.arn
        if refusal == nil, breakdown != nil { job.course?.share = 0.7 }
        job.validationHours = validationHours
        regions[vault.region]?.restoreJobs[id] = job
        return job
    }

    private func refusal(
        toRestore point: SimulatedRecoveryPoint, _ target: RestoreTarget, _ metadata: [String: String],
        in region: Region, roleARN: String?, world: any SimulatedWorld
    ) -> String? {
        if let missing = target.missing { return "Restore metadata \(missing) is required." }
        if let roleARN {
            switch world.restoreRight(ofRole: roleARN, onType: point.resourceType) {
            case .granted: break
            case .lacking:
                return "Access denied: IAM role \(roleARN) lacks the permissions to restore \(point.resourceType)."
            case .notAssumable: return "IAM role \(roleARN) cannot be assumed by AWS Backup."
            }
        }
        if let key = point.keyARN, !world.isKeyUsable(key) { return "KMS key \(key) is not accessible." }
        return world.obstacle(toRestoring: point.resourceType, with: metadata, in: region)
    }

    mutating func step(restoreJob id: String, in region: Region, at now: Date) {
        guard var job = regions[region]?.restoreJobs[id] else { return }
        guard let course = job.course else {
            job.validation = .known(.timedOut)
            job.validateBy = nil
            regions[region]?.restoreJobs[id] = job
            return
        }
        if now < course.endsAt {
            job.status = .known(.running)
            regions[region]?.restoreJobs[id] = job
            return
        }
        job.course = nil
        job.completedAt = now
        switch course.end {
        case .completed(let message, _):
            job.status = .known(.completed)
            job.statusMessage = message
            job.createdResourceARN = job.targetARN
            if job.validationHours > 0 {
                job.validation = .known(.validating)
                job.validateBy = now.addingTimeInterval(Double(job.validationHours) * 3600)
            }
            restored.append(job)
            if let vault = state(region).vault(holding: job.recoveryPointARN) {
                regions[region]?.vaults[vault.name]?.points[job.recoveryPointARN]?.lastRestoredAt = now
            }
        case .failed(let message), .expired(let message):
            job.percentReached = course.percentDone(at: now)
            job.status = .known(.failed)
            job.statusMessage = message
        case .aborted:
            job.status = .known(.aborted)
        }
        regions[region]?.restoreJobs[id] = job
    }
}
