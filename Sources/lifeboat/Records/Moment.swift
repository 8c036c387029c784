import Foundation

/// Moments as pages of records write them.
enum Moment {
    /// "2026-11-20 12:00 UTC"
    static func text(_ moment: Date) -> String {
        let iso = moment.formatted(.iso8601)
        return "\(iso.prefix(10)) \(iso.dropFirst(11).prefix(5)) UTC"
    }

    /// "2026-11-20"
    static func day(_ moment: Date) -> String { String(moment.formatted(.iso8601).prefix(10)) }
}
