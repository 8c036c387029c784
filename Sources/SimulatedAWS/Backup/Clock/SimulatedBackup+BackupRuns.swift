import AWSModel
import Foundation

extension SimulatedBackup {
    /// Makes a backup job and settles what will become of it.
    mutating func begin(
        _ request: BackupRequest, at now: Date, world: any SimulatedWorld
    ) -> SimulatedBackupJob {
        let resource = request.resource
        let continuity = continuity(of: request)
        let (arn, isContinuous) = pointARN(for: request, continuity)
        let end: JobCourse.End =
            refusal(of: request, world: world).map { .failed($0) }
            ?? continuity.message.map { .completed(message: $0, category: "PITR_ALREADY_CONFIGURED") }
            ?? .completed(message: nil, category: "SUCCESS")
        var job = SimulatedBackupJob(
            id: newID(), state: .known(.created), resourceARN: resource.arn, resourceType: resource.type,
            resourceName: resource.name, vaultName: request.vault, roleARN: request.roleARN, createdAt: now,
            startBy: now.addingTimeInterval(request.startWindow), lifecycle: request.lifecycle, origin: request.origin,
            course: course(of: request, end: end, at: now))
        job.copyActions = request.copyActions
        if case .failed = end {
            regions[request.region, default: BackupRegionState()].backupJobs[job.id] = job
            return job
        }
        let type = BackupResourceType(named: resource.type)
        let vaultKey = state(request.region).vaults[request.vault].map { keyARN(of: $0) }
        let key = type.fullyManaged ? vaultKey : resource.keyARN
        job.recoveryPointARN = arn
        job.draft = SimulatedRecoveryPoint(
            arn: arn, resourceARN: resource.arn, resourceType: resource.type, resourceName: resource.name,
            roleARN: request.roleARN, origin: request.origin,
            status: .known(isContinuous ? .available : .completed), createdAt: now, size: resource.size,
            lifecycle: request.lifecycle, keyARN: key, isEncrypted: key != nil, isContinuous: isContinuous,
            tags: request.pointTags, restoreMetadata: resource.restoreMetadata)
        regions[request.region, default: BackupRegionState()].backupJobs[job.id] = job
        return job
    }

    /// What continuous backup makes of a request (2.3, 2.8).
    private enum Continuity {
        case snapshot
        case begins
        /// The ARN of the continuous recovery point that goes on.
        case goesOn(String)
        /// A continuous recovery point elsewhere: a snapshot is taken.
        case elsewhere

        var message: String? {
            if case .elsewhere = self {
                "Point-in-time recovery is already configured for this resource; a snapshot was taken instead."
            } else {
                nil
            }
        }
    }

    private mutating func continuity(of request: BackupRequest) -> Continuity {
        let resource = request.resource
        guard request.isContinuous, BackupResourceType(named: resource.type).continuous,
            !isMultiAZCluster(type: resource.type, arn: resource.arn)
        else { return .snapshot }
        let found = state(request.region).vaults.values.lazy.compactMap { vault in
            vault.points.values.first {
                $0.isContinuous && $0.resourceARN == resource.arn && $0.status != .known(.stopped)
            }
            .map { (vault: vault, point: $0) }
        }.first
        if resource.type == "S3", !resource.notifiesEventBridge {
            if let found { stop(found.point, in: found.vault) }
            return .snapshot
        }
        guard let found else { return .begins }
        let isSamePlan = found.point.origin?.planID == request.origin?.planID
        return isSamePlan && found.vault.name == request.vault ? .goesOn(found.point.arn) : .elsewhere
    }

    private mutating func stop(_ point: SimulatedRecoveryPoint, in vault: SimulatedVault) {
        var stopped = point
        stopped.status = .known(.stopped)
        stopped.statusMessage = "The bucket no longer sends its events to Amazon EventBridge."
        regions[vault.region]?.vaults[vault.name]?.points[point.arn] = stopped
    }

    private mutating func pointARN(
        for request: BackupRequest, _ continuity: Continuity
    ) -> (arn: String, isContinuous: Bool) {
        switch continuity {
        case .goesOn(let arn): return (arn, true)
        case .begins:
            let arn = makeRecoveryPointARN(
                type: request.resource.type, of: request.resource.arn, in: request.region, continuous: true)
            return (arn, true)
        case .snapshot, .elsewhere:
            let arn = makeRecoveryPointARN(
                type: request.resource.type, of: request.resource.arn, in: request.region)
            return (arn, false)
        }
    }

