/// A frame of lines with a title, over whatever was there.
package struct Box {
    private let title: String

    package init(title: String) { self.title = title }

    package static func inner(of area: Area) -> Area { area.inset(columns: 2, rows: 1) }

    /// Draws it and returns the area inside.
    package func drawn(in area: Area, on frame: inout Frame) -> Area {
        guard area.columns >= 4, area.rows >= 2 else {
            frame.fill(area)
            return area
        }
        frame.fill(area)
        let line = String(repeating: "─", count: area.columns - 2)
        let style = Style(.border)
        frame.write("┌\(line)┐", at: Point(column: area.column, row: area.row), style: style)
        frame.write("└\(line)┘", at: Point(column: area.column, row: area.endRow - 1), style: style)
        for row in (area.row + 1)..<max(area.endRow - 1, area.row + 1) {
            frame.write("│", at: Point(column: area.column, row: row), style: style)
            frame.write("│", at: Point(column: area.endColumn - 1, row: row), style: style)
        }
        let text = " \(title) ".fitted(to: area.columns - 4)
        frame.write(text, at: Point(column: area.column + 2, row: area.row), style: Style(.title))
        return Self.inner(of: area)
    }
}
