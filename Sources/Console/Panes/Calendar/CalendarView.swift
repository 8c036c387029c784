import Canvas
import Posture

/// The plans' month, week or day.
struct CalendarView {
    private let model: Model

    init(_ model: Model) { self.model = model }

    func draw(in area: Area, on frame: inout Frame) {
        guard let picture = model.picture else { return }
        switch model.calendar.span {
        case .month: MonthView(model, picture.calendar).draw(in: area, on: &frame)
        case .week: WeekView(model, picture.calendar).draw(in: area, on: &frame)
        case .day: ScrollingText(model.detail, offset: model.detailOffset).draw(in: area, on: &frame)
        }
    }
}
