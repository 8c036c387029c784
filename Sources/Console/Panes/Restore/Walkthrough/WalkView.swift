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
        var rest = area
        SpanLine(path).draw(in: rest.takeTop(1), on: &frame)
        frame.fill(rest.takeTop(1), with: "─", style: Style(.border))
        let fault = fault(width: rest.columns)
        let lines = state.isTyped ? max(fault.count, 1) + 1 : fault.count
        let foot = rest.takeBottom(min(lines, rest.rows))
        let page = WalkPage(model, state)
        let offset = offset(of: page, in: rest)
        let text = ScrollingText(page.lines, offset: offset)
        text.draw(in: rest.inset(columns: 1, rows: 0), on: &frame)
        if text.lineCount(width: rest.columns - 2) > offset + rest.rows {
            frame.write(
                " pgdn more ", at: Point(column: rest.endColumn - 12, row: rest.endRow - 1), style: Style(.key))
        }
        drawFoot(fault, in: foot, on: &frame)
    }

    /// The chosen line stays in sight.
    private func offset(of page: WalkPage, in area: Area) -> Int {
        guard let lines = page.selectedLines, state.offset == 0 else { return state.offset }
        func height(_ count: Int) -> Int {
            ScrollingText(Array(page.lines.prefix(count)), offset: 0).lineCount(width: area.columns - 2)
        }
        // Its details too, as far as there is room for both.
        return max(min(height(lines.upperBound) - area.rows, height(lines.lowerBound)), 0)
    }

    /// Why the last answer was not taken, as long as it leaves room for what is asked.
    private func fault(width: Int) -> [[Span]] {
        guard let fault = state.fault else { return [] }
        return Array(ScrollingText([[Span(" ✗ \(fault)", .bad)]], offset: 0).lines(width: width).prefix(3))
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
