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
        let gaps = gapDays.count { calendar.span.shows($0, around: day) }
        if gaps > 0 {
            line.append(Span("✗ \(gaps.counted("day")) with gaps", .bad))
        } else if picture.calendar.unknown.isEmpty, picture.inventory.history != nil {
            line.append(Span("no gaps seen", .good))
        }
        let second = nextRun(picture) + calendarWarnings(picture)
        return second.isEmpty ? [line] : [line, second]
    }

    private func nextRun(_ picture: Picture) -> [Span] {
        guard let next = picture.calendar.nextRun(after: now) else { return [] }
        let wait = Duration(from: now, to: next.moment).short
        let rule = picture.calendar.rule(of: next)
        return [
            Span("next ", .label), Span("\(rule.planName) in \(wait) (\(CalendarWords.times(of: next, rule)))  "),
        ]
    }

    /// What the calendar cannot tell.
    private func calendarWarnings(_ picture: Picture) -> [Span] {
        var line: [Span] = []
        if records.refusal != nil { line.append(Span("? drills not read  ", .unknown)) }
        if picture.inventory.history == nil {
            line.append(Span("? what ran was not read, only what is planned  ", .unknown))
        }
        let unread = picture.calendar.unknown.filter { $0.plan == nil }.map(\.region.name)
        if !unread.isEmpty { line.append(Span("? plans unread in \(unread.joined(separator: ", "))  ", .unknown)) }
        for unknown in picture.calendar.unknown.filter({ $0.plan != nil }).prefix(2) {
            let name = [unknown.plan, unknown.rule].compactMap { $0 }.joined(separator: "/")
            line.append(Span("? \(name): \(unknown.cause)  ", .unknown))
        }
        let overlaps = picture.counts.overlappingPlans
        if !overlaps.isEmpty {
            line.append(Span("! rules overlap in \(overlaps.joined(separator: ", "))", .warning))
        }
        return line
    }

    /// The days on which something is missing, in order, also of other months.
    var gapDays: [CivilDate] { picture?.calendar.gapDays ?? [] }
}

extension CalendarState.Span {
    /// Whether a day is among those that are shown when another one is selected.
    func shows(_ other: CivilDate, around day: CivilDate) -> Bool {
        switch self {
        case .month: (other.year, other.month) == (day.year, day.month)
        case .week: other.adding(days: -other.weekday) == day.adding(days: -day.weekday)
        case .day: other == day
        }
    }
}

/// Days and times in words.
enum CalendarWords {
    /// From Monday.
    static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    /// "05:00Z", or "06:00 Europe/Berlin".
    static func time(of run: CalendarRun, _ rule: CalendarRule, inPlanZone: Bool) -> String {
        let local = inPlanZone ? local(run, rule) : nil
        return local ?? "\(run.moment.clock.prefix(5))Z"
    }

    /// The time of the other of both clocks; nil where they are one.
    static func otherTime(of run: CalendarRun, _ rule: CalendarRule, inPlanZone: Bool) -> String? {
        guard let local = local(run, rule) else { return nil }
        return inPlanZone ? time(of: run, rule, inPlanZone: false) : local
    }

    /// "05:00Z", or "05:00Z, 06:00 Berlin" where the plan has a zone of its own.
    static func times(of run: CalendarRun, _ rule: CalendarRule) -> String {
        let utc = time(of: run, rule, inPlanZone: false)
        let zone = rule.timeZone.identifier
        let city = zone.split(separator: "/").last.map { String($0.replacing("_", with: " ")) } ?? zone
        return local(run, rule).map { "\(utc), \($0.replacing(zone, with: city))" } ?? utc
    }

    /// "06:00 Europe/Berlin"; a day before or after the UTC one "22:00 the day before, America/New_York". Nil in UTC.
    private static func local(_ run: CalendarRun, _ rule: CalendarRule) -> String? {
        let utc = Int(run.moment.timeIntervalSince1970)
        let name = rule.timeZone.identifier
        let local = utc + rule.timeZone.secondsFromGMT(for: run.moment)
        guard !["Etc/UTC", "UTC", "GMT"].contains(name) else { return nil }
        let minute = ((local % 86_400) + 86_400) % 86_400 / 60
        let time = "\(two(minute / 60)):\(two(minute % 60))"
        let days = CivilDate(run.moment.addingTimeInterval(Double(local - utc))).dayNumber
        return switch days - CivilDate(run.moment).dayNumber {
        case 0: "\(time) \(name)"
        case ..<0: "\(time) the day before, \(name)"
        default: "\(time) the day after, \(name)"
        }
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension CivilDate {
    /// 0 is Monday.
    var weekday: Int { (Self.weekday(ofDayNumber: dayNumber) + 5) % 7 }
}
