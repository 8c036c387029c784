package import Foundation

/// What the clock will make of a job; a job that was laid down finished has none.
package struct JobCourse: Hashable, Sendable {
    package enum End: Hashable, Sendable {
        case completed(message: String?, category: String)
        case failed(String)
        case expired(String)
        case aborted
    }

    package var startsAt: Date
    package var endsAt: Date
    package var end: End
    /// How much of the whole is done at its end.
    var share = 1.0

    package init(startsAt: Date, endsAt: Date, end: End = .completed(message: nil, category: "SUCCESS")) {
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.end = end
    }

    /// 0…100.
    func percentDone(at now: Date) -> Double {
        let whole = endsAt.timeIntervalSince(startsAt)
        guard whole > 0 else { return now >= endsAt ? 100 : 0 }
        return min(max(now.timeIntervalSince(startsAt) / whole, 0), 1) * share * 100
    }
}
