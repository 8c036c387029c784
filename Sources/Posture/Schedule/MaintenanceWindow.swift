import Foundation

/// The weekly window in which RDS may change an instance, with the hour before it: no backup job starts then (2.4).
struct MaintenanceWindow: Hashable, Sendable {
    private static let week = 7 * 1440
    private static let days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]

    /// Minutes of the week, from Sunday 00:00 UTC; the hour before is counted in.
    private let start: Int
    /// Minutes.
    private let length: Int

    /// Reads `sun:05:00-sun:06:00`, UTC; nil for what is written otherwise.
    init?(_ text: String) {
        let ends = text.lowercased().split(separator: "-").map(Self.minute)
        guard ends.count == 2, let first = ends[0], let last = ends[1], first != last else { return nil }
        start = (first - 60 + Self.week) % Self.week
        length = (last - first + Self.week) % Self.week + 60
    }

    private static func minute(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, let day = days.firstIndex(of: String(parts[0])), let hour = Int(parts[1]),
            let minute = Int(parts[2]), (0..<24).contains(hour), (0..<60).contains(minute)
        else { return nil }
        return day * 1440 + hour * 60 + minute
    }

    /// When a job that is due at a moment can start at the earliest; nil where nothing holds it up.
    func release(of moment: Date) -> Date? {
        // 1970-01-01 was a Thursday.
        let minute = (moment.timeIntervalSince1970 / 60).rounded(.down)
        let ofWeek = Int((minute + 4 * 1440).truncatingRemainder(dividingBy: Double(Self.week))) - start
        let into = (ofWeek + 2 * Self.week) % Self.week
        guard into < length else { return nil }
        return Date(timeIntervalSince1970: (minute + Double(length - into)) * 60)
    }
}
