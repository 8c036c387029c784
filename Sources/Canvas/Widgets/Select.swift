/// A list to choose one of, in a box in the middle of the screen.
package struct Select: Widget {
    private let title: String
    private let options: [String]
    private let position: ListPosition

    package init(title: String, options: [String], position: ListPosition) {
        self.title = title
        self.options = options
        self.position = position
    }

    package func draw(in area: Area, on frame: inout Frame) {
        let widest = max(options.map(\.columns).max() ?? 0, title.columns)
        let size = Size(columns: min(widest + 6, area.columns), rows: min(options.count + 2, max(area.rows - 4, 3)))
        let inner = Box(title: title).drawn(in: area.centered(size), on: &frame)
        var position = self.position
        position.keepVisible(rows: inner.rows, count: options.count)
        for line in 0..<min(inner.rows, options.count - position.offset) {
            let index = position.offset + line
            let place = Area(column: inner.column, row: inner.row + line, columns: inner.columns, rows: 1)
            let mark = index == position.selected ? "▸ " : "  "
            SpanLine([Span(mark, .accent), Span(options[index])]).draw(in: place, on: &frame)
            if index == position.selected { frame.restyle(place) { $0.isSelected = true } }
        }
    }
}
