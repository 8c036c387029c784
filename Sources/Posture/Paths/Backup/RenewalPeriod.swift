package import AWSModel
package import Foundation

/// How old the newest recovery point of a rule may grow before something must have gone wrong.
package enum RenewalPeriod: Hashable, Sendable {
    case atMost(Duration)
    /// Its first run lies further away than its runs are apart: it renews nothing before that.
    case notYet(Date)
    /// The schedule has no run left.
    case never
    /// The schedule's expression was not understood.
    case notUnderstood(String)

    /// Largest gap + start window + completion window + 1 h for the copy (4.4). The completion window counts as
    /// configured, but not beyond the gap: with AWS's usual week of it, a daily backup might fail for days unnoticed.
    /// Where none is configured the start window's room must do.
    package init(of rule: BackupRule, rhythm: ScheduleRhythm?) {
        switch rhythm {
        case nil: self = .notUnderstood(rule.effectiveSchedule)
        case .never: self = .never
        case .notYet(let first): self = .notYet(first)
        case .every(let gap):
            let completion = rule.completionWindowMinutes.map { min(Duration.minutes($0), gap) } ?? .zero
            self = .atMost(gap + .minutes(rule.effectiveStartWindowMinutes) + completion + .hours(1))
        }
    }
}

/// How far the runs of a schedule lie apart, seen from a moment.
package enum ScheduleRhythm: Hashable, Sendable {
    /// The longest time between two runs in a row.
    case every(Duration)
    /// It begins later than its runs are apart.
    case notYet(Date)
    /// It has no run left.
    case never

    /// Nil where it has none.
    var gap: Duration? { if case .every(let gap) = self { gap } else { nil } }

    init(of schedule: Schedule, now: Date) {
        guard let first = schedule.next(after: now) else {
            self = .never
            return
        }
        let wait = Duration(from: now, to: first)
        let gap = Self.gap(of: schedule, from: first) ?? wait
        self = wait > gap ? .notYet(first) : .every(gap)
    }

    /// - Parameter runs: those to come; nil where there are none.
    init?(of runs: [Date], now: Date) {
        guard let first = runs.first else { return nil }
        let wait = Duration(from: now, to: first)
        let gap = zip(runs, runs.dropFirst()).map { Duration(from: $0, to: $1) }.max() ?? wait
        self = wait > gap ? .notYet(first) : .every(gap)
    }

    /// A schedule that ends some day has no largest gap, but while it lasts its runs of the coming year have one; nil
    /// with a single run left.
    private static func gap(of schedule: Schedule, from first: Date) -> Duration? {
        if case .atMost(let gap) = schedule.largestGap(from: first) { return gap }
        let runs = schedule.runs(in: first..<first.addingTimeInterval(400 * 86_400))
        return zip(runs, runs.dropFirst()).map { Duration(from: $0, to: $1) }.max()
    }
}

/// The rhythm of each schedule, worked out once.
package struct ScheduleRhythms {
    let now: Date
    private var known: [String: ScheduleRhythm?] = [:]

    package init(now: Date) { self.now = now }

    /// The runs of a rule that yields to others of its plan; nil where it never does.
    func yielding(_ rule: BackupRule, of plan: PlanContents) -> YieldingRuns? {
        let rules = plan.plan.value?.rules ?? []
        return rules.count < 2 ? nil : YieldingRuns(of: rule, among: rules, now: now)
    }

    /// Nil when the expression is not understood.
    package mutating func rhythm(_ expression: String, timezone: String) -> ScheduleRhythm? {
        let key = "\(timezone) \(expression)"
        if let rhythm = known[key] { return rhythm }
        let schedule = try? Schedule(expression: expression, timezone: timezone)
        let rhythm = schedule.map { ScheduleRhythm(of: $0, now: now) }
        known[key] = .some(rhythm)
        return rhythm
    }
}
