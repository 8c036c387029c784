/// A piece of text and what it means.
package struct Span: Hashable, Sendable {
    package var text: String
    package var role: Role

    package init(_ text: String, _ role: Role = .text) {
        self.text = text
        self.role = role
    }
}

/// One line of spans, its end cut off with `…` where it is too long.
package struct SpanLine: Widget {
    private let spans: [Span]

    package init(_ spans: [Span]) { self.spans = spans }

    package func draw(in area: Area, on frame: inout Frame) {
        guard !area.isEmpty else { return }
        var column = area.column
        for span in spans {
            let width = span.text.columns
            let room = area.endColumn - column
            if width > room {
                frame.write(
                    span.text.fitted(to: room), at: Point(column: column, row: area.row), style: Style(span.role))
                return
            }
            frame.write(span.text, at: Point(column: column, row: area.row), style: Style(span.role), limit: room)
            column += width
        }
    }
}
