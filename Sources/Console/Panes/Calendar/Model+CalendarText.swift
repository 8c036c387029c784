import AWSModel
import Canvas
import Foundation
import Posture

extension Model {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// Which month, week or day is shown, what runs next, and what is missing.
    var calendarSummary: [[Span]] {
        guard let picture else { return [] }
        let day = calendarDay
        let month = "\(Self.months[min(max(day.month, 1), 12) - 1]) \(day.year)"
        let title: String =
            switch calendar.span {
            case .month: month
            case .week: "Week of \(day.adding(days: -day.weekday).iso)"
            case .day: "\(CalendarWords.weekdays[day.weekday]) \(day.iso)"
            }
        var line = [
            Span(title, .title), Span(calendar.inPlanZone ? "  plans' own zones" : "  UTC", .label), Span("  "),
        ]
        if let next = picture.calendar.next(after: now) {
            let wait = Duration(from: now, to: next.moment).words
            line.append(Span("next ", .label))
            line.append(Span("\(next.plan) in \(wait) (\(CalendarWords.time(of: next, inPlanZone: false)))  "))
        }
        let gaps = picture.calendar.gapDays.count
        line.append(gaps == 0 ? Span("no gaps seen", .good) : Span("✗ \(gaps) days with gaps", .bad))
        return [line] + calendarWarnings(picture)
    }

    /// What the calendar cannot tell.
    private func calendarWarnings(_ picture: Picture) -> [[Span]] {
        var line: [Span] = []
        if picture.inventory.history == nil {
            line.append(Span("? what ran was not read, only what is planned  ", .unknown))
        }
        let unread = picture.calendar.unclear.filter { $0.plan == nil }.map(\.region.name)
        if !unread.isEmpty { line.append(Span("? plans unread in \(unread.joined(separator: ", "))  ", .unknown)) }
        for unclear in picture.calendar.unclear.filter({ $0.plan != nil }).prefix(2) {
            line.append(Span("! \(unclear.plan ?? ""): \(unclear.cause)  ", .warning))
        }
        let overlaps = picture.counts.overlappingRules
        if overlaps > 0 { line.append(Span("! \(overlaps) overlapping rules", .warning)) }
        return line.isEmpty ? [] : [line]
    }

    /// The days on which something is missing, in order.
    var gapDays: [CivilDate] { (picture?.calendar.gapDays ?? []).map { CivilDate(dayNumber: $0) } }

    /// The runs of the selected day, one by one.
    func calendarDetail(_ day: CivilDate) -> [[Span]] {
        guard let picture else { return [] }
        let number = day.dayNumber
        guard picture.calendar.days.contains(number) else {
            return [[Span("\(day.iso): more than 35 days from now; not worked out.", .faint)]]
        }
        var lines: [[Span]] = [[Span("\(CalendarWords.weekdays[day.weekday]) \(day.iso)", .title)]]
        let runs = picture.calendar.runs(on: number)
        if runs.isEmpty { lines.append([Span("Nothing is planned.", .faint)]) }
        for run in runs {
            let look = RunLook(run.outcome)
            lines.append([
                Span("\(CalendarWords.time(of: run, inPlanZone: calendar.inPlanZone)) ", .strong),
                Span("\(look.kind.glyph) ", look.kind.role), Span("\(run.plan)", .text), Span(" \(run.rule) ", .faint),
                Span(look.words, look.kind.role), Span("  \(run.region.name)", .accent),
                Span("  starts by \(run.startBy.clock.prefix(5))Z", .faint),
            ])
            if let message = run.message { lines.append([Span("      \(message)", .bad)]) }
        }
        if let ends = picture.calendar.retentionEnds[number] {
            lines.append([Span("– \(ends) newest recovery points end their retention", .neutral)])
        }
        return lines
    }
}

/// Days and times in words.
enum CalendarWords {
    /// From Monday.
    static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    /// "05:00Z", or "06:00 Europe/Berlin".
    static func time(of run: PlannedRun, inPlanZone: Bool) -> String {
        guard inPlanZone, let zone = TimeZone(identifier: run.zone), run.zone != "Etc/UTC", run.zone != "UTC" else {
            return "\(run.moment.clock.prefix(5))Z"
        }
        let local = Int(run.moment.timeIntervalSince1970) + zone.secondsFromGMT(for: run.moment)
        let minute = ((local % 86_400) + 86_400) % 86_400 / 60
        return "\(two(minute / 60)):\(two(minute % 60)) \(run.zone)"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension CivilDate {
    /// 0 is Monday.
    var weekday: Int { (Self.weekday(ofDayNumber: dayNumber) + 5) % 7 }
    /// "2026-11-20"
    var iso: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(two(month))-\(two(day))"
    }
}
