package protocol Widget { func draw(in area: Area, on frame: inout Frame) }

package struct Span: Hashable, Sendable {
    package var text: String
    package var role: Role
    package init(_ text: String, _ role: Role = .text) { self.text = text; self.role = role }
}
package struct SpanLine: Widget {
    let spans: [Span]
    package init(_ spans: [Span]) { self.spans = spans }
    package func draw(in area: Area, on frame: inout Frame) {
        guard !area.isEmpty else { return }
        var column = area.column
        for span in spans {
            column += frame.write(
                span.text, at: Point(column: column, row: area.row), style: Style(span.role),
                limit: area.endColumn - column)
        }
    }
}
package struct ScrollingText: Widget {
    let lines: [[Span]]
    let offset: Int
    package init(_ lines: [[Span]], offset: Int) { self.lines = lines; self.offset = offset }
    package func lineCount(width: Int) -> Int { lines.count }
    package func draw(in area: Area, on frame: inout Frame) {
        for (row, line) in lines.dropFirst(offset).prefix(area.rows).enumerated() {
            SpanLine(line).draw(
                in: Area(column: area.column, row: area.row + row, columns: area.columns, rows: 1), on: &frame)
        }
    }
}
package enum Split {
    case beside(Area, Area), stacked(Area, Area), alone(Area)
    package init(_ area: Area, mainMinimum: Size, sideMinimum: Size, sideShare: Double) {
        var main = area
        if area.columns >= mainMinimum.columns + sideMinimum.columns {
            let side = main.takeRight(max(sideMinimum.columns, Int(Double(area.columns) * sideShare)))
            self = .beside(main, side)
        } else if area.rows >= mainMinimum.rows + sideMinimum.rows {
            let side = main.takeBottom(max(sideMinimum.rows, Int(Double(area.rows) * sideShare)))
            self = .stacked(main, side)
        } else {
            self = .alone(area)
        }
    }
}
package struct ListPosition: Hashable, Sendable {
    package var selected: Int
    package var offset: Int
    package init(selected: Int = 0, offset: Int = 0) { self.selected = selected; self.offset = offset }
    package mutating func move(by: Int, count: Int) { selected = min(max(selected + by, 0), max(count - 1, 0)) }
    package mutating func moveToEnd(count: Int) { selected = max(count - 1, 0) }
    package mutating func keepVisible(rows: Int, count: Int) {
        selected = min(max(selected, 0), max(count - 1, 0))
        if selected < offset { offset = selected }
        if selected >= offset + rows { offset = selected - rows + 1 }
        offset = max(min(offset, count - rows), 0)
    }
}
package enum Alignment: Hashable, Sendable { case leading, trailing }
package struct TableColumn: Hashable, Sendable {
    package var title: String, minimum: Int, ideal: Int, alignment: Alignment, priority: Int
    package init(_ title: String, minimum: Int, ideal: Int? = nil, alignment: Alignment = .leading, priority: Int = 0) {
        self.title = title; self.minimum = minimum; self.ideal = ideal ?? minimum; self.alignment = alignment;
        self.priority = priority
    }
}
package struct TableCell: Hashable, Sendable {
    package var text: String, role: Role, cutsMiddle: Bool
    package init(_ text: String, _ role: Role = .text, cutsMiddle: Bool = false) {
        self.text = text; self.role = role; self.cutsMiddle = cutsMiddle
    }
}
package struct TableRow: Hashable, Sendable {
    package var cells: [TableCell], isMarked: Bool
    package init(_ cells: [TableCell], isMarked: Bool = false) { self.cells = cells; self.isMarked = isMarked }
}
package struct SortMark: Hashable, Sendable {
    package var column: Int, ascending: Bool
    package init(column: Int, ascending: Bool) { self.column = column; self.ascending = ascending }
}
package struct Table: Widget {
    let columns: [TableColumn], count: Int, position: ListPosition, sort: SortMark?, isFocused: Bool,
        row: (Int) -> TableRow
    package init(
        columns: [TableColumn], count: Int, position: ListPosition, sort: SortMark?, isFocused: Bool,
        row: @escaping (Int) -> TableRow
    ) {
        self.columns = columns; self.count = count; self.position = position; self.sort = sort;
        self.isFocused = isFocused; self.row = row
    }
    package static func visibleRows(in area: Area) -> Int { max(area.rows - 1, 0) }
    package func draw(in area: Area, on frame: inout Frame) {
        for line in 0..<area.rows {
            let index = position.offset + line - 1
            if line > 0, index >= count { break }
            let cells = line == 0 ? columns.map { TableCell($0.title, .header) } : row(index).cells
            var column = area.column
            for (layout, cell) in zip(columns, cells) {
                guard column < area.endColumn else { break }
                let width = min(layout.minimum, area.endColumn - column)
                frame.write(
                    cell.text.fitted(to: width), at: Point(column: column, row: area.row + line),
                    style: Style(cell.role))
                column += layout.minimum + 1
            }
            if line > 0, index == position.selected {
                frame.restyle(Area(column: area.column, row: area.row + line, columns: area.columns, rows: 1)) {
                    $0.isSelected = true
                }
            }
        }
    }
}
package struct Tabs: Widget {
    package struct Tab {
        let number: Int, title: String
        package init(number: Int, title: String) { self.number = number; self.title = title }
    }
    let tabs: [Tab], selected: Int
    package init(_ tabs: [Tab], selected: Int) { self.tabs = tabs; self.selected = selected }
    package func draw(in area: Area, on frame: inout Frame) {
        SpanLine(tabs.enumerated().map { Span(" \($1.number) \($1.title) ", $0 == selected ? .tab : .faint) }).draw(
            in: area, on: &frame)
    }
}
package struct KeyBar: Widget {
    package struct Item {
        let key: String, title: String
        package init(key: String, title: String) { self.key = key; self.title = title }
    }
    let items: [Item]
    package init(_ items: [Item]) { self.items = items }
    package func draw(in area: Area, on frame: inout Frame) {
        SpanLine(items.flatMap { [Span(" \($0.key)", .key), Span(" \($0.title) ", .bar)] }).draw(in: area, on: &frame)
    }
}
package struct TextField: Widget {
    let text: String, cursor: Int, placeholder: String
    package init(text: String, cursor: Int, placeholder: String) {
        self.text = text; self.cursor = cursor; self.placeholder = placeholder
    }
    package func draw(in area: Area, on frame: inout Frame) {
        frame.write(
            text.isEmpty ? placeholder : text, at: Point(column: area.column, row: area.row),
            style: Style(text.isEmpty ? .faint : .field), limit: area.columns)
        frame.cursor = Point(column: min(area.column + cursor, area.endColumn - 1), row: area.row)
    }
}
package struct Box {
    let title: String
    package init(title: String) { self.title = title }
    package func drawn(in area: Area, on frame: inout Frame) -> Area {
        frame.fill(area)
        frame.write("┌ \(title) ", at: Point(column: area.column, row: area.row), style: Style(.border))
        return area.inset(columns: 2, rows: 1)
    }
}
package struct Select: Widget {
    let title: String, options: [String], position: ListPosition
    package init(title: String, options: [String], position: ListPosition) {
        self.title = title; self.options = options; self.position = position
    }
    package func draw(in area: Area, on frame: inout Frame) {
        let inner = Box(title: title).drawn(
            in: area.centered(Size(columns: 50, rows: min(options.count + 2, area.rows - 4))), on: &frame)
        for (row, option) in options.prefix(inner.rows).enumerated() {
            frame.write(
                option, at: Point(column: inner.column, row: inner.row + row),
                style: Style(.text, isSelected: row == position.selected))
        }
    }
}
package struct Dialog: Widget {
    let title: String, text: [String], choices: [String], selected: Int
    package init(title: String, text: [String], choices: [String], selected: Int) {
        self.title = title; self.text = text; self.choices = choices; self.selected = selected
    }
    package func draw(in area: Area, on frame: inout Frame) {
        let inner = Box(title: title).drawn(in: area.centered(Size(columns: 60, rows: text.count + 4)), on: &frame)
        ScrollingText(text.map { [Span($0)] } + [[], [Span(choices.joined(separator: "   "))]], offset: 0).draw(
            in: inner, on: &frame)
    }
}
