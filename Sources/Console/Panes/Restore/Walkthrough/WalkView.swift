import Canvas
import Foundation
import Recovery

/// One page of the walkthrough: where the operator is, what is asked, what can be answered.
struct WalkView {
    private let model: Model
    private let state: WalkState

    init(_ model: Model, _ state: WalkState) {
        self.model = model
        self.state = state
    }

    func draw(in area: Area, on frame: inout Frame) {
        let layout = WalkLayout(model, state, in: area)
        SpanLine(path).draw(in: layout.path, on: &frame)
        frame.fill(layout.rule, with: "─", style: Style(.border))
        for (row, line) in layout.heading.enumerated() {
            let place = Area(
                column: layout.head.column, row: layout.head.row + row, columns: layout.head.columns, rows: 1)
            SpanLine(line).draw(in: place, on: &frame)
        }
        ScrollingText(layout.text, offset: layout.offset).draw(in: layout.body, on: &frame)
        if layout.offset < layout.lastOffset {
            frame.write(
                " pgdn more ", at: Point(column: layout.body.endColumn - 11, row: layout.body.endRow - 1),
                style: Style(.key))
        }
        drawFoot(layout.fault, in: layout.foot, on: &frame)
    }

    private func drawFoot(_ fault: [[Span]], in area: Area, on frame: inout Frame) {
        var area = area
        for line in fault { SpanLine(line).draw(in: area.takeTop(1), on: &frame) }
        if fault.isEmpty, state.isTyped { _ = area.takeTop(1) }
        guard state.isTyped, area.rows > 0 else { return }
        let isName = state.wantsName || state.question?.step == .confirm
        let prompt = isName ? " type the name: " : " \(state.question?.title ?? ""): "
        let shown = String(prompt.prefix(max(area.columns / 2, 8)))
        let head = area.takeLeft(shown.columns)
        frame.write(shown, at: Point(column: head.column, row: head.row), style: Style(.key))
        TextField(text: state.input.text, cursor: state.input.cursor, placeholder: "").draw(in: area, on: &frame)
    }

    /// "what happened › what to restore › WHICH RECOVERY PATH › ...": behind, here, ahead; narrow screens name but here.
    private var path: [Span] {
        let here = state.walkthrough.step
        let steps = Step.allCases
        let number = (steps.firstIndex(of: here) ?? 0) + 1
        let head = "\(state.walkthrough.isRehearsal ? "Rehearsal" : "Restore") \(number)/\(steps.count) "
        var spans = [Span(head, .title)]
        for step in steps {
            let isHere = step == here
            let isBehind = (steps.firstIndex(of: step) ?? 0) < number - 1
            spans.append(Span(isHere ? " \(step.title) " : step.title, isHere ? .tab : isBehind ? .good : .faint))
            spans.append(Span(step == steps.last ? "" : " › ", .faint))
        }
        guard spans.reduce(0, { $0 + $1.text.columns }) > model.size.columns else { return spans }
        let answers = state.walkthrough.path.flatMap(\.answers).map(\.value).filter { !$0.isEmpty }
        return [
            Span(head, .title), Span(" \(here.title) ", .tab), Span("  " + answers.joined(separator: " › "), .faint),
        ]
    }
}
