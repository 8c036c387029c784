/// What stands in one column of a row.
package struct TableCell: Hashable, Sendable {
    package var text: String
    package var role: Role
    /// Whether too long a text loses its middle instead of its end.
    package var cutsMiddle: Bool
    /// What stands there where the text has no room; nil cuts the text.
    package var short: String?

    package init(_ text: String, _ role: Role = .text, cutsMiddle: Bool = false, short: String? = nil) {
        self.text = text
        self.role = role
        self.cutsMiddle = cutsMiddle
        self.short = short
    }

    func fitted(to room: Int) -> String {
        let text = text.columns > room ? short ?? text : text
        return cutsMiddle ? text.fittedInMiddle(to: room) : text.fitted(to: room)
    }
}

package struct TableRow: Hashable, Sendable {
    /// One for each column.
    package var cells: [TableCell]
    package var isMarked: Bool

    package init(_ cells: [TableCell], isMarked: Bool = false) {
        self.cells = cells
        self.isMarked = isMarked
    }
}

/// The column a table is sorted by.
package struct SortMark: Hashable, Sendable {
    package var column: Int
    package var ascending: Bool

    package init(column: Int, ascending: Bool) {
        self.column = column
        self.ascending = ascending
    }
}

/// Rows under a line of heads; only the rows in sight are ever asked for.
package struct Table: Widget {
    private let columns: [TableColumn]
    private let count: Int
    private let position: ListPosition
    private let sort: SortMark?
    private let isFocused: Bool
    private let showsPlace: Bool
    private let row: (Int) -> TableRow

    /// - Parameter showsPlace: whether "3/17" stands at the end of the heads, where these leave room.
    package init(
        columns: [TableColumn], count: Int, position: ListPosition, sort: SortMark?, isFocused: Bool,
        showsPlace: Bool = true, row: @escaping (Int) -> TableRow
    ) {
        self.columns = columns
        self.count = count
        self.position = position
        self.sort = sort
        self.isFocused = isFocused
        self.showsPlace = showsPlace
        self.row = row
    }

    /// Rows that fit below the heads.
    package static func visibleRows(in area: Area) -> Int { max(area.rows - 1, 0) }

    package func draw(in area: Area, on frame: inout Frame) {
        guard !area.isEmpty else { return }
        // The first column is the margin of marks.
        var body = area
        let margin = body.takeLeft(1)
        let widths = ColumnWidths(columns, width: body.columns)
        drawHeads(widths, in: body, on: &frame)
        for line in 0..<Self.visibleRows(in: area) {
            let index = position.offset + line
            guard index < count else { break }
            let place = Area(column: body.column, row: body.row + 1 + line, columns: body.columns, rows: 1)
            let row = row(index)
            drawRow(row, widths, in: place, on: &frame)
            let isSelected = index == position.selected
            let mark: Character? = row.isMarked ? "●" : (isSelected ? "▸" : nil)
            if let mark {
                frame.write(String(mark), at: Point(column: margin.column, row: place.row), style: Style(.accent))
            }
            if isSelected, isFocused {
                let whole = Area(column: area.column, row: place.row, columns: area.columns, rows: 1)
                frame.restyle(whole) { $0.isSelected = true }
            }
        }
    }

    private func drawHeads(_ widths: ColumnWidths, in area: Area, on frame: inout Frame) {
        let line = Area(column: area.column - 1, row: area.row, columns: area.columns + 1, rows: 1)
        frame.restyle(line) { $0 = Style(.header) }
        let heads = columns.enumerated().map { index, column in
            guard let sort, sort.column == index else { return TableCell(column.title, .header) }
            return TableCell((sort.ascending ? "▲" : "▼") + column.title, .header)
        }
        drawCells(heads, widths, in: area, on: &frame)
        guard showsPlace, count > 0 else { return }
        let place = " \(position.selectedPlace(of: count))"
        let start = area.endColumn - place.columns
        guard start >= endOfHeads(heads, widths, in: area) else { return }
        frame.write(place, at: Point(column: start, row: area.row), style: Style(.faint))
    }

    /// Where the text of the last head ends.
    private func endOfHeads(_ heads: [TableCell], _ widths: ColumnWidths, in area: Area) -> Int {
        guard let last = widths.shown.last else { return area.column }
        let start = widths.shown.dropLast().reduce(area.column) { $0 + $1.width + 1 }
        let isTrailing = columns[last.column].alignment == .trailing
        return start + (isTrailing ? last.width : min(heads[last.column].text.columns, last.width))
    }

    private func drawRow(_ row: TableRow, _ widths: ColumnWidths, in area: Area, on frame: inout Frame) {
        drawCells(row.cells, widths, in: area, on: &frame)
    }

    private func drawCells(_ cells: [TableCell], _ widths: ColumnWidths, in area: Area, on frame: inout Frame) {
        var left = area.column
        for (column, width) in widths.shown {
            guard left < area.endColumn, cells.indices.contains(column) else { return }
            let cell = cells[column]
            let room = min(width, area.endColumn - left)
            let text = cell.fitted(to: room)
            let indent = columns[column].alignment == .trailing ? room - text.columns : 0
            frame.write(text, at: Point(column: left + indent, row: area.row), style: Style(cell.role), limit: room)
            left += width + 1
        }
    }
}
