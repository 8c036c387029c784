package import Foundation

extension CivilDate {
    /// The day of a moment, in UTC.
    package init(_ moment: Date) {
        // Beyond the years that a calendar shows, a moment of a broken document counts as the last one that it can.
        let seconds = min(max(moment.timeIntervalSince1970, -1e11), 1e11)
        self.init(dayNumber: Int((seconds / 86_400).rounded(.down)))
    }

    /// The moment it begins, in UTC.
    package var start: Date { Date(timeIntervalSince1970: Double(dayNumber) * 86_400) }

    package func adding(days: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + days) }
}
