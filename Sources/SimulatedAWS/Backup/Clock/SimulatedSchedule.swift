import Foundation

/// A cron expression of AWS Backup in its time zone (4.1, 4.2).
struct SimulatedSchedule: Hashable, Sendable {
    private let minutes: [Int]
    private let hours: [Int]
    private let months: Set<Int>
    private let years: Set<Int>?
    private let day: Day
    private let zone: TimeZone

    private enum Day: Hashable, Sendable {
        case every
        case ofMonth(Set<Int>)
        case lastOfMonth
        case weekdayNearest(Int)
        /// 1 is Sunday.
        case ofWeek(Set<Int>)
        case lastOfWeek(Int)
        case nth(weekday: Int, Int)
    }

    /// Nil when the expression or the time zone is not valid.
    init?(_ expression: String, timezone: String) {
        guard expression.hasPrefix("cron("), expression.hasSuffix(")"), let zone = TimeZone(identifier: timezone) else {
            return nil
        }
        let fields = expression.dropFirst(5).dropLast().split(separator: " ").map { $0.uppercased() }
        guard fields.count == 6, let minutes = Self.values(fields[0], 0...59), !minutes.isEmpty,
            let hours = Self.values(fields[1], 0...23), !hours.isEmpty,
            let months = Self.values(fields[3], 1...12, names: Self.monthNames), !months.isEmpty,
            let years = Self.values(fields[5], 1970...2199), !years.isEmpty,
            let day = Self.day(ofMonth: fields[2], ofWeek: fields[4])
        else { return nil }
        self.minutes = minutes.sorted()
        self.hours = hours.sorted()
        self.months = months
        self.years = fields[5] == "*" ? nil : years
        self.day = day
        self.zone = zone
    }

    /// The first run after a moment; nil when none comes within nine years.
    func next(after moment: Date) -> Date? {
        let local = moment.timeIntervalSince1970 + Double(zone.secondsFromGMT(for: moment))
        let today = Int((local / 86400).rounded(.down))
        for dayNumber in today...(today + 9 * 366) where runs(onDay: dayNumber) {
            for hour in hours {
                for minute in minutes {
                    guard let run = instant(dayNumber, hour, minute), run > moment else { continue }
                    return run
                }
            }
        }
        return nil
    }

    /// The instant of a local time: nil when clocks skip it, the first one when they repeat it (4.2).
    private func instant(_ dayNumber: Int, _ hour: Int, _ minute: Int) -> Date? {
        let local = Double(dayNumber * 86400 + hour * 3600 + minute * 60)
        let offsets = [local - 86400, local + 86400].map {
            Double(zone.secondsFromGMT(for: Date(timeIntervalSince1970: $0)))
        }
        return offsets.map { Date(timeIntervalSince1970: local - $0) }
            .filter { $0.timeIntervalSince1970 + Double(zone.secondsFromGMT(for: $0)) == local }
            .min()
    }

    private func runs(onDay dayNumber: Int) -> Bool {
        let date = CivilDay(dayNumber)
        guard months.contains(date.month), years.map({ $0.contains(date.year) }) ?? true else { return false }
        switch day {
        case .every: return true
        case .ofMonth(let days): return days.contains(date.day)
        case .lastOfMonth: return date.day == date.lastDay
        case .weekdayNearest(let wanted): return date.day == date.weekdayNearest(wanted)
        case .ofWeek(let days): return days.contains(date.weekday)
        case .lastOfWeek(let weekday): return date.weekday == weekday && date.day + 7 > date.lastDay
        case .nth(let weekday, let n): return date.weekday == weekday && (date.day - 1) / 7 == n - 1
        }
    }

    private static func day(ofMonth: String, ofWeek: String) -> Day? {
        switch (ofMonth, ofWeek) {
        case ("?", "?"): return nil
        case ("?", "*"), ("*", "?"): return .every
        case ("L", "?"): return .lastOfMonth
        case ("LW", "?"): return .weekdayNearest(31)
        case ("?", "L"): return .ofWeek([7])
        case ("?", _):
            if ofWeek.hasSuffix("L"), let weekday = number(String(ofWeek.dropLast()), weekdayNames, 1...7) {
                return .lastOfWeek(weekday)
            }
            let parts = ofWeek.split(separator: "#").map(String.init)
            if parts.count == 2, let weekday = number(parts[0], weekdayNames, 1...7), let n = Int(parts[1]),
                (1...5).contains(n)
            {
                return .nth(weekday: weekday, n)
            }
            return values(ofWeek, 1...7, names: weekdayNames).map { .ofWeek($0) }
        case (_, "?"):
            if ofMonth.hasSuffix("W"), let wanted = Int(ofMonth.dropLast()), (1...31).contains(wanted) {
                return .weekdayNearest(wanted)
            }
            return values(ofMonth, 1...31).map { .ofMonth($0) }
        default: return nil
        }
    }

    /// The values of a field: `*`, lists, ranges that may wrap, steps.
    private static func values(_ field: String, _ bounds: ClosedRange<Int>, names: [String] = []) -> Set<Int>? {
        var result: Set<Int> = []
        for part in field.split(separator: ",", omittingEmptySubsequences: false) {
            let halves = part.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            guard let range = halves.first, halves.count <= 2 else { return nil }
            let step = halves.count == 2 ? Int(halves[1]) : 1
            guard let step, (1...1000).contains(step) else { return nil }
            let ends = range.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
            if range == "*" {
                result.formUnion(stride(from: bounds.lowerBound, through: bounds.upperBound, by: step))
            } else if ends.count == 2, let low = number(ends[0], names, bounds),
                let high = number(ends[1], names, bounds)
            {
                let last = low <= high ? high : high + bounds.count
                result.formUnion(
                    stride(from: low, through: last, by: step).map { $0 > bounds.upperBound ? $0 - bounds.count : $0 })
            } else if ends.count == 1, let value = number(range, names, bounds) {
                let last = halves.count == 2 ? bounds.upperBound : value
                result.formUnion(stride(from: value, through: last, by: step))
            } else {
                return nil
            }
        }
        return result
    }

    private static func number(_ text: String, _ names: [String], _ bounds: ClosedRange<Int>) -> Int? {
        let value = Int(text) ?? names.firstIndex(of: text).map { $0 + 1 }
        return value.flatMap { bounds.contains($0) ? $0 : nil }
    }

    private static let monthNames = [
        "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
    ]
    private static let weekdayNames = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]
}
