import AWSModel
import Foundation

/// Finds moments at which two rules may start together.
struct ScheduleOverlaps {
    private let now: Date
    private var known: [String: Schedule?] = [:]

    init(now: Date) { self.now = now }

    /// How many runs of the rarer rule are looked at: more than a year of weeks.
    private static let horizon = 60

    /// The first run of one rule whose start window meets the start window of a run of the other; nil when none was
    /// found or a schedule is not understood.
    mutating func first(_ a: BackupRule, _ b: BackupRule) -> Date? {
        guard let x = schedule(a), let y = schedule(b) else { return nil }
        let windows = (Self.window(a), Self.window(b))
        return isRarer(x, than: y)
            ? Self.first(x, windows.0, y, windows.1, from: now) : Self.first(y, windows.1, x, windows.0, from: now)
    }

    /// Seconds; a window longer than a month meets everything anyway.
    private static func window(_ rule: BackupRule) -> Double {
        Double(min(max(0, rule.effectiveStartWindowMinutes), 31 * 1440)) * 60
    }

    private mutating func schedule(_ rule: BackupRule) -> Schedule? {
        let key = "\(rule.effectiveTimezone) \(rule.effectiveSchedule)"
        if let schedule = known[key] { return schedule }
        let schedule = try? Schedule(expression: rule.effectiveSchedule, timezone: rule.effectiveTimezone)
        known[key] = .some(schedule)
        return schedule
    }

    private func isRarer(_ x: Schedule, than y: Schedule) -> Bool {
        let month = now..<now.addingTimeInterval(31 * 86_400)
        return x.runs(in: month).count <= y.runs(in: month).count
    }

    private static func first(
        _ rare: Schedule, _ rareWindow: Double, _ frequent: Schedule, _ frequentWindow: Double, from now: Date
    ) -> Date? {
        var moment = now
        for _ in 0..<horizon {
            guard let run = rare.next(after: moment) else { return nil }
            if let other = frequent.next(after: run.addingTimeInterval(-frequentWindow)),
                other < run.addingTimeInterval(rareWindow)
            {
                return run
            }
            moment = run
        }
        return nil
    }
}
