/// Which days of a month a schedule takes: the day-of-month field or the day-of-week field, whichever is not `?` (4.1).
struct DayRule: Hashable, Sendable {
    private enum Term: Hashable {
        /// Days of the month as bits 1…31.
        case days(UInt32)
        case lastDay
        case lastWeekday
        case weekdayNearest(Int)
        /// Days of the week as bits 1…7, Sunday first.
        case weekdays(UInt32)
        case lastOfWeekday(Int)
        case nthOfWeekday(Int, nth: Int)
    }

    private let terms: [Term]

    init(dayOfMonth: String, dayOfWeek: String) throws(ScheduleError) {
        switch (dayOfMonth == "?", dayOfWeek == "?") {
        case (false, true): terms = try Self.daysOfMonth(dayOfMonth)
        case (true, false): terms = try Self.daysOfWeek(dayOfWeek)
        case (true, true):
            throw ScheduleError("The day-of-month and day-of-week fields are both \"?\"; one of them has to name days.")
        case (false, false):
            throw ScheduleError(
                "One of the fields day-of-month \"\(dayOfMonth)\" and day-of-week \"\(dayOfWeek)\" has to be \"?\".")
        }
    }

    /// The days of a month that match, as bits 1…31.
    func days(inMonth month: Int, of year: Int) -> UInt32 {
        let length = CivilDate.daysInMonth(month, of: year)
        let firstWeekday = CivilDate.weekday(ofDayNumber: CivilDate(year: year, month: month, day: 1).dayNumber)
        var result: UInt32 = 0
        for term in terms { result |= Self.days(term, length: length, firstWeekday: firstWeekday) }
        return result
    }

    private static func days(_ term: Term, length: Int, firstWeekday: Int) -> UInt32 {
        func weekday(_ day: Int) -> Int { (firstWeekday + day - 2) % 7 + 1 }
        func first(_ wanted: Int) -> Int { (wanted - firstWeekday + 7) % 7 + 1 }

        switch term {
        case .days(let bits):
            return bits & (.max >> UInt32(31 - length))
        case .lastDay:
            return 1 << UInt32(length)
        case .lastWeekday:
            return days(.weekdayNearest(length), length: length, firstWeekday: firstWeekday)
        case .weekdayNearest(let day):
            // A month without that day has no weekday near it.
            guard day <= length else { return 0 }
            let nearest =
                switch weekday(day) {
                case 7: day == 1 ? day + 2 : day - 1
                case 1: day == length ? day - 2 : day + 1
                default: day
                }
            return 1 << UInt32(nearest)
        case .weekdays(let wanted):
            var result: UInt32 = 0
            for day in 1...length where wanted & (1 << UInt32(weekday(day))) != 0 { result |= 1 << UInt32(day) }
            return result
        case .lastOfWeekday(let wanted):
            let day = first(wanted)
            return 1 << UInt32(day + (length - day) / 7 * 7)
        case .nthOfWeekday(let wanted, let nth):
            let day = first(wanted) + (nth - 1) * 7
            return day <= length ? 1 << UInt32(day) : 0
        }
    }

    private static func daysOfMonth(_ text: String) throws(ScheduleError) -> [Term] {
        let field = CronField.dayOfMonth
        var terms: [Term] = []
        for item in items(of: text) {
            let item = item.uppercased()
            if item == "L" {
                terms.append(.lastDay)
            } else if item == "LW" {
                terms.append(.lastWeekday)
            } else if item.hasSuffix("W") {
                terms.append(.weekdayNearest(try field.value(String(item.dropLast()), in: text)))
            } else {
                terms.append(.days(bits(try field.values(ofItem: item, in: text))))
            }
        }
        return terms
    }

    private static func daysOfWeek(_ text: String) throws(ScheduleError) -> [Term] {
        let field = CronField.dayOfWeek
        var terms: [Term] = []
        for item in items(of: text) {
            let item = item.uppercased()
            if item == "L" {
                terms.append(.weekdays(1 << 7))
            } else if item.hasSuffix("L") {
                terms.append(.lastOfWeekday(try field.value(String(item.dropLast()), in: text)))
            } else if item.contains("#") {
                guard item == text.uppercased() else { throw field.problem(text, "may hold only one # and no list") }
                let parts = item.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
                guard parts.count == 2, let nth = CronField.number(parts[1]), (1...5).contains(nth) else {
                    throw field.problem(text, "needs one number of 1-5 after the #")
                }
                terms.append(.nthOfWeekday(try field.value(parts[0], in: text), nth: nth))
            } else {
                terms.append(.weekdays(bits(try field.values(ofItem: item, in: text))))
            }
        }
        return terms
    }

    private static func items(of text: String) -> [Substring] {
        text.split(separator: ",", omittingEmptySubsequences: false)
    }
    private static func bits(_ values: [Int]) -> UInt32 { values.reduce(0) { $0 | 1 << UInt32($1) } }
}
