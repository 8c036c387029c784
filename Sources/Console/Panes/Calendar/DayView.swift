import Canvas
import Posture

/// One day, each run on a line of its own with its window, its zone and what became of it.
struct DayView: Widget {
    private let lines: [[Span]]
    private let offset: Int

    init(_ model: Model, _ calendar: PlanCalendar) {
        lines = model.calendarDetail(model.calendarDay)
        offset = model.detailOffset
    }

    func draw(in area: Area, on frame: inout Frame) {
        ScrollingText(Array(lines.dropFirst()), offset: offset).draw(in: area, on: &frame)
    }
}
