package import Foundation

/// Which snapshots are kept: all of a week, the last of each day for 90 days, the last of each month after; UTC.
package enum SnapshotRetention {
    package static let daysOfAll = 7
    package static let daysOfDaily = 90

    /// Those that are to go, of one account. The newest never goes.
    package static func pruned(_ snapshots: [(id: Int64, takenAt: Date)], now: Date) -> [Int64] {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        var days: Set<DateComponents> = []
        var months: Set<DateComponents> = []
        return snapshots.sorted { ($0.takenAt, $0.id) > ($1.takenAt, $1.id) }.compactMap { snapshot in
            let isLastOfDay = days.insert(calendar.dateComponents([.year, .month, .day], from: snapshot.takenAt))
                .inserted
            let isLastOfMonth = months.insert(calendar.dateComponents([.year, .month], from: snapshot.takenAt)).inserted
            let age = now.timeIntervalSince(snapshot.takenAt) / 86_400
            let isKept =
                age <= Double(daysOfAll) || (age <= Double(daysOfDaily) && isLastOfDay) || isLastOfMonth
            return isKept ? nil : snapshot.id
        }
    }
}
