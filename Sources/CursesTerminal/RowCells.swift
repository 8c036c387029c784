import CNcurses
import Canvas

/// The cells of a row as C takes them; kept between rows, so that drawing allocates nothing.
struct RowCells {
    private var cells: [lifeboat_cell] = []

    /// Puts a row into the screen's buffer, at most `limit` columns of it.
    mutating func put(_ row: ArraySlice<Cell>, at number: Int, limit: Int, palette: Palette) {
        cells.removeAll(keepingCapacity: true)
        var style = Style.text
        var entry = palette.entry(style)
        for cell in row.prefix(limit) {
            if cell.isContinuation, !cells.isEmpty {
                cells[cells.count - 1].columns = 2
                continue
            }
            if cell.style != style {
                style = cell.style
                entry = palette.entry(style)
            }
            cells.append(lifeboat_cell(cell.glyph, entry))
        }
        cells.withUnsafeBufferPointer { lifeboat_screen_put(Int32(number), $0.baseAddress, Int32($0.count)) }
    }
}

extension lifeboat_cell {
    fileprivate init(_ glyph: Character, _ entry: Palette.Entry) {
        self.init()
        attributes = entry.attributes
        pair = entry.pair
        columns = 1
        var scalars = glyph.unicodeScalars.makeIterator()
        func next() -> wchar_t { scalars.next().map { wchar_t($0.value) } ?? 0 }
        characters.0 = next()
        if characters.0 == 0 { characters.0 = 0x20 }
        characters.1 = next()
        characters.2 = next()
        characters.3 = next()
        characters.4 = next()
    }
}
