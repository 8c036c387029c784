import AWSModel
import Foundation

extension SimulatedBackup {
    /// Makes the backup jobs of one run of a rule.
    mutating func run(
        _ ruleID: String, ofPlan planID: String, in region: Region, at now: Date, world: any SimulatedWorld
    ) {
        guard let plan = regions[region]?.plans[planID], let version = plan.current,
            let rule = version.plan.rules.first(where: { $0.ruleID == ruleID })
        else { return }
        regions[region]?.plans[planID]?.nextRuns[ruleID] = rule.nextRun(after: now)
        guard skippedRuns[region]?.contains(now) != true else { return }
        guard !version.plan.prefersAnother(than: rule, at: now) else { return }
        regions[region]?.plans[planID]?.lastExecutedAt = now
        let origin = SimulatedJobOrigin(
            planID: plan.id, planARN: plan.arn, planName: version.plan.name, planVersion: version.id, ruleID: ruleID,
            ruleName: rule.name, schedule: rule.effectiveSchedule, timezone: rule.effectiveTimezone)
        let optIn = state(region).settings.optIn
        for resource in world.resources(in: region).sorted(by: { $0.arn < $1.arn }) {
            let takes = plan.selections.first { selection in
                SelectionMatch(selection: selection.selection, optIn: optIn).takes(resource)
            }
            guard let selection = takes?.selection else { continue }
            let request = BackupRequest(
                resource: resource, vault: rule.targetVault, region: region, roleARN: selection.roleARN,
                lifecycle: rule.lifecycle, startWindow: Double(rule.effectiveStartWindowMinutes) * 60,
                completionWindow: rule.completionWindowMinutes.map { Double($0) * 60 },
                pointTags: rule.recoveryPointTags ?? [:], origin: origin, copyActions: rule.copyActions ?? [],
                isContinuous: rule.enableContinuousBackup == true)
            _ = begin(request, at: now, world: world)
        }
    }
}

extension BackupPlan {
    /// Whether another rule, whose start window overlaps this run's, keeps its backups longer: only it runs (2.4).
    ///
    /// A continuous rule and a rule of snapshots do not stand in for each other.
    func prefersAnother(than rule: BackupRule, at run: Date) -> Bool {
        let retention = rule.lifecycle?.retentionDays ?? .max
        let end = run.addingTimeInterval(Double(rule.effectiveStartWindowMinutes) * 60)
        return rules.contains { other in
            guard other.ruleID != rule.ruleID, (other.lifecycle?.retentionDays ?? .max) > retention,
                (other.enableContinuousBackup ?? false) == (rule.enableContinuousBackup ?? false)
            else { return false }
            let earliest = run.addingTimeInterval(-Double(other.effectiveStartWindowMinutes) * 60)
            return other.nextRun(after: earliest) < end
        }
    }
}
