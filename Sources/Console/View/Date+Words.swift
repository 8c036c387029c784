import Foundation

extension Date {
    /// "14:02:33Z"
    var clock: String {
        formatted(Date.ISO8601FormatStyle().time(includingFractionalSeconds: false)) + "Z"
    }

    /// "2026-11-20 14:02Z"
    var minute: String {
        let text = formatted(
            Date.ISO8601FormatStyle().year().month().day().dateTimeSeparator(.space)
                .time(includingFractionalSeconds: false))
        return String(text.prefix(16)) + "Z"
    }
}
