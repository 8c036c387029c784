import AWSModel
import Foundation

extension SimulatedBackup {
    /// What AWS refuses in a plan's document (2.1, 2.2, 2.3).
    func check(_ plan: BackupPlan, in region: Region) throws(BackupRefusal) {
        guard !plan.name.isEmpty else { throw .missingParameter("BackupPlanName") }
        guard (1...10).contains(plan.rules.count) else {
            throw .invalidParameter("A backup plan has between 1 and 10 rules, not \(plan.rules.count).")
        }
        guard Set(plan.rules.map(\.name)).count == plan.rules.count else {
            throw .invalidParameter("Rule names of a backup plan must be unique.")
        }
        for rule in plan.rules {
            try check(rule, in: region)
        }
    }

    private func check(_ rule: BackupRule, in region: Region) throws(BackupRefusal) {
        guard rule.name.wholeMatch(of: /[a-zA-Z0-9\-_.]{1,50}/) != nil else {
            throw .invalidParameter("Invalid rule name: \(rule.name)")
        }
        guard state(region).vaults[rule.targetVault] != nil else {
            throw .invalidParameter("Backup vault \(rule.targetVault) of rule \(rule.name) does not exist.")
        }
        guard SimulatedSchedule(rule.effectiveSchedule, timezone: rule.effectiveTimezone) != nil else {
            throw .invalidParameter(
                "Invalid schedule expression \(rule.effectiveSchedule) in time zone \(rule.effectiveTimezone).")
        }
        try checkStartWindow(rule.effectiveStartWindowMinutes)
        if let completion = rule.completionWindowMinutes, completion < rule.effectiveStartWindowMinutes + 60 {
            throw .invalidParameter("CompletionWindowMinutes must be at least 60 above StartWindowMinutes.")
        }
        try check(rule.lifecycle)
        if rule.enableContinuousBackup == true { try checkContinuous(rule.lifecycle) }
        guard (rule.copyActions ?? []).count <= 5 else {
            throw .invalidParameter("A rule has at most 5 copy actions.")
        }
        for action in rule.copyActions ?? [] {
            guard let arn = ARN(action.destinationVaultARN), arn.resource.hasPrefix("backup-vault:") else {
                throw .invalidParameter("Invalid destination backup vault ARN: \(action.destinationVaultARN)")
            }
            try check(action.lifecycle)
        }
    }

    /// - Parameter minutes: an hour at least (2.1).
    func checkStartWindow(_ minutes: Int) throws(BackupRefusal) {
        guard (60...5_256_000).contains(minutes) else {
            throw .invalidParameter("StartWindowMinutes must be at least 60.")
        }
    }

    /// 90 days in cold storage at least (2.2); a hundred years at most.
    func check(_ lifecycle: RecoveryPointLifecycle?) throws(BackupRefusal) {
        guard let lifecycle else { return }
        if let days = lifecycle.deleteAfterDays, days == 0 || days < -1 {
            throw .invalidParameter("Invalid lifecycle. DeleteAfterDays must be positive, or -1.")
        }
        if let days = [lifecycle.deleteAfterDays, lifecycle.moveToColdStorageAfterDays].compactMap({ $0 }).max(),
            days > 36500
        {
            throw .invalidParameter("Invalid lifecycle. \(days) days are more than 36500.")
        }
        if let cold = lifecycle.coldDays, let delete = lifecycle.retentionDays, delete < cold + 90 {
            throw .invalidParameter(
                "Invalid lifecycle. DeleteAfterDays cannot be less than 90 days apart from MoveToColdStorageAfterDays")
        }
    }

    /// Continuous backups are kept 1 to 35 days, never cold (2.3).
    private func checkContinuous(_ lifecycle: RecoveryPointLifecycle?) throws(BackupRefusal) {
        guard let days = lifecycle?.retentionDays, (1...35).contains(days), lifecycle?.coldDays == nil else {
            throw .invalidParameter(
                "Invalid lifecycle. A continuous backup is kept between 1 and 35 days, without cold storage.")
        }
    }
}