    /// Why a backup will fail, in AWS Backup's manner.
    private func refusal(of request: BackupRequest, world: any SimulatedWorld) -> String? {
        let resource = request.resource
        if let message = failingBackups[resource.arn] { return message }
        guard let vault = state(request.region).vaults[request.vault] else {
            return "Backup vault \(request.vault) does not exist."
        }
        switch world.right(ofRole: request.roleARN, onType: resource.type) {
        case .granted: break
        case .notAssumable: return "IAM role \(request.roleARN) cannot be assumed by AWS Backup."
        case .lacking: return "Insufficient privileges to create a backup with IAM role \(request.roleARN)."
        }
        if resource.type == "S3", !resource.isVersioned {
            return "Versioning is not enabled on bucket \(resource.name ?? resource.arn)."
        }
        let key = BackupResourceType(named: resource.type).fullyManaged ? vault.keyARN : resource.keyARN
        if let key, !world.isKeyUsable(key) { return "KMS key \(key) is not accessible." }
        return vault.lock?.refusal(keeping: request.lifecycle?.retentionDays)
    }

    /// One job runs at a time on a resource (2.20); windows that are missed expire the job (2.14).
    private func course(of request: BackupRequest, end: JobCourse.End, at now: Date) -> JobCourse {
        let busyUntil = state(request.region).backupJobs.moving
            .filter { $0.resourceARN == request.resource.arn }
            .compactMap { $0.course?.endsAt }.max()
        let startsAt = max(now.addingTimeInterval(pace.startDelay), busyUntil ?? now)
        let startBy = now.addingTimeInterval(request.startWindow)
        if startsAt > startBy {
            return JobCourse(
                startsAt: startBy, endsAt: startBy, end: .expired("Backup job expired before it could start."))
        }
        if case .failed = end {
            return JobCourse(startsAt: startsAt, endsAt: startsAt.addingTimeInterval(60), end: end)
        }
        let run = pace.run(request.resource.size, bytesPerSecond: pace.backupBytesPerSecond)
        let endsAt = startsAt.addingTimeInterval(run)
        if let window = request.completionWindow, endsAt > now.addingTimeInterval(window) {
            return JobCourse(
                startsAt: startsAt, endsAt: max(startsAt, now.addingTimeInterval(window)),
                end: .expired("Backup job expired before completion."))
        }
        return JobCourse(startsAt: startsAt, endsAt: endsAt, end: end)
    }

    mutating func step(backupJob id: String, in region: Region, at now: Date, world: any SimulatedWorld) {
        guard var job = regions[region]?.backupJobs[id], let course = job.course else { return }
        if now < course.endsAt {
            job.state = .known(now < course.startsAt ? .pending : .running)
            regions[region]?.backupJobs[id] = job
            return
        }
        job.course = nil
        job.completedAt = now
        switch course.end {
        case .completed(let message, let category):
            job.state = .known(.completed)
            job.statusMessage = message
            job.messageCategory = category
            job.size = job.draft?.size
        case .failed(let message):
            job.state = .known(.failed)
            job.statusMessage = message
            job.messageCategory = "FAILURE"
        case .expired(let message):
            job.state = .known(.expired)
            job.statusMessage = message
            job.recoveryPointARN = nil
        case .aborted:
            job.state = .known(.aborted)
            job.statusMessage = "Backup job was stopped by the user."
            job.recoveryPointARN = nil
        }
        let draft = job.draft
        job.draft = nil
        regions[region]?.backupJobs[id] = job
        guard case .completed = course.end, let draft else { return }
        complete(job, draft, in: region, at: now, world: world)
    }

    /// Stores the recovery point of a job that completed, and begins its copies.
    private mutating func complete(
        _ job: SimulatedBackupJob, _ draft: SimulatedRecoveryPoint, in region: Region, at now: Date,
        world: any SimulatedWorld
    ) {
        guard regions[region]?.vaults[job.vaultName] != nil else { return }
        var point = draft
        point.completedAt = now
        // A backup of S3 holds the bucket as it was when its traversal ended (2.8).
        if point.resourceType == "S3" { point.createdAt = now }
        // A copy of a continuous backup is a snapshot of now (2.3).
        var snapshot = point
        snapshot.isContinuous = false
        if point.isContinuous, let known = regions[region]?.vaults[job.vaultName]?.points[point.arn] {
            point.createdAt = known.createdAt
            point.tags = known.tags
        }
        store(point, inVault: job.vaultName, region)
        for action in job.copyActions {
            _ = copy(
                snapshot, fromVault: job.vaultName, region, to: action.destinationVaultARN, lifecycle: action.lifecycle,
                roleARN: job.roleARN, origin: job.origin, backupJobID: job.id, at: now, world: world)
        }
    }

    /// RDS Multi-AZ clusters have neither copies nor continuous backups (2.10).
    func isMultiAZCluster(type: String, arn: String) -> Bool { type == "RDS" && arn.contains(":cluster:") }
}
