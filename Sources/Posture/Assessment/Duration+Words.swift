package import Foundation

extension Duration {
    /// Documents may hold any number: never negative, at most ten thousand years.
    package static func minutes(_ count: Int) -> Duration {
        .seconds(60 * Swift.min(Swift.max(0, count), 5_256_000_000))
    }
    package static func hours(_ count: Int) -> Duration { .minutes(60 * Swift.min(Swift.max(0, count), 87_600_000)) }
    package static func days(_ count: Int) -> Duration { .hours(24 * Swift.min(Swift.max(0, count), 3_650_000)) }

    /// The time between two moments, whole seconds, never negative.
    package init(from start: Date, to end: Date) {
        let seconds = end.timeIntervalSince(start)
        self = .seconds(seconds.isFinite ? Int64(Swift.min(Swift.max(0, seconds), 1e15)) : 0)
    }

    /// For a sentence, rounded down to what matters: "45 seconds", "15 min", "26 h", "9 days".
    package var words: String {
        let seconds = components.seconds
        switch seconds {
        case ..<120: return Int(seconds).counted("second")
        case ..<7200: return "\(seconds / 60) min"
        case ..<172_800: return "\(seconds / 3600) h"
        default: return "\(seconds / 86_400) days"
        }
    }
}

extension Duration {
    /// Two that are held against each other, as finely as it takes to tell them apart: "60 h" and "50 h", not "2 days"
    /// twice.
    static func words(_ one: Duration, against other: Duration) -> (String, String) {
        guard one.words == other.words else { return (one.words, other.words) }
        for (seconds, unit) in [(Int64(3600), "h"), (60, "min"), (1, "seconds")] {
            let (a, b) = (one.components.seconds / seconds, other.components.seconds / seconds)
            if a != b { return ("\(a) \(unit)", "\(b) \(unit)") }
        }
        return (one.words, other.words)
    }
}

extension Date {
    /// "2030-01-01", UTC.
    var day: String { formatted(.iso8601.year().month().day()) }
}
