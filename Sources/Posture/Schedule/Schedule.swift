package import Foundation

/// When a rule of AWS Backup starts its jobs: six-field cron in a time zone (domain section 4).
package struct Schedule: Hashable, Sendable {
    /// What AWS Backup takes for a rule without an expression (2.1).
    package static let defaultExpression = "cron(0 5 ? * * *)"

    /// Minutes of the day, increasing.
    let times: [Int]
    let days: DayRule
    /// Months as bits 1…12.
    let months: UInt32
    /// Increasing.
    let years: [Int]
    package let timeZone: TimeZone

    /// Reads `cron(minutes hours day-of-month month day-of-week year)` and an IANA time zone.
    /// - Throws: one sentence that names the field and what is wrong with it.
    package init(expression: String, timezone: String = "Etc/UTC") throws(ScheduleError) {
        let fields = try Self.fields(of: expression)
        let minutes = try CronField.minutes.values(of: fields[0])
        let hours = try CronField.hours.values(of: fields[1])
        days = try DayRule(dayOfMonth: fields[2], dayOfWeek: fields[4])
        months = try CronField.month.values(of: fields[3]).reduce(0) { $0 | 1 << UInt32($1) }
        years = try CronField.year.values(of: fields[5])
        // The day is the period: hours start afresh at 00:00, so `13/12` is 13:00 alone (4.3).
        times = hours.flatMap { hour in minutes.map { hour * 60 + $0 } }
        // Foundation makes zones out of any "GMT+3"; those are no IANA names.
        guard let zone = TimeZone(identifier: timezone),
            !zone.identifier.hasPrefix("GMT") || zone.secondsFromGMT() == 0
        else {
            throw ScheduleError("The time zone \"\(timezone)\" is not known.")
        }
        timeZone = zone
    }

    private static func fields(of expression: String) throws(ScheduleError) -> [String] {
        let text = expression.trimmingCharacters(in: .whitespacesAndNewlines)
        if text.hasPrefix("rate(") {
            throw ScheduleError("AWS Backup takes cron expressions only, not \"\(text)\".")
        }
        guard text.hasPrefix("cron("), text.hasSuffix(")") else {
            throw ScheduleError("The schedule \"\(text)\" is not of the form cron(...).")
        }
        let fields = text.dropFirst(5).dropLast().split(whereSeparator: \.isWhitespace).map(String.init)
        guard fields.count == 6 else {
            throw ScheduleError("The schedule \"\(text)\" has \(fields.count) fields; it needs six.")
        }
        return fields
    }

    /// The first run later than a moment; nil when there is none ever again.
    package func next(after moment: Date) -> Date? {
        var next: Date?
        forEachDay(from: moment) { local, timeline in
            for time in times {
                guard let utc = timeline.utc(ofLocal: local + time * 60) else { continue }
                let run = Date(timeIntervalSince1970: Double(utc))
                if run > moment {
                    next = run
                    return false
                }
            }
            return true
        }
        return next
    }

    /// Every run of a stretch of time, increasing: from its start on, before its end.
    package func runs(in range: Range<Date>) -> [Date] {
        var runs: [Date] = []
        forEachDay(from: range.lowerBound) { local, timeline in
            for time in times {
                guard let utc = timeline.utc(ofLocal: local + time * 60) else { continue }
                let run = Date(timeIntervalSince1970: Double(utc))
                if run >= range.upperBound { return false }
                if run >= range.lowerBound { runs.append(run) }
            }
            return true
        }
        return runs
    }

    /// Calls with the local midnight of each matching day, seconds since 1970, from the day before a moment on, until
    /// the call answers false or the years end.
    func forEachDay(from moment: Date, _ visit: (_ midnight: Int, _ timeline: inout LocalTimeline) -> Bool) {
        let start = moment.timeIntervalSince1970.rounded(.down)
        // Far outside the years of the grammar nothing runs, and Int could not hold it.
        guard let last = years.last, abs(start) < 1e11 else { return }
        let firstDay = Int((start / 86_400).rounded(.down)) - 1
        var timeline = LocalTimeline(zone: timeZone, startingAt: (firstDay - 2) * 86_400)
        let first = CivilDate(dayNumber: firstDay)
        for year in years where year >= first.year && year <= last {
            for month in 1...12 where months & (1 << UInt32(month)) != 0 {
                if year == first.year && month < first.month { continue }
                var bits = days.days(inMonth: month, of: year)
                let before = CivilDate(year: year, month: month, day: 1).dayNumber - 1
                while bits != 0 {
                    let day = before + bits.trailingZeroBitCount
                    bits &= bits - 1
                    if day < firstDay { continue }
                    if !visit(day * 86_400, &timeline) { return }
                }
            }
        }
    }
}
