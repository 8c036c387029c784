/// A line being typed, scrolled sideways so that the cursor is in sight.
package struct TextField: Widget {
    private let text: String
    private let cursor: Int
    private let placeholder: String

    /// - Parameter cursor: characters before it.
    package init(text: String, cursor: Int, placeholder: String) {
        self.text = text
        self.cursor = cursor
        self.placeholder = placeholder
    }

    package func draw(in area: Area, on frame: inout Frame) {
        guard !area.isEmpty else { return }
        let start = Point(column: area.column, row: area.row)
        if text.isEmpty {
            frame.write(placeholder.fitted(to: area.columns), at: start, style: Style(.faint))
            frame.cursor = start
            return
        }
        var shown = text[...]
        var before = String(text.prefix(max(cursor, 0))).columns
        // One column is the cursor's own, behind the text.
        while before >= area.columns, let first = shown.first {
            before -= first.drawable.columns
            shown = shown.dropFirst()
        }
        frame.write(shown, at: start, style: Style(.field), limit: area.columns)
        frame.cursor = Point(column: area.column + max(before, 0), row: area.row)
    }
}
