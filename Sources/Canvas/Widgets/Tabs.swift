/// Numbered titles in one line, one of them in front; they squash to what fits.
package struct Tabs: Widget {
    package struct Tab: Hashable, Sendable {
        package var number: Int
        package var title: String

        package init(number: Int, title: String) {
            self.number = number
            self.title = title
        }
    }

    private let tabs: [Tab]
    private let selected: Int

    package init(_ tabs: [Tab], selected: Int) {
        self.tabs = tabs
        self.selected = selected
    }

    package func draw(in area: Area, on frame: inout Frame) {
        SpanLine(line(columns: area.columns)).draw(in: area, on: &frame)
    }

    /// The place of the tab that is drawn at a column; nil beside them all.
    package func tab(atColumn column: Int, of columns: Int) -> Int? {
        var end = 0
        return line(columns: columns).firstIndex { span in
            end += span.text.columns
            return column < end
        }
    }

    private func line(columns: Int) -> [Span] {
        // Whole titles, then shorter ones, then numbers with the title of the one in front.
        for (length, isNarrow) in [(Int.max, false), (Int.max, true), (7, true), (5, true), (4, true)] {
            let line = spans(titleLength: length, isNarrow: isNarrow)
            if line.reduce(0, { $0 + $1.text.columns }) <= columns { return line }
        }
        return spans(titleLength: 0, isNarrow: true)
    }

    private func spans(titleLength: Int, isNarrow: Bool) -> [Span] {
        tabs.enumerated().map { index, tab in
            let isInFront = index == selected
            let title = isInFront ? tab.title : String(tab.title.prefix(titleLength))
            let text = title.isEmpty ? " \(tab.number)" : " \(tab.number) \(title)"
            return Span(isNarrow ? text : text + " ", isInFront ? .tab : .faint)
        }
    }
}
