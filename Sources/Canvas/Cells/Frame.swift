/// A screen to be shown: cells by rows, and where the cursor stands when something is being typed.
///
/// Whatever is written outside of it is cut off.
package struct Frame: Hashable, Sendable {
    package let size: Size
    /// Row by row from the upper left; `size.rows` times `size.columns`.
    package private(set) var cells: [Cell]
    /// Nil hides the cursor.
    package var cursor: Point?

    package init(_ size: Size) {
        self.size = size
        cells = Array(repeating: .blank, count: size.columns * size.rows)
    }

    package var area: Area { Area(size) }

    /// The cell at a place of the frame; a blank one outside of it.
    package subscript(column: Int, row: Int) -> Cell {
        guard let index = index(column, row) else { return .blank }
        return cells[index]
    }

    package func row(_ row: Int) -> ArraySlice<Cell> {
        guard (0..<size.rows).contains(row) else { return [] }
        return cells[(row * size.columns)..<((row + 1) * size.columns)]
    }

    private func index(_ column: Int, _ row: Int) -> Int? {
        guard (0..<size.columns).contains(column), (0..<size.rows).contains(row) else { return nil }
        return row * size.columns + column
    }

    // MARK: Drawing

    /// Writes one line of text; what cannot be shown becomes `?`, what is wider than `limit` columns is cut off.
    /// - Returns: how many columns were written.
    @discardableResult
    package mutating func write(
        _ text: some StringProtocol, at point: Point, style: Style = .text, limit: Int = .max
    ) -> Int {
        var written = 0
        for character in text {
            let glyph = character.drawable
            let width = glyph.columns
            guard written + width <= limit, point.column + written < size.columns else { break }
            put(glyph, width: width, at: Point(column: point.column + written, row: point.row), style)
            written += width
        }
        return written
    }

    /// A wide character needs both of its columns; half a one is never left over.
    private mutating func put(_ glyph: Character, width: Int, at point: Point, _ style: Style) {
        guard let place = index(point.column, point.row) else { return }
        let fits = width == 1 || point.column + 1 < size.columns
        mend(point)
        cells[place] = Cell(fits ? glyph : " ", style)
        guard width == 2, fits else { return }
        mend(Point(column: point.column + 1, row: point.row))
        cells[place + 1] = Cell(Cell.continuation, style)
    }

    /// Blanks the other half of a wide character that is about to lose one.
    private mutating func mend(_ point: Point) {
        guard let place = index(point.column, point.row) else { return }
        if cells[place].isContinuation, point.column > 0 { cells[place - 1].glyph = " " }
        if point.column + 1 < size.columns, cells[place + 1].isContinuation { cells[place + 1].glyph = " " }
    }

    package mutating func fill(_ area: Area, with glyph: Character = " ", style: Style = .text) {
        let area = area.intersection(self.area)
        for row in area.row..<area.endRow {
            for column in area.column..<area.endColumn {
                put(glyph, width: 1, at: Point(column: column, row: row), style)
            }
        }
    }

    /// Gives an area another look and leaves its text.
    package mutating func restyle(_ area: Area, _ change: (inout Style) -> Void) {
        let area = area.intersection(self.area)
        for row in area.row..<area.endRow {
            for column in area.column..<area.endColumn { change(&cells[row * size.columns + column].style) }
        }
    }

    /// Replaces each glyph by another of one column.
    package mutating func replaceGlyphs(_ replace: (Character) -> Character) {
        for index in cells.indices { cells[index].glyph = replace(cells[index].glyph) }
    }
}
