import AWSModel
import Foundation

/// The backup jobs of a region by the plan and rule that made them.
struct PlanJobs {
    /// From when on all jobs were read; nil where none were.
    let readSince: Date?
    private let jobs: [String: [BackupJob]]

    init(_ region: RegionJobs?) {
        readSince = region.flatMap { $0.backups.isRead ? $0.since : nil }
        jobs = Dictionary(grouping: region?.backups.value ?? []) { job in
            "\(job.createdBy?.planID ?? "") \(job.createdBy?.ruleID ?? "")"
        }
    }

    /// The jobs of a rule that began in a span of time, the earliest first.
    func jobs(of rule: BackupRule, in plan: PlanContents, during span: Range<Date>) -> [BackupJob] {
        (jobs["\(plan.id) \(rule.ruleID ?? "")"] ?? [])
            .filter { $0.createdAt.map(span.contains) ?? false }
            .sorted { ($0.createdAt ?? .distantPast, $0.id) < ($1.createdAt ?? .distantPast, $1.id) }
    }
}
