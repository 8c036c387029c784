/// A rectangle of cells; one without columns or rows is empty and takes no drawing.
package struct Area: Hashable, Sendable {
    package var column: Int
    package var row: Int
    package var columns: Int
    package var rows: Int

    package init(column: Int, row: Int, columns: Int, rows: Int) {
        self.column = column
        self.row = row
        self.columns = max(columns, 0)
        self.rows = max(rows, 0)
    }

    package init(_ size: Size) { self.init(column: 0, row: 0, columns: size.columns, rows: size.rows) }

    package var size: Size { Size(columns: columns, rows: rows) }
    package var isEmpty: Bool { columns == 0 || rows == 0 }
    /// The first column to the right of it.
    package var endColumn: Int { column + columns }
    /// The first row below it.
    package var endRow: Int { row + rows }

    package func contains(_ point: Point) -> Bool {
        (column..<endColumn).contains(point.column) && (row..<endRow).contains(point.row)
    }

    package func intersection(_ other: Area) -> Area {
        let left = max(column, other.column)
        let top = max(row, other.row)
        return Area(
            column: left, row: top, columns: min(endColumn, other.endColumn) - left,
            rows: min(endRow, other.endRow) - top)
    }

    package func inset(columns horizontal: Int = 0, rows vertical: Int = 0) -> Area {
        Area(
            column: column + min(horizontal, columns), row: row + min(vertical, rows),
            columns: columns - 2 * horizontal, rows: rows - 2 * vertical)
    }

    // MARK: Cutting

    /// Cuts rows off the top and returns them; fewer when there are not as many.
    package mutating func takeTop(_ count: Int) -> Area {
        let taken = min(max(count, 0), rows)
        let top = Area(column: column, row: row, columns: columns, rows: taken)
        row += taken
        rows -= taken
        return top
    }

    /// Cuts rows off the bottom and returns them; fewer when there are not as many.
    package mutating func takeBottom(_ count: Int) -> Area {
        let taken = min(max(count, 0), rows)
        rows -= taken
        return Area(column: column, row: row + rows, columns: columns, rows: taken)
    }

    /// Cuts columns off the left and returns them; fewer when there are not as many.
    package mutating func takeLeft(_ count: Int) -> Area {
        let taken = min(max(count, 0), columns)
        let left = Area(column: column, row: row, columns: taken, rows: rows)
        column += taken
        columns -= taken
        return left
    }

    /// Cuts columns off the right and returns them; fewer when there are not as many.
    package mutating func takeRight(_ count: Int) -> Area {
        let taken = min(max(count, 0), columns)
        columns -= taken
        return Area(column: column + columns, row: row, columns: taken, rows: rows)
    }

    /// As large an area as fits into this one, in its middle.
    package func centered(_ size: Size) -> Area {
        let width = min(size.columns, columns)
        let height = min(size.rows, rows)
        return Area(
            column: column + (columns - width) / 2, row: row + (rows - height) / 2, columns: width, rows: height)
    }
}
