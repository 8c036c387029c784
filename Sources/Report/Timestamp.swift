import Foundation
import Posture

/// Moments as ISO 8601 in UTC with whole seconds: "2026-11-20T20:00:00Z".
enum Timestamp {
    static func text(_ moment: Date) -> String {
        let seconds = Int(max(-1e11, min(1e11, moment.timeIntervalSince1970)).rounded(.down))
        let dayNumber = (seconds - (seconds % 86_400 + 86_400) % 86_400) / 86_400
        let inDay = seconds - dayNumber * 86_400
        let date = CivilDate(dayNumber: dayNumber)
        return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
            + "T\(padded(inDay / 3_600, 2)):\(padded(inDay / 60 % 60, 2)):\(padded(inDay % 60, 2))Z"
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
