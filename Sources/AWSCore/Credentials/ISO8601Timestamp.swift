import Foundation

/// Reads the times that token caches, metadata services and credential programs write.
enum ISO8601Timestamp {
    /// `2026-11-20T20:00:00` with or without a fraction, and `Z`, `UTC`, `+01:00` or nothing (which is UTC) after it.
    static func parse(_ text: String) -> Date? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 19, bytes[4] == dash, bytes[7] == dash,
            bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "), bytes[13] == colon, bytes[16] == colon,
            let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10]),
            let hour = number(bytes[11..<13]), let minute = number(bytes[14..<16]), let second = number(bytes[17..<19]),
            (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second <= 60
        else { return nil }
        var rest = bytes[19...]
        var fraction = 0.0
        if rest.first == UInt8(ascii: ".") {
            let digits = rest.dropFirst().prefix { (48...57).contains($0) }
            guard !digits.isEmpty, digits.count <= 9, let value = number(digits) else { return nil }
            fraction = Double(value) / pow(10, Double(digits.count))
            rest = rest.dropFirst(1 + digits.count)
        }
        guard let offset = offset(rest) else { return nil }
        let seconds = ((days(year, month, day) * 24 + hour) * 60 + minute) * 60 + second - offset
        return Date(timeIntervalSince1970: Double(seconds) + fraction)
    }

    /// Seconds east of UTC.
    private static func offset(_ text: ArraySlice<UInt8>) -> Int? {
        switch String(decoding: text, as: UTF8.self) {
        case "", "Z", "z", "UTC", " UTC": return 0
        default: break
        }
        guard let sign = text.first, sign == UInt8(ascii: "+") || sign == dash else { return nil }
        let digits = text.dropFirst().filter { $0 != colon }
        guard digits.count == 4, let hours = number(digits[0..<2]), let minutes = number(digits[2..<4]),
            hours < 24, minutes < 60
        else { return nil }
        return (sign == dash ? -60 : 60) * (hours * 60 + minutes)
    }

    /// Days from 1970-01-01 in the Gregorian calendar.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        digits.reduce(0 as Int?) { sum, byte in
            sum.flatMap { (48...57).contains(byte) ? $0 * 10 + Int(byte - 48) : nil }
        }
    }
    private static let dash = UInt8(ascii: "-")
    private static let colon = UInt8(ascii: ":")
}
