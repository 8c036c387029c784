package import Foundation

extension Duration {
    package static func minutes(_ count: Int) -> Duration { .seconds(60 * count) }
    package static func hours(_ count: Int) -> Duration { .seconds(3600 * count) }
    package static func days(_ count: Int) -> Duration { .seconds(86_400 * count) }

    /// The time between two moments, whole seconds, never negative.
    package init(from start: Date, to end: Date) {
        let seconds = end.timeIntervalSince(start)
        self = .seconds(seconds.isFinite ? Int64(Swift.min(Swift.max(0, seconds), 1e15)) : 0)
    }

    /// For a sentence, rounded down to what matters: "45 seconds", "15 min", "26 h", "9 days".
    package var words: String {
        let seconds = components.seconds
        switch seconds {
        case ..<120: return seconds == 1 ? "1 second" : "\(seconds) seconds"
        case ..<7200: return "\(seconds / 60) min"
        case ..<172_800: return "\(seconds / 3600) h"
        default: return "\(seconds / 86_400) days"
        }
    }
}
