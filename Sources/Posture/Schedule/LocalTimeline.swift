import Foundation

/// Turns local times of a zone into UTC, going forward in time.
///
/// The zone's history is cut at its changes of offset. Each piece owns the local times that occur first in it, so that a
/// repeated local time has one instant, its first, and a skipped one has none (4.2).
struct LocalTimeline {
    private let zone: TimeZone
    private var offset: Int
    /// Local seconds since 1970 that the current piece owns.
    private var localStart: Int
    private var localEnd: Int
    private var utcEnd: Int

    /// Starts at a moment; times from a day later on are answered.
    init(zone: TimeZone, startingAt utc: Int) {
        self.zone = zone
        offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(utc)))
        utcEnd = Self.change(after: utc, in: zone)
        localStart = utc + offset
        localEnd = utcEnd == .max ? .max : utcEnd + offset
    }

    /// UTC seconds of a local time, nil where the clocks skip it; the times asked for have to increase.
    mutating func utc(ofLocal local: Int) -> Int? {
        advance(to: local)
        return local >= localStart ? local - offset : nil
    }

    /// What to take from local times to have UTC over the whole of a stretch; nil when the offset changes near it.
    mutating func offset(from local: Int, through last: Int) -> Int? {
        advance(to: local)
        return local >= localStart && last < localEnd ? offset : nil
    }

    private mutating func advance(to local: Int) {
        while local >= localEnd {
            let next = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(utcEnd)))
            // Clocks set back repeat times that the piece before owns.
            localStart = utcEnd + max(offset, next)
            offset = next
            utcEnd = Self.change(after: utcEnd, in: zone)
            localEnd = utcEnd == .max ? .max : utcEnd + offset
        }
    }

    private static func change(after utc: Int, in zone: TimeZone) -> Int {
        // Foundation names every change of offset so, also those that are not daylight saving.
        guard let next = zone.nextDaylightSavingTimeTransition(after: Date(timeIntervalSince1970: Double(utc))) else {
            return .max
        }
        return max(Int(next.timeIntervalSince1970.rounded(.down)), utc + 1)
    }
}
