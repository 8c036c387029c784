import Canvas
import Posture

/// One day, each run on a line of its own with its window, its zone and what became of it.
struct DayView: Widget {
    private let lines: [[Span]]
    private let offset: Int

    init(_ model: Model, _ calendar: BackupCalendar) {
        // The line above says the day already.
        let detail = model.calendarDetail(model.calendarDay)
        lines = detail.count > 1 ? Array(detail.dropFirst()) : detail
        offset = model.detailOffset
    }

    func draw(in area: Area, on frame: inout Frame) {
        ScrollingText(lines, offset: offset).draw(in: area, on: &frame)
    }
}
