package import Foundation

/// Moments as AWS writes them, read and written by civil-date arithmetic: a scan reads them by the million.
package enum WireDate {
    /// The moment of `2026-01-02T03:04:05.000Z`; fractions and an offset such as `+01:00` may be there. Nil if it is not one.
    package static func iso8601(_ text: String) -> Date? {
        var text = text
        return text.withUTF8 { bytes in
            var reader = Reader(bytes)
            guard let year = reader.digits(4), reader.skip(UInt8(ascii: "-")), let month = reader.digits(2),
                reader.skip(UInt8(ascii: "-")), let day = reader.digits(2),
                reader.skip(UInt8(ascii: "T")) || reader.skip(UInt8(ascii: "t")), let hour = reader.digits(2),
                reader.skip(UInt8(ascii: ":")), let minute = reader.digits(2), reader.skip(UInt8(ascii: ":")),
                let second = reader.digits(2)
            else { return nil }
            let fraction = reader.skip(UInt8(ascii: ".")) ? reader.fraction() : 0
            guard let fraction, let offset = reader.offset(), reader.isAtEnd else { return nil }
            guard let whole = seconds(year, month, day, hour, minute, second) else { return nil }
            return Date(timeIntervalSince1970: Double(whole - offset) + fraction)
        }
    }

    /// The moment of an HTTP header, `Wed, 21 Oct 2026 07:28:00 GMT`; nil if it is not one.
    package static func http(_ text: String) -> Date? {
        var text = text
        return text.withUTF8 { bytes in
            var reader = Reader(bytes)
            guard reader.weekday(), let day = reader.digits(2), reader.skip(space), let month = reader.month(),
                reader.skip(space), let year = reader.digits(4), reader.skip(space), let hour = reader.digits(2),
                reader.skip(UInt8(ascii: ":")), let minute = reader.digits(2), reader.skip(UInt8(ascii: ":")),
                let second = reader.digits(2), reader.skip(space), reader.zone(), reader.isAtEnd
            else { return nil }
            return seconds(year, month, day, hour, minute, second).map { Date(timeIntervalSince1970: Double($0)) }
        }
    }

    /// `2026-01-02T03:04:05Z`: UTC, whole seconds, rounded down.
    package static func iso8601(_ date: Date) -> String {
        let total = Int(date.timeIntervalSince1970.rounded(.down))
        let days = (total - floorMod(total, 86_400)) / 86_400
        let rest = floorMod(total, 86_400)
        let (year, month, day) = civil(days)
        return pad(year, 4) + "-" + pad(month, 2) + "-" + pad(day, 2) + "T" + pad(rest / 3600, 2) + ":"
            + pad(rest / 60 % 60, 2) + ":" + pad(rest % 60, 2) + "Z"
    }

    private static let space = UInt8(ascii: " ")

    /// Seconds since 1970; a leap second counts as the one before it. Nil outside the calendar.
    private static func seconds(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int, _ second: Int)
        -> Int?
    {
        guard (1...12).contains(month), day >= 1, day <= length(of: month, in: year), hour < 24, minute < 60,
            second < 61
        else { return nil }
        return days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + min(second, 59)
    }

    private static func length(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    // Howard Hinnant's civil-date algorithms: March is the first month of an era year, so leap days come last.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    private static func floorMod(_ value: Int, _ divisor: Int) -> Int { ((value % divisor) + divisor) % divisor }

    private static func pad(_ value: Int, _ width: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }

    /// Reads the parts of a date off a row of ASCII characters.
    private struct Reader {
        private let bytes: UnsafeBufferPointer<UInt8>
        private var index = 0

        init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

        var isAtEnd: Bool { index == bytes.count }

        mutating func skip(_ byte: UInt8) -> Bool {
            guard index < bytes.count, bytes[index] == byte else { return false }
            index += 1
            return true
        }

        mutating func digits(_ count: Int) -> Int? {
            guard index + count <= bytes.count else { return nil }
            var value = 0
            for position in index..<(index + count) {
                guard let digit = digit(bytes[position]) else { return nil }
                value = value * 10 + digit
            }
            index += count
            return value
        }

        /// One digit or more after the point.
        mutating func fraction() -> Double? {
            var value = 0.0
            var scale = 1.0
            while index < bytes.count, let digit = digit(bytes[index]) {
                scale /= 10
                value += Double(digit) * scale
                index += 1
            }
            return scale < 1 ? value : nil
        }

        /// Seconds east of Greenwich.
        mutating func offset() -> Int? {
            if skip(UInt8(ascii: "Z")) || skip(UInt8(ascii: "z")) { return 0 }
            let sign: Int
            if skip(UInt8(ascii: "+")) {
                sign = 1
            } else if skip(UInt8(ascii: "-")) {
                sign = -1
            } else {
                return nil
            }
            guard let hours = digits(2) else { return nil }
            _ = skip(UInt8(ascii: ":"))
            guard let minutes = digits(2), hours < 24, minutes < 60 else { return nil }
            return sign * (hours * 3600 + minutes * 60)
        }

        mutating func weekday() -> Bool {
            guard word("Mon Tue Wed Thu Fri Sat Sun") != nil else { return false }
            return skip(UInt8(ascii: ",")) && skip(WireDate.space)
        }

        mutating func month() -> Int? { word("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").map { $0 + 1 } }

        mutating func zone() -> Bool { word("GMT UTC") != nil }

        /// Which of the three-letter words comes next.
        private mutating func word(_ words: StaticString) -> Int? {
            guard index + 3 <= bytes.count else { return nil }
            for start in stride(from: 0, to: words.utf8CodeUnitCount, by: 4)
            where (0..<3).allSatisfy({ bytes[index + $0] == words.utf8Start[start + $0] }) {
                index += 3
                return start / 4
            }
            return nil
        }

        private func digit(_ byte: UInt8) -> Int? { (48...57).contains(byte) ? Int(byte) - 48 : nil }
    }
}
