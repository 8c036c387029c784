import Canvas
import Posture

extension Model {
    var calendarSummary: [[Span]] { [] }
    /// The days on which something is missing, in order.
    var gapDays: [CivilDate] { [] }
}

/// The plans' month, week or day.
struct CalendarView {
    private let model: Model

    init(_ model: Model) { self.model = model }

    func draw(in area: Area, on frame: inout Frame) {}
}
