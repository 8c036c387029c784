package import Foundation

extension Schedule {
    /// The longest time between two runs.
    package enum Gap: Hashable, Sendable {
        /// It does not fire, or stops for ever.
        case never
        case atMost(Duration)
    }

    /// The longest time without a run from a moment on, the time to the first run included.
    ///
    /// Looks at every gap that begins in the coming 28 years, after which weekdays, leap days and clock changes repeat;
    /// a schedule whose years end within them is `never`.
    package func largestGap(from moment: Date) -> Gap {
        // No schedule has years so far away.
        guard abs(moment.timeIntervalSince1970) < 1e11 else { return .never }
        let start = Int(moment.timeIntervalSince1970.rounded(.down))
        let horizon = start + 28 * 365 * 86_400 + 7 * 86_400
        let within = zip(times, times.dropFirst()).map { ($1 - $0) * 60 }.max() ?? 0
        var largest = 0
        var previous = start
        var fired = false
        var reachedHorizon = false

        func take(_ run: Int) {
            guard run >= start else { return }
            largest = max(largest, run - previous)
            previous = run
            fired = true
        }

        forEachDay(from: moment) { midnight, timeline in
            guard let first = times.first, let last = times.last else { return false }
            let offset = timeline.offset(from: midnight + first * 60, through: midnight + last * 60)
            if let offset, midnight + first * 60 - offset >= start {
                // No clock changes on this day: only its first run is new, the rest of it is always the same.
                take(midnight + first * 60 - offset)
                largest = max(largest, within)
                previous = midnight + last * 60 - offset
            } else {
                for time in times {
                    if let run = timeline.utc(ofLocal: midnight + time * 60) { take(run) }
                }
            }
            reachedHorizon = previous >= horizon
            return !reachedHorizon
        }

        // The grammar's own end is not the schedule's.
        let goesOn = reachedHorizon || years.last == CronField.year.bounds.upperBound
        return fired && goesOn ? .atMost(.seconds(largest)) : .never
    }
}
