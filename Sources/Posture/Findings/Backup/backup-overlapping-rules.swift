import AWSModel
import Foundation

/// Rules of one plan whose start windows overlap: only the one with the longer retention makes a backup, and the
/// copies of the other may silently not run (2.4).
struct BackupOverlappingRules: FindingRule {
    static let id = "backup-overlapping-rules"
    static let severity = Finding.Severity.medium

    func findings(in account: AccountView) -> [Finding] {
        var overlaps = ScheduleOverlaps(now: account.now)
        var findings: [Finding] = []
        for region in account.planRegions {
            for (_, rules) in Dictionary(grouping: region.rules, by: \.plan.id).sorted(by: { $0.key < $1.key }) {
                findings += pairs(rules).compactMap { a, b in overlap(a, b, region.region, account, &overlaps) }
            }
        }
        return findings
    }

    private func pairs(_ rules: [PlannedRule]) -> [(PlannedRule, PlannedRule)] {
        rules.indices.flatMap { first in rules[(first + 1)...].map { (rules[first], $0) } }
    }

    private func overlap(
        _ a: PlannedRule, _ b: PlannedRule, _ region: Region, _ account: AccountView, _ overlaps: inout ScheduleOverlaps
    ) -> Finding? {
        let (x, y) = (a.rule.retentionDays, b.rule.retentionDays)
        guard x != y, a.rule.enableContinuousBackup != true, b.rule.enableContinuousBackup != true,
            let moment = overlaps.first(a.rule, b.rule)
        else { return nil }
        let (shorter, longer) = x < y ? (a, b) : (b, a)
        let lost = Set(shorter.copies.map(\.vaultARN)).subtracting(longer.copies.map(\.vaultARN))
        let copies = lost.isEmpty ? "" : "; the copies of \(shorter.rule.name) to other regions may silently not run"
        return finding(
            account.arn(of: a.plan, in: region),
            "Rules \(shorter.rule.name) and \(longer.rule.name) of backup plan \(a.plan.name) in \(region) "
                + "have start windows that meet: only \(longer.rule.name) makes a backup then\(copies).",
            [Evidence(a.plan.plan, "start windows overlap on \(moment.formatted(.iso8601))")],
            fix:
                "Move one of the schedules so that their start windows do not meet, or give both the same copy actions."
        )
    }
}
