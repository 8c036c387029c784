package import AWSModel
package import Foundation

/// How old the newest recovery point of a rule may grow before something must have gone wrong.
package enum RenewalPeriod: Hashable, Sendable {
    case atMost(Duration)
    /// The schedule has no run left.
    case never
    /// The schedule's expression was not understood.
    case notUnderstood(String)

    /// Largest gap + start window + completion window + 1 h for the copy (4.4). The completion window counts as
    /// configured, but not beyond the gap: with AWS's usual week of it, a daily backup might fail for days unnoticed.
    /// Where none is configured the start window's room must do.
    package init(of rule: BackupRule, gaps: inout ScheduleGaps) {
        switch gaps.largest(rule.effectiveSchedule, timezone: rule.effectiveTimezone) {
        case nil: self = .notUnderstood(rule.effectiveSchedule)
        case .never: self = .never
        case .atMost(let gap):
            let completion = rule.completionWindowMinutes.map { min(Duration.minutes($0), gap) } ?? .zero
            self = .atMost(gap + .minutes(rule.effectiveStartWindowMinutes) + completion + .hours(1))
        }
    }
}

/// The largest gap of each schedule, worked out once.
package struct ScheduleGaps {
    private let now: Date
    private var known: [String: Schedule.Gap?] = [:]

    package init(now: Date) { self.now = now }

    /// Nil when the expression is not understood.
    package mutating func largest(_ expression: String, timezone: String) -> Schedule.Gap? {
        let key = "\(timezone) \(expression)"
        if let gap = known[key] { return gap }
        let gap = (try? Schedule(expression: expression, timezone: timezone)).map { largest($0) }
        known[key] = .some(gap)
        return gap
    }

    /// A schedule that ends some day has no largest gap, but while it lasts its runs of the coming year have one.
    private func largest(_ schedule: Schedule) -> Schedule.Gap {
        if case .atMost(let gap) = schedule.largestGap(from: now) { return .atMost(gap) }
        let runs = schedule.runs(in: now..<now.addingTimeInterval(400 * 86_400))
        guard let first = runs.first ?? schedule.next(after: now) else { return .never }
        return .atMost(
            zip(runs, runs.dropFirst()).map { Duration(from: $0, to: $1) }.max() ?? Duration(from: now, to: first))
    }
}
