package import Foundation
package import Posture

/// Some days of a calendar, as a report tells them.
package struct CalendarReport: Sendable {
    let calendar: BackupCalendar
    let days: [CalendarDay]
    let now: Date

    /// - Parameters:
    ///   - back: How many days before today.
    ///   - ahead: How many days after today.
    package init(_ calendar: BackupCalendar, back: Int, ahead: Int, now: Date) {
        self.calendar = calendar
        self.now = now
        let today = CivilDate(now).dayNumber
        days = calendar.days.filter { (today - back...today + ahead).contains($0.date.dayNumber) }
    }

    /// Whether each plan made what it should have, copies included: no where a day has a gap or a run went wrong,
    /// unknown where something was not read, or where there is no plan that could have made something.
    package var answer: Answer {
        if gapDays > 0 || troubledRuns > 0 { return .no }
        if calendar.planCount == 0 { return .unknown }
        let unread = runs.contains { $0.state == .unread }
        return unread || !calendar.unknown.isEmpty ? .unknown : .yes
    }

    private var runs: [CalendarRun] { days.flatMap { calendar.runs[$0.runs] } }
    private var gapDays: Int { days.count { !$0.gaps.isEmpty } }
    private var troubledRuns: Int {
        runs.count { [.missed, .failed, .partial].contains(RunOutcome($0).kind) }
    }
    var words: String {
        switch answer {
        case .yes: return "every plan made what it should have"
        case .no:
            var parts: [String] = []
            if gapDays > 0 { parts.append(gapDays.counted("day has a gap", "days have gaps")) }
            if troubledRuns > 0 { parts.append("\(troubledRuns.counted("run")) went wrong") }
            return parts.joined(separator: ", ")
        case .unknown:
            return calendar.planCount == 0 && calendar.unknown.isEmpty
                ? "there is no backup plan" : "not everything that ran was read"
        }
    }

    /// "in us-east-1, plan daily, rule r: denied"
    static func text(_ unknown: UnknownSchedule) -> String {
        let plan = unknown.plan.map { ", plan \($0)" } ?? ", its plans"
        let rule = unknown.rule.map { ", rule \($0)" } ?? ""
        return "in \(unknown.region)\(plan)\(rule): \(unknown.cause)"
    }
}

extension Report {
    /// Writes what the plans did run and will run.
    package static func write(
        _ report: CalendarReport, as format: Format, options: ReportOptions = ReportOptions(),
        to sink: @escaping (String) -> Void
    ) {
        let stream = ReportStream(to: sink)
        switch format {
        case .text: CalendarText(report, options, stream).write()
        case .json: CalendarJSON(report).write(to: stream)
        case .markdown: CalendarMarkdown(report, stream).write()
        }
        stream.flush()
    }
}

extension CalendarRun {
    /// "05:00Z", and the plan's own time where its zone is another.
    func clock(_ rule: CalendarRule) -> String {
        let utc = "\(Timestamp.text(moment).dropFirst(11).prefix(5))Z"
        let offset = rule.timeZone.secondsFromGMT(for: moment)
        guard offset != 0 else { return utc }
        let local = Timestamp.text(moment.addingTimeInterval(Double(offset))).dropFirst(11).prefix(5)
        return "\(utc) (\(local) \(rule.timeZone.identifier))"
    }
}
