import Canvas
import Posture

/// Seven days beside each other, each with its runs in the order of their times.
struct WeekView: Widget {
    private let calendar: BackupCalendar
    private let selected: CivilDate
    private let today: CivilDate
    private let inPlanZone: Bool
    private let drills: DrillCalendar

    init(_ model: Model, _ calendar: BackupCalendar) {
        self.calendar = calendar
        selected = model.calendarDay
        today = model.today
        inPlanZone = model.calendar.inPlanZone
        drills = model.drills
    }

    func draw(in area: Area, on frame: inout Frame) {
        var area = area
        if area.rows > 6 { SpanLine(DaySummary.legend(columns: area.columns)).draw(in: area.takeBottom(1), on: &frame) }
        let width = area.columns / 7
        guard width >= 3 else { return }
        let monday = selected.adding(days: -selected.weekday)
        for weekday in 0..<7 {
            let day = monday.adding(days: weekday)
            let place = Area(column: area.column + weekday * width, row: area.row, columns: width, rows: area.rows)
            draw(day, in: place, on: &frame)
        }
    }

    private func draw(_ day: CivilDate, in area: Area, on frame: inout Frame) {
        guard !area.isEmpty else { return }
        let isToday = day == today
        let place = day == selected ? "▸" : (isToday ? "•" : " ")
        let head = "\(place)\(CalendarWords.weekdays[day.weekday]) \(day.day)"
        frame.write(
            head, at: Point(column: area.column, row: area.row), style: Style(isToday ? .title : .header),
            limit: area.columns)
        let runs = calendar.runs(on: day)
        let mark = drills.mark(on: day, today: today)
        let top = mark == nil ? 1 : 2
        if let mark, area.rows > 1 {
            frame.write(
                mark.text.fitted(to: area.columns - 1), at: Point(column: area.column, row: area.row + 1),
                style: Style(mark.role))
        }
        let room = max(area.rows - top, 0)
        for (line, run) in runs.prefix(room).enumerated() {
            let look = RunOutcome(run)
            let hidden = runs.count - room
            let isLast = line == room - 1 && hidden > 0
            let time = CalendarWords.time(of: run, calendar.rule(of: run), inPlanZone: inPlanZone).prefix(5)
            let text = isLast ? "+\(hidden + 1) more" : "\(look.kind.glyph)\(time) \(calendar.rule(of: run).planName)"
            frame.write(
                text.fitted(to: area.columns - 1), at: Point(column: area.column, row: area.row + top + line),
                style: Style(isLast ? .faint : look.kind.role))
        }
        if day == selected {
            frame.restyle(Area(column: area.column, row: area.row, columns: area.columns - 1, rows: area.rows)) {
                $0.isSelected = true
            }
        }
    }
}
