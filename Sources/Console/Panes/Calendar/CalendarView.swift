import Canvas
import Posture

/// The plans' month, week or day, with the selected day's runs where there is room.
struct CalendarView {
    private let model: Model

    init(_ model: Model) { self.model = model }

    func draw(in area: Area, on frame: inout Frame) {
        guard let picture = model.picture else { return }
        let detail = ScrollingText(model.calendarDetail(model.calendarDay), offset: model.detailOffset)
        guard model.calendar.span != .day, !model.isZoomed else {
            DayView(model, picture.calendar).draw(in: area, on: &frame)
            return
        }
        let isMonth = model.calendar.span == .month
        let needed = isMonth ? Size(columns: 58, rows: 7) : Size(columns: 58, rows: 6)
        let split = Split(area, mainMinimum: needed, sideMinimum: Size(columns: 40, rows: 4), sideShare: 0.33)
        let main: Area
        switch split {
        case .beside(let left, let right):
            main = left
            frame.fill(
                Area(column: right.column, row: right.row, columns: 1, rows: right.rows), with: "│",
                style: Style(.border))
            var inner = right
            _ = inner.takeLeft(2)
            detail.draw(in: inner, on: &frame)
        case .stacked(let top, let bottom):
            main = top
            frame.fill(
                Area(column: bottom.column, row: bottom.row, columns: bottom.columns, rows: 1), with: "─",
                style: Style(.border))
            var inner = bottom
            _ = inner.takeTop(1)
            detail.draw(in: inner, on: &frame)
        case .alone(let whole): main = whole
        }
        if isMonth {
            MonthView(model, picture.calendar).draw(in: main, on: &frame)
        } else {
            WeekView(model, picture.calendar).draw(in: main, on: &frame)
        }
    }
}
