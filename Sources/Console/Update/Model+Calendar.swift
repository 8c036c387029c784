import Posture

extension Model {
    /// Today, in UTC.
    var today: CivilDate { CivilDate(now) }
    var calendarDay: CivilDate { calendar.day ?? today }

    mutating func moveDay(_ days: Int) -> [Effect] {
        calendar.day = calendarDay.adding(days: days)
        detailOffset = 0
        return []
    }

    /// Goes to the nearest day before or after on which something is missing.
    mutating func goToGap(_ direction: Int) -> [Effect] {
        let gaps = gapDays
        let next =
            direction > 0
            ? gaps.first { $0.dayNumber > calendarDay.dayNumber }
            : gaps.last { $0.dayNumber < calendarDay.dayNumber }
        if let next {
            calendar.day = next
            detailOffset = 0
        } else {
            notice = Notice(direction > 0 ? "no gap after this day" : "no gap before this day")
        }
        return []
    }
}
