import Canvas
import Posture

/// Weeks as rows, Monday first; each day says what matters most of it.
struct MonthView: Widget {
    private let calendar: BackupCalendar
    private let selected: CivilDate
    private let today: CivilDate
    private let drills: DrillCalendar

    init(_ model: Model, _ calendar: BackupCalendar) {
        self.calendar = calendar
        drills = model.drills
        selected = model.calendarDay
        today = model.today
    }

    func draw(in area: Area, on frame: inout Frame) {
        var rest = area
        let head = rest.takeTop(1)
        let width = area.columns / 7
        guard width >= 3, !rest.isEmpty else { return }
        for (column, name) in CalendarWords.weekdays.enumerated() {
            frame.write(
                name, at: Point(column: head.column + column * width, row: head.row), style: Style(.header),
                limit: width)
        }
        let first = CivilDate(year: selected.year, month: selected.month, day: 1)
        let start = first.adding(days: -first.weekday)
        let length = CivilDate.daysInMonth(selected.month, of: selected.year)
        let weeks = (first.weekday + length + 6) / 7
        if rest.rows > weeks {
            SpanLine(DaySummary.legend(columns: rest.columns)).draw(in: rest.takeBottom(1), on: &frame)
        }
        let height = max(rest.rows / weeks, 1)
        for week in 0..<weeks {
            for weekday in 0..<7 {
                let day = start.adding(days: week * 7 + weekday)
                let place = Area(
                    column: rest.column + weekday * width, row: rest.row + week * height, columns: width, rows: height
                ).intersection(rest)
                draw(day, in: place, on: &frame)
            }
        }
    }

    private func draw(_ day: CivilDate, in area: Area, on frame: inout Frame) {
        guard !area.isEmpty else { return }
        let isOutside = day.month != selected.month
        let known = calendar.day(day)
        let drills = drills.mark(on: day, today: today)
        let summary = known.map { DaySummary($0, drills: drills) }
        let isToday = day == today
        let mark = day == selected ? "▸" : (isToday ? "•" : " ")
        let number = "\(mark)\(day.day < 10 ? " " : "")\(day.day) "
        let role: Role = isOutside || known == nil ? .faint : (isToday ? .title : .strong)
        frame.write(number, at: Point(column: area.column, row: area.row), style: Style(role), limit: area.columns)
        var lines = summary?.lines ?? [drills ?? Span("–", .faint)]
        // One line a day: glyph and number beside the day's own.
        if area.rows == 1 || area.columns < 10 {
            var column = area.column + 4
            for line in lines {
                let short = line.text.split(separator: " ").prefix(2).joined()
                // Each sign begins a word of its own, so that narrow days need no blanks between them.
                guard column + short.columns <= area.endColumn else { break }
                column += frame.write(short, at: Point(column: column, row: area.row), style: Style(line.role))
                column += area.columns < 10 ? 0 : 1
            }
        } else {
            // The first stands beside the number where there is room for it below only.
            for row in 1..<area.rows {
                guard !lines.isEmpty else { break }
                let isLast = row == area.rows - 1 && lines.count > 1
                let line = lines.removeFirst()
                let text = isLast ? "\(line.text) +\(lines.count)" : line.text
                frame.write(
                    text.fitted(to: area.columns - 1), at: Point(column: area.column + 1, row: area.row + row),
                    style: Style(line.role))
            }
        }
        if day == selected { frame.restyle(area) { $0.isSelected = true } }
    }
}
