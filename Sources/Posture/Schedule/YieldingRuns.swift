import AWSModel
import Foundation

/// The runs of a rule that make recovery points: where its start window meets that of a rule of the plan which keeps its
/// recovery points longer, only that one does (2.4). Continuous backups are made beside all others.
struct YieldingRuns {
    /// Those of the coming year and a month, at most `most`.
    let runs: [Date]
    /// How many were looked at.
    private let looked: Int
    /// A rule that some of the others yield to.
    let yieldsTo: String?
    /// None makes anything.
    var yieldsAlways: Bool { looked > 0 && runs.isEmpty }

    private static let horizon = 400.0 * 86_400
    private static let most = 1_000

    /// - Returns: Nil where no rule of the plan keeps longer, or a schedule is not understood.
    init?(of rule: BackupRule, among rules: [BackupRule], now: Date) {
        let longer = rules.filter { $0.outlasts(rule) }
        guard !longer.isEmpty, let own = Self.runs(of: rule, from: now, most: Self.most), let last = own.last else {
            return nil
        }
        var left = own
        var yieldsTo: String?
        for other in longer {
            let window = Self.window(other)
            guard let schedule = Self.schedule(of: other) else { return nil }
            let end = last.addingTimeInterval(Self.window(rule))
            let others = schedule.runs(in: now.addingTimeInterval(-window)..<end)
            var next = 0
            left.removeAll { moment in
                while next < others.count, others[next] <= moment.addingTimeInterval(-window) { next += 1 }
                let meets = next < others.count && others[next] < moment.addingTimeInterval(Self.window(rule))
                if meets { yieldsTo = yieldsTo ?? other.name }
                return meets
            }
        }
        guard yieldsTo != nil else { return nil }
        (runs, looked, self.yieldsTo) = (left, own.count, yieldsTo)
    }

    private static func runs(of rule: BackupRule, from now: Date, most: Int) -> [Date]? {
        guard let schedule = schedule(of: rule) else { return nil }
        return Array(schedule.runs(in: now..<now.addingTimeInterval(horizon)).prefix(most))
    }

    private static func schedule(of rule: BackupRule) -> Schedule? {
        try? Schedule(expression: rule.effectiveSchedule, timezone: rule.effectiveTimezone)
    }

    /// Seconds; a window longer than a month meets everything anyway.
    private static func window(_ rule: BackupRule) -> Double {
        Double(min(max(0, rule.effectiveStartWindowMinutes), 31 * 1440)) * 60
    }
}

extension BackupRule {
    /// Whether it is the one that makes a backup where both start.
    fileprivate func outlasts(_ other: BackupRule) -> Bool {
        retentionDays > other.retentionDays && enableContinuousBackup != true && other.enableContinuousBackup != true
    }
}
