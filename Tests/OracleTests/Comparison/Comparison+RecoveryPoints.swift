import AWSModel
import Foundation
import Posture
import SimulatedAWS

extension Comparison {
    mutating func compare(_ resource: DrawnResource, losing region: Region) {
        let scenario = Scenario.regionOutage(region)
        // Lifeboat learns of these from AWS Backup alone: what was never backed up is not mentioned.
        guard let judged = assessment.judged(resource.arn, .regionOutage, losing: region) else { return }
        // Their own services may know more ways back, and were not asked or do not know them.
        guard isTelling(judged, scenario, home: resource.region, canBeUnknown: true) else { return }
        let remains = Remains(account: account, drawn: life.drawn, lost: region, happenedAt: account.now)
        let states = remains.states(of: judged.arn)
        switch judged.verdict {
        case .protected:
            let paths = judged.paths.filter(\.suffices)
            if paths.isEmpty || states.isEmpty { report(.protectedButLost, judged, scenario, "no recovery point") }
            for path in paths { checkRecoveryPoints(judged, path, home: resource.region, scenario) }
        case .unprotected:
            if let state = states.first {
                report(.unprotectedButThere, judged, scenario, "a recovery point of \(state)")
            }
        case .atRisk:
            if !isObstructed, isCalm(judged.arn),
                recoveryPointsGoOn(judged.arn, home: resource.region, losing: region)
            {
                report(.wolf, judged, scenario, "recovery points are fresh and renewed")
            }
        case .unaffected, .unknown, .notEvaluated: break
        }
    }

    /// A path through a vault: its newest state is as new as is said and as its schedule allows, and stays so.
    ///
    /// - Parameter arn: what they are of, where it is not what is judged.
    mutating func checkRecoveryPoints(
        _ judged: ResourceAssessment, _ path: RecoveryPath, of arn: String? = nil, home: Region, _ scenario: Scenario
    ) {
        let arn = arn ?? judged.arn
        let remains = Remains(account: account, drawn: life.drawn, lost: scenario.region, happenedAt: account.now)
        guard let newest = remains.states(of: arn, in: path.region).first else {
            return report(.protectedButLost, judged, scenario, "no recovery point in \(path.region)")
        }
        let age = account.now.timeIntervalSince(newest)
        if let promised = path.recoveryPoint?.seconds, age > Double(promised) + 1 {
            report(.protectedButStale, judged, scenario, "\(Int(age)) s old, said to be \(promised)")
        }
        guard let longest = bounds(home: home).max() else {
            return report(.protectedButEnding, judged, scenario, "no plan of \(home) copies anything any more")
        }
        // A rule that yields to another makes fewer copies than its schedule says, and that is stated.
        guard !assessment.findings.contains(where: { $0.id == "backup-overlapping-rules" }) else { return }
        if age > longest { report(.protectedButStale, judged, scenario, "\(Int(age)) s old, due within \(longest)") }
        // So are jobs that fail while the copies before them are still fresh, of what was copied.
        let failing = ["backup-copy-failing", "backup-jobs-failing"]
        guard !assessment.findings.contains(where: { $0.resource == arn && failing.contains($0.id) }) else { return }
        if let moment = firstGap(arn, in: path.region, losing: scenario.region, bound: longest, horizon: longest) {
            report(.protectedButEnding, judged, scenario, "nothing newer in \(path.region) by \(moment)")
        }
    }

    /// For each rule that copies: the longest time from one copy to the next, in seconds.
    private func bounds(home: Region) -> [Double] {
        life.drawn.plans.filter { $0.region == home }.flatMap(\.rules).compactMap { rule in
            guard rule.copyActions != nil, let gap = DrawnSchedule.gapHours(of: rule) else { return nil }
            // AWS gives a job a week to complete; what counts of it is no more than the gap.
            let windows = rule.effectiveStartWindowMinutes + min(rule.completionWindowMinutes ?? 10_080, gap * 60)
            return Double(gap + 3) * 3600 + Double(windows) * 60
        }
    }

