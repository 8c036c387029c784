package import Foundation

/// Times as AWS writes them, by civil-date arithmetic; all are UTC.
package enum WireTime {
    /// `2026-11-20T20:00:00.000Z`: S3 writes milliseconds, and they are always zero.
    package static func iso(_ date: Date) -> String { isoSeconds(date).dropLast() + ".000Z" }

    /// `2026-11-20T20:00:00Z`, to the second.
    package static func isoSeconds(_ date: Date) -> String {
        let civil = CivilTime(secondsSince1970: Int(date.timeIntervalSince1970.rounded(.down)))
        return "\(civil.dateText)T\(civil.timeText)Z"
    }

    /// `Fri, 20 Nov 2026 20:00:00 GMT`
    package static func http(_ date: Date) -> String {
        let civil = CivilTime(secondsSince1970: Int(date.timeIntervalSince1970.rounded(.down)))
        let day = padded(civil.day, 2)
        return "\(days[civil.weekday]), \(day) \(months[civil.month - 1]) \(civil.year) \(civil.timeText) GMT"
    }

    /// Reads `2026-11-20T20:00:00Z`, with or without a fraction; nil for anything else.
    package static func parse(_ text: String) -> Date? {
        let fields = text.split(whereSeparator: { "-T:.Z".contains($0) })
        guard fields.count >= 6, text.hasSuffix("Z"), text.contains("T") else { return nil }
        let numbers = fields.prefix(6).compactMap { Int($0) }
        guard numbers.count == 6 else { return nil }
        let fraction = fields.count > 6 ? Double("0." + fields[6]) ?? 0 : 0
        let seconds =
            CivilTime.days(year: numbers[0], month: numbers[1], day: numbers[2]) * 86_400
            + numbers[3] * 3_600 + numbers[4] * 60 + numbers[5]
        return Date(timeIntervalSince1970: Double(seconds) + fraction)
    }

    private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}

/// A moment's fields in UTC.
private struct CivilTime {
    let year: Int
    let month: Int
    let day: Int
    let secondOfDay: Int
    /// 0 is Thursday, the day of the epoch.
    let weekday: Int

    init(secondsSince1970 seconds: Int) {
        let days = floorDivide(seconds, 86_400)
        secondOfDay = seconds - days * 86_400
        weekday = days - floorDivide(days, 7) * 7
        // Years that begin in March put the leap day last.
        let shifted = days + 719_468
        let era = floorDivide(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    var dateText: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }
    var timeText: String {
        "\(padded(secondOfDay / 3_600, 2)):\(padded(secondOfDay / 60 % 60, 2)):\(padded(secondOfDay % 60, 2))"
    }

    static func days(year: Int, month: Int, day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = floorDivide(shiftedYear, 400)
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}

private func floorDivide(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((-a + b - 1) / b) }

private func padded(_ value: Int, _ width: Int) -> String {
    let text = String(value)
    return text.count >= width ? text : String(repeating: "0", count: width - text.count) + text
}
