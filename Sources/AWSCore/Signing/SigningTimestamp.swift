package import Foundation

/// A moment as signatures write it, UTC: by civil-date arithmetic, for a date formatter costs ten times a signature.
package struct SigningTimestamp: Hashable, Sendable {
    /// `20261120T200000Z`
    package let text: String
    /// `20261120`
    package var day: String { String(text.prefix(8)) }

    package init(_ date: Date) {
        let seconds = Int(date.timeIntervalSince1970.rounded(.down))
        let (days, second) = (Self.floorDivide(seconds, 86_400), seconds - Self.floorDivide(seconds, 86_400) * 86_400)
        // Howard Hinnant's days-to-civil: eras of 400 years that start on 1 March.
        let shifted = days + 719_468
        let era = Self.floorDivide(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)

        text = String(unsafeUninitializedCapacity: 16) { buffer in
            Self.write(year, 4, at: 0, into: buffer)
            Self.write(month, 2, at: 4, into: buffer)
            Self.write(day, 2, at: 6, into: buffer)
            buffer[8] = UInt8(ascii: "T")
            Self.write(second / 3_600, 2, at: 9, into: buffer)
            Self.write(second / 60 % 60, 2, at: 11, into: buffer)
            Self.write(second % 60, 2, at: 13, into: buffer)
            buffer[15] = UInt8(ascii: "Z")
            return 16
        }
    }

    private static func floorDivide(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((b - 1 - a) / b) }

    private static func write(
        _ value: Int, _ digits: Int, at start: Int, into buffer: UnsafeMutableBufferPointer<UInt8>
    ) {
        var rest = value
        for index in stride(from: start + digits - 1, through: start, by: -1) {
            buffer[index] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
    }
}
