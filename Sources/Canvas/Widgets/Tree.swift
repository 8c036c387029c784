/// Rows below one another, each under the one it belongs to.
package struct Tree: Widget {
    package struct Row: Hashable, Sendable {
        package var spans: [Span]
        /// 0 is a root.
        package var depth: Int

        package init(_ spans: [Span], depth: Int) {
            self.spans = spans
            self.depth = depth
        }
    }

    private let rows: [Row]

    package init(_ rows: [Row]) { self.rows = rows }

    package func draw(in area: Area, on frame: inout Frame) {
        for (line, row) in rows.prefix(area.rows).enumerated() {
            let place = Area(column: area.column, row: area.row + line, columns: area.columns, rows: 1)
            SpanLine([Span(branches(line), .border)] + row.spans).draw(in: place, on: &frame)
        }
    }

    /// The lines that lead to a row: a sister below keeps the branch open.
    private func branches(_ index: Int) -> String {
        let depth = rows[index].depth
        guard depth > 0 else { return "" }
        var text = ""
        for level in 1...depth {
            let isOpen = rows[(index + 1)...].prefix { $0.depth >= level }.contains { $0.depth == level }
            text += level == depth ? (isOpen ? "├─ " : "└─ ") : (isOpen ? "│  " : "   ")
        }
        return text
    }
}
