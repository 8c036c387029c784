/// Spans of time as operators write them.
enum DurationText {
    /// Reads "90s", "15m", "36h", "7d": digits and one unit, more than nothing, at most ten thousand years; nil for all
    /// else.
    static func duration(_ text: String) -> Duration? {
        let digits = text.utf8.dropLast()
        guard let unit = text.utf8.last, let seconds = units[unit], !digits.isEmpty,
            digits.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains), let count = Int(text.dropLast()),
            count > 0
        else { return nil }
        let (total, overflows) = count.multipliedReportingOverflow(by: seconds)
        return overflows || total > 3_650_000 * 86_400 ? nil : .seconds(total)
    }

    private static let units: [UInt8: Int] = [
        UInt8(ascii: "s"): 1, UInt8(ascii: "m"): 60, UInt8(ascii: "h"): 3_600, UInt8(ascii: "d"): 86_400,
    ]
}
