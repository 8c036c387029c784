/// A day of the proleptic Gregorian calendar.
struct CivilDay: Hashable, Sendable {
    let year: Int
    let month: Int
    let day: Int
    /// 1 is Sunday.
    let weekday: Int

    /// - Parameter number: days since 1970-01-01.
    init(_ number: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        weekday = ((number + 4) % 7 + 7) % 7 + 1
    }

    /// 28…31
    var lastDay: Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The workday of this month that is nearest to a day of it.
    func weekdayNearest(_ wanted: Int) -> Int {
        let target = min(wanted, lastDay)
        switch (weekday - 1 + (target - day) % 7 + 7) % 7 + 1 {
        case 7: return target == 1 ? 3 : target - 1
        case 1: return target == lastDay ? target - 2 : target + 1
        default: return target
        }
    }
}
