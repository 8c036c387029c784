import Canvas

extension CommandTable {
    /// What can be done in the Calendar.
    static let calendar: [Command] = [
        Command(
            .calendarSpan, keys: [.character("m")], in: .panes([.calendar]), "month/week/day",
            "Show a month, a week or a day.", bar: 1
        ) {
            $0.calendar.span = $0.calendar.span.next
            $0.calendar.opened = nil
            $0.detailOffset = 0
            return []
        },
        Command(
            .openDay, keys: [.enter], in: .panes([.calendar]), "open day", "Show the selected day.", bar: 0,
            disabled: { $0.calendar.span == .day ? "the day is open" : nil }
        ) {
            $0.calendar.opened = $0.calendar.span
            $0.calendar.span = .day
            $0.detailOffset = 0
            return []
        },
        Command(
            .calendarToday, keys: [.character("t")], in: .panes([.calendar]), "today", "Go to today.", bar: 4
        ) {
            $0.calendar.day = nil
            return []
        },
        Command(
            .calendarZone, keys: [.character("u")], in: .panes([.calendar]), "zone",
            "Show hours in the plans' own time zones, or in UTC.", bar: 5
        ) {
            $0.calendar.inPlanZone.toggle()
            return []
        },
        Command(.previousDay, keys: [.left, .character("h")], in: .panes([.calendar]), "day before", "One day back.") {
            $0.moveDay(-1)
        },
        Command(.nextDay, keys: [.right, .character("l")], in: .panes([.calendar]), "day after", "One day on.") {
            $0.moveDay(1)
        },
        Command(
            .previousWeek, keys: [.up, .character("k")], in: .panes([.calendar]), "week before",
            "One week back; in a day, one line up."
        ) { $0.calendar.span == .day ? $0.scrollDetail(by: -1) : $0.moveDay(-7) },
        Command(
            .nextWeek, keys: [.down, .character("j")], in: .panes([.calendar]), "week after",
            "One week on; in a day, one line down."
        ) { $0.calendar.span == .day ? $0.scrollDetail(by: 1) : $0.moveDay(7) },
        Command(
            .nextGap, keys: [.character("n")], in: .panes([.calendar]), "next gap",
            "Go to the next day on which something is missing.", bar: 2
        ) { $0.goToGap(1) },
        Command(
            .previousGap, keys: [.character("N")], in: .panes([.calendar]), "previous gap",
            "Go to the last day before on which something is missing."
        ) { $0.goToGap(-1) },
    ]
}

extension CalendarState.Span {
    fileprivate var next: Self {
        switch self {
        case .month: .week
        case .week: .day
        case .day: .month
        }
    }
}
