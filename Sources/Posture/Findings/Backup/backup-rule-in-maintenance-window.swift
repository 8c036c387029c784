import AWSModel
import Foundation

/// A rule whose runs fall into the maintenance window of an instance, or the hour before it: no job starts then. The
/// start window lets it start later; one that ends before lets it make no backup at all (2.4).
struct BackupRuleInMaintenanceWindow: FindingRule {
    static let id = "backup-rule-in-maintenance-window"
    static let severity = Finding.Severity.low

    func findings(in account: AccountView) -> [Finding] {
        var meetings = ScheduleMeetings(now: account.now)
        return account.resources.flatMap { resource -> [Finding] in
            guard resource.isJudged, let place = resource.native, let home = resource.region,
                let window = window(of: resource, at: place, in: account.native),
                let plans = account.plans(in: home), let listing = account.native.evidence(place)
            else { return [] }
            return account.coverage(of: resource).rules.compactMap { index in
                let rule = plans.rules[index]
                // What is continuous is no job at a time of its own, and a rule that yields makes none.
                guard rule.rule.enableContinuousBackup != true, rule.yieldsTo == nil,
                    let meeting = meetings.meeting(of: rule.rule, with: window)
                else { return nil }
                return finding(resource, rule, window, meeting, listing)
            }
        }
    }

    /// Of an instance or a Multi-AZ cluster of RDS.
    private func window(of resource: AccountResource, at place: NativePlace, in native: NativeIndex) -> String? {
        switch resource.type {
        case .rdsInstance: native.database(place)?.maintenanceWindow
        case .rdsCluster: native.cluster(place)?.maintenanceWindow
        case .s3Bucket, .auroraCluster, .dynamoDBTable, .ebsVolume, .efsFileSystem, .other: nil
        }
    }

    private func finding(
        _ resource: AccountResource, _ rule: PlannedRule, _ window: String, _ meeting: ScheduleMeetings.Meeting,
        _ listing: Evidence
    ) -> Finding {
        let runs = meeting.held == meeting.runs ? "Each run" : "\(meeting.held) of \(meeting.runs) runs"
        let lost = meeting.lost == meeting.held ? "they make" : "\(meeting.lost) of them make"
        let outcome =
            meeting.lost > 0
            ? "\(lost) no backup, for their start window ends before it"
            : "they start up to \(meeting.delay.words) late"
        var found = finding(
            resource.arn,
            "\(runs) of \(rule.label) come in the maintenance window of \(resource.name) or the hour before it: "
                + "\(outcome).",
            [
                listing.saying("maintenance window \(window) UTC"),
                Evidence(rule.plan.plan, "\(rule.rule.effectiveSchedule) \(rule.rule.effectiveTimezone)"),
            ],
            fix: "Move the schedule, or the window (aws rds modify-db-instance --preferred-maintenance-window), or let "
                + "the start window last beyond it.")
        if meeting.lost > 0 { found.severity = .medium }
        return found
    }
}