    /// Lets life go on for one bound, and looks when the newest state is first older than that or gone; nil is
    /// never.
    private func firstGap(
        _ arn: String, in region: Region?, vault: String? = nil, losing lost: Region?, bound: Double, horizon: Double
    ) -> Date? {
        var later = account
        // What fails only from now on nobody can know of.
        if !jobs.contains(where: { $0.resourceARN == arn && $0.statusMessage == AccountLife.backupFailure }) {
            later.backup.failingBackups[arn] = nil
        }
        if !account.backup.allCopyJobs.contains(where: {
            $0.resourceARN == arn && $0.statusMessage == AccountLife.copyFailure
        }) {
            later.backup.failingCopies[arn] = nil
        }
        let end = account.now.addingTimeInterval(horizon)
        while later.now < end {
            let expiry = Remains(account: later, drawn: life.drawn, lost: lost, happenedAt: later.now)
                .nextExpiry(of: arn, in: region, vault: vault)
            let step = later.now.addingTimeInterval(horizon / 16)
            later.advance(to: min(step, expiry.map { $0.addingTimeInterval(1) } ?? step))
            let remains = Remains(account: later, drawn: life.drawn, lost: lost, happenedAt: later.now)
            guard let newest = remains.states(of: arn, in: region, vault: vault).first,
                later.now.timeIntervalSince(newest) <= bound
            else { return later.now }
        }
        return nil
    }

    /// Whether a vault has a fresh state and will go on having one, by the shortest bound: each is a way back by itself.
    func recoveryPointsGoOn(_ arn: String, home: Region, losing lost: Region?) -> Bool {
        guard let bound = bounds(home: home).min(), let horizon = bounds(home: home).max() else { return false }
        return life.drawn.vaults.contains { vault in
            let (region, name) = (vault.region, vault.name)
            guard region != home, region != lost, isKeptPastTheNext(in: name, of: region, home: home) else {
                return false
            }
            let remains = Remains(account: account, drawn: life.drawn, lost: lost, happenedAt: account.now)
            guard let newest = remains.states(of: arn, in: region, vault: name).first,
                account.now.timeIntervalSince(newest) <= bound
            else { return false }
            return firstGap(arn, in: region, vault: name, losing: lost, bound: bound, horizon: horizon) == nil
        }
    }

    /// Whether a rule keeps its copies in a vault beyond its own next run: of what is gone before, it is chance whether other
    /// rules fill the hole.
    private func isKeptPastTheNext(in vault: String, of region: Region, home: Region) -> Bool {
        life.drawn.plans.filter { $0.region == home }.flatMap(\.rules).contains { rule in
            guard let gap = DrawnSchedule.gapHours(of: rule) else { return false }
            return (rule.copyActions ?? []).contains { copy in
                guard let target = ARN(copy.destinationVaultARN), target.region == region,
                    copy.destinationVaultARN.hasSuffix(":" + vault)
                else { return false }
                let days = (copy.lifecycle ?? rule.lifecycle)?.deleteAfterDays ?? -1
                return days < 0 || days * 24 > gap
            }
        }
    }

    private var jobs: [SimulatedBackupJob] { DrawnAccount.regions.flatMap { account.backup.backupJobs(in: $0) } }

    /// Jobs of the resource failed, and one of its plans keeps for less than a week or is continuous: only the newest of a
    /// vault is read, and that the others are there, or that it goes on, their jobs speak against.
    func keepsUncertainly(_ arn: String, home: Region) -> Bool {
        hasEndedContinuity(in: home)
            || hasFailedBackups(arn)
                && life.drawn.plans.contains { plan in
                    plan.region == home
                        && plan.rules.contains { rule in
                            rule.enableContinuousBackup == true
                                || ([rule.lifecycle] + (rule.copyActions ?? []).map(\.lifecycle))
                                    .contains { ($0?.deleteAfterDays ?? 99) < 7 }
                        }
                }
    }

    /// What a plan made continuously that selects nothing any more is still called available.
    private func hasEndedContinuity(in home: Region) -> Bool {
        life.drawn.events.contains { event in
            guard case .dropSelections(let index) = event.kind, life.drawn.plans.indices.contains(index) else {
                return false
            }
            let plan = life.drawn.plans[index]
            return plan.region == home && plan.rules.contains { $0.enableContinuousBackup == true }
        }
    }

    private func hasFailedBackups(_ arn: String) -> Bool {
        jobs.contains { $0.resourceARN == arn && [.known(.failed), .known(.expired)].contains($0.state) }
    }

    private func hasFailed(_ arn: String) -> Bool {
        hasFailedBackups(arn)
            || account.backup.allCopyJobs.contains { $0.resourceARN == arn && $0.state == .known(.failed) }
    }

    /// No job of the resource ever went wrong.
    func isCalm(_ arn: String) -> Bool {
        !hasFailed(arn)
            && !jobs.contains { $0.resourceARN == arn && $0.messageCategory.map { $0 != "SUCCESS" } ?? false }
    }
}
