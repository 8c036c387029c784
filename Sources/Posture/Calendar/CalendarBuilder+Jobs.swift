import AWSModel
import Foundation

extension CalendarBuilder {
    /// Lays what was read of the jobs over the runs, and judges each run.
    mutating func lay(_ regions: [RegionJobs]) {
        var runOfPoint: [String: [Int]] = [:]
        for region in regions {
            for job in (region.backups.value ?? []).sorted(by: Self.isOlder) {
                guard let run = run(of: job, in: region.region) else {
                    unplanned.append(job)
                    continue
                }
                runs[run].jobs.append(job)
                if let point = job.recoveryPointARN { runOfPoint[point, default: []].append(run) }
                noteEnd(of: job, rule: runs[run].rule)
            }
            restores += region.restores.value ?? []
        }
        unplanned.sort(by: Self.isOlder)
        restores.sort { ($0.createdAt ?? .distantPast, $0.id) < ($1.createdAt ?? .distantPast, $1.id) }
        layCopies(regions, runOfPoint)
        let read = Dictionary(
            regions.filter { $0.backups.isRead }.map { ($0.region, (since: $0.since, until: $0.backups.at)) },
            uniquingKeysWith: { first, _ in first })
        for index in runs.indices { runs[index].state = state(of: runs[index], read: read) }
    }

    private static func isOlder(_ a: BackupJob, _ b: BackupJob) -> Bool {
        (a.createdAt ?? .distantPast, a.id) < (b.createdAt ?? .distantPast, b.id)
    }

    // MARK: Which run

    /// A job of a plan belongs to the last run before it of the rule that made it, within that run's start window.
    ///
    /// A job that names no plan was started on demand: it must not make a run look completed that never began.
    private func run(of job: BackupJob, in region: Region) -> Int? {
        guard let created = job.createdAt, let planID = job.createdBy?.planID, let rules = rulesOfPlan[planID] else {
            return nil
        }
        if let ruleID = job.createdBy?.ruleID, let rule = rules.first(where: { self.rules[$0].ruleID == ruleID }) {
            return run(of: rule, at: created)
        }
        // A new version of a plan may give its rules new identifiers; the vault and the time still tell.
        return rules.lazy.filter { job.vaultName == nil || self.rules[$0].vault == job.vaultName }
            .compactMap { self.run(of: $0, at: created) }
            .max { runs[$0].moment < runs[$1].moment }
    }

    private func run(of rule: Int, at moment: Date) -> Int? {
        // Clocks of a service may differ by a little.
        let places = runsOfRule[rule]
        let last = (firstRun(of: rule, after: moment.addingTimeInterval(60)) ?? places.upperBound) - 1
        guard places.contains(last) else { return nil }
        // A job may be stamped a while after its window, and none of another run can be meant.
        let window = rules[rule].startWindow + 3600
        return moment <= runs[last].moment.addingTimeInterval(window) ? last : nil
    }

    private func rule(of creator: JobCreator?) -> Int? {
        guard let creator, let planID = creator.planID, let ruleID = creator.ruleID else { return nil }
        return rulesOfPlan[planID]?.first { rules[$0].ruleID == ruleID }
    }

    // MARK: Copies and retention

    /// A copy is listed in both of its regions (2.13), and counted once.
    private mutating func layCopies(_ regions: [RegionJobs], _ runOfPoint: [String: [Int]]) {
        var seen: Set<String> = []
        for copy in regions.flatMap({ $0.copies.value ?? [] }) where seen.insert(copy.id).inserted {
            let candidates = copy.sourceRecoveryPointARN.flatMap { runOfPoint[$0] } ?? []
            // A continuous recovery point is the same for many runs: the copy is of the last one before it.
            let run = candidates.last { run in copy.createdAt.map { runs[run].moment <= $0 } ?? true }
            if let run { runs[run].copies.count(copy) }
            noteEnd(of: copy, madeAt: run.flatMap { runs[$0].jobs.last?.createdAt })
        }
    }

    private mutating func noteEnd(of job: BackupJob, rule index: Int) {
        let rule = rules[index]
        guard job.madeRecoveryPoint, !rule.isContinuous, let created = job.createdAt, let kept = rule.retentionDays,
            let vault = job.vaultARN ?? job.vaultName
        else { return }
        note(rule: index, vaultARN: vault, isCopy: false, created, kept)
    }

    /// A copy keeps its source's creation date (2.2).
    private mutating func noteEnd(of copy: CopyJob, madeAt: Date?) {
        guard copy.state == .known(.completed), let index = rule(of: copy.createdBy),
            let vault = copy.destinationVaultARN, let kept = rules[index].copies[vault] ?? nil,
            let created = madeAt ?? copy.createdAt
        else { return }
        note(rule: index, vaultARN: vault, isCopy: true, created, kept)
    }

    private mutating func note(rule: Int, vaultARN: String, isCopy: Bool, _ created: Date, _ kept: Int) {
        // Documents may hold any number of days.
        let day = CivilDate(created).dayNumber + min(kept, 1_000_000)
        let key = RetentionKey(day: day, rule: rule, vaultARN: vaultARN)
        retentionEnds[key, default: RetentionEnd(rule: rule, vaultARN: vaultARN, isCopy: isCopy, count: 0)].count += 1
    }

    // MARK: What became of a run

    /// - Parameter read: from when on, and until when, all jobs of a region are known.
    private func state(of run: CalendarRun, read: [Region: (since: Date, until: Date)]) -> RunState {
        let rule = rules[run.rule]
        let startBy = run.moment.addingTimeInterval(rule.startWindow)
        if run.jobs.isEmpty {
            if rule.selectsNothing == true { return .idle }
            if startBy > now { return run.yieldsTo == nil ? .planned : .yielded }
        }
        // Where the listing begins, some jobs of a run may be in it and others cut off.
        guard let read = read[rule.region], run.moment.addingTimeInterval(-60) > read.since else { return .unread }
        if run.jobs.isEmpty {
            if run.yieldsTo != nil { return .yielded }
            // A region that is silent since then may have run what nobody saw.
            return rule.selectsNothing == nil || startBy > read.until ? .unread : .missed
        }
        var made = 0
        var whole = 0
        for job in run.jobs {
            switch job.state {
            case .known(.created), .known(.pending), .known(.running), .known(.aborting): return .running
            case .other, nil: return .unread
            case .known(.completed), .known(.partial), .known(.failed), .known(.expired), .known(.aborted): break
            }
            if job.madeRecoveryPoint { made += 1 }
            if job.madeRecoveryPoint, !job.isTroubled { whole += 1 }
        }
        if whole == run.jobs.count { return .completed(whole) }
        return made == 0 ? .failed(run.jobs.count) : .partial(made: made, of: run.jobs.count)
    }
}

extension BackupJob {
    /// It ended with a recovery point, whole or with issues.
    fileprivate var madeRecoveryPoint: Bool {
        switch state {
        case .known(.completed), .known(.partial): !backedUpNothing
        default: false
        }
    }
}
