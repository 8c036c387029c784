/// A question in the middle of the screen, with its choices; the selected one is what enter takes.
package struct Dialog: Widget {
    private let title: String
    private let text: [String]
    private let choices: [String]
    private let selected: Int

    package init(title: String, text: [String], choices: [String], selected: Int) {
        self.title = title
        self.text = text
        self.choices = choices
        self.selected = selected
    }

    package func draw(in area: Area, on frame: inout Frame) {
        let paragraphs = ScrollingText(text.map { [Span($0)] }, offset: 0)
        let width = min(max(text.map(\.columns).max() ?? 0, title.columns) + 4, min(area.columns, 72))
        let lines = paragraphs.lineCount(width: width - 4)
        var inner = Box(title: title).drawn(
            in: area.centered(Size(columns: width, rows: lines + 4)), on: &frame)
        let bottom = inner.takeBottom(1)
        paragraphs.draw(in: inner, on: &frame)
        guard !bottom.isEmpty else { return }
        var column = bottom.column
        for (index, choice) in choices.enumerated() {
            let style = Style(.strong, isSelected: index == selected)
            column += frame.write(
                " \(choice) ", at: Point(column: column, row: bottom.row), style: style,
                limit: bottom.endColumn - column)
            column += 2
        }
    }
}
