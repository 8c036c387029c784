import AWSModel
import Foundation

/// How often the runs of a schedule meet a maintenance window.
struct ScheduleMeetings {
    /// Of the runs of four weeks, or of the next twelve where those are fewer.
    struct Meeting: Sendable {
        var runs = 0
        /// Those that cannot start when they are due.
        var held = 0
        /// Those of them whose start window ends before they can.
        var lost = 0
        var delay = Duration.zero
    }
    private struct Key: Hashable { let schedule, timezone, window: String, startMinutes: Int }

    private let now: Date
    private var known: [Key: Meeting?] = [:]

    init(now: Date) { self.now = now }

    /// Nil where they never meet, or one of them is not understood.
    mutating func meeting(of rule: BackupRule, with window: String) -> Meeting? {
        let key = Key(
            schedule: rule.effectiveSchedule, timezone: rule.effectiveTimezone, window: window,
            startMinutes: rule.effectiveStartWindowMinutes)
        if let meeting = known[key] { return meeting }
        let meeting = find(key)
        known[key] = .some(meeting)
        return meeting
    }

    private func find(_ key: Key) -> Meeting? {
        guard let window = MaintenanceWindow(key.window),
            let schedule = try? Schedule(expression: key.schedule, timezone: key.timezone)
        else { return nil }
        var meeting = Meeting()
        for run in runs(of: schedule) {
            meeting.runs += 1
            guard let release = window.release(of: run) else { continue }
            let delay = release.timeIntervalSince(run)
            meeting.held += 1
            meeting.delay = max(meeting.delay, .seconds(Int64(delay)))
            if delay >= Double(max(0, key.startMinutes)) * 60 { meeting.lost += 1 }
        }
        return meeting.held > 0 ? meeting : nil
    }

    private func runs(of schedule: Schedule) -> [Date] {
        let soon = schedule.runs(in: now..<now.addingTimeInterval(28 * 86_400))
        guard soon.count < 12 else { return soon }
        var (runs, moment) = ([Date](), now)
        while runs.count < 12, let run = schedule.next(after: moment) {
            runs.append(run)
            moment = run
        }
        return runs
    }
}
