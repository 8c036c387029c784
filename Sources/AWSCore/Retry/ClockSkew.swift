import Foundation

/// How far each server's clock is from ours, learned from refused signatures (6.9).
final class ClockSkew: Sendable {
    /// Less than this is no reason for a refused signature; seconds.
    private static let tolerated: TimeInterval = 4 * 60

    private let offsets = Lock<[HTTPOrigin: TimeInterval]>([:])
    /// By the `Date` of the first reply; nil before it.
    private let difference = Lock<TimeInterval?>(nil)

    /// Seconds to add to our clock for the time that AWS has; none where they agree as far as it matters.
    var ofTime: TimeInterval { difference.withLock { $0 ?? 0 } }

    /// Takes the time from a reply, where none was taken before.
    func setTime(by response: HTTPResponse, now: Date) {
        difference.withLock { difference in
            guard difference == nil, let header = response.headers["Date"], let theirs = HTTPDate.parse(header) else {
                return
            }
            let offset = theirs.timeIntervalSince(now)
            difference = abs(offset) > Self.tolerated ? offset : 0
        }
    }

    /// Seconds to add to our clock for a server.
    func offset(for origin: HTTPOrigin) -> TimeInterval { offsets.withLock { $0[origin] ?? 0 } }

    /// Whether the reply's `Date` shows a skew that was not known, so that the call is worth signing anew.
    func learn(from response: HTTPResponse, origin: HTTPOrigin, now: Date) -> Bool {
        guard let header = response.headers["Date"], let theirs = HTTPDate.parse(header) else { return false }
        let offset = theirs.timeIntervalSince(now)
        return offsets.withLock { offsets in
            guard abs(offset - (offsets[origin] ?? 0)) > Self.tolerated else { return false }
            offsets[origin] = offset
            return true
        }
    }
}

/// The `Date` header: `Fri, 20 Nov 2026 20:00:00 GMT`.
enum HTTPDate {
    static func parse(_ text: String) -> Date? {
        let parts = text.split { $0 == " " || $0 == ":" }
        guard parts.count == 8, let day = Int(parts[1]), let month = months.firstIndex(of: String(parts[2])),
            let year = Int(parts[3]), let hour = Int(parts[4]), let minute = Int(parts[5]), let second = Int(parts[6]),
            (1...31).contains(day), (1970...9999).contains(year), (0...23).contains(hour), (0...59).contains(minute),
            (0...60).contains(second)
        else { return nil }
        // Days from civil: years start on 1 March.
        let shiftedYear = month < 2 ? year - 1 : year
        let shiftedMonth = month < 2 ? month + 10 : month - 2
        let dayOfYear = (153 * shiftedMonth + 2) / 5 + day - 1
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        let days = era * 146_097 + dayOfEra - 719_468
        return Date(timeIntervalSince1970: TimeInterval(days * 86_400 + hour * 3_600 + minute * 60 + second))
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
