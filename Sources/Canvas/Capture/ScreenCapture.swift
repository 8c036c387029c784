/// A frame as a golden screen: the glyphs, `---`, then one style letter a cell, so that a change of colour alone shows.
package enum ScreenCapture {
    /// Lines without trailing spaces in the first plane; a wide character's second column is left out there and keeps its
    /// letter in the second plane.
    package static func text(of frame: Frame) -> String { text(of: frame, \.style.letter) }

    /// The same with a digit for how each cell looks in a theme without colours: the sum of 1 bold, 2 underlined,
    /// 4 reverse and 8 dim in hexadecimal, `.` for none of them.
    package static func text(of frame: Frame, inMono theme: Theme) -> String {
        text(of: frame) { cell in
            let look = theme.look(of: cell.style)
            let bits = [look.isBold, look.isUnderlined, look.isReverse, look.isDim]
            let sum = bits.enumerated().reduce(0) { $0 + ($1.element ? 1 << $1.offset : 0) }
            return sum == 0 ? "." : Character(String(sum, radix: 16))
        }
    }

    private static func text(of frame: Frame, _ letter: (Cell) -> Character) -> String {
        var lines: [String] = []
        for row in 0..<frame.size.rows {
            var line = ""
            for cell in frame.row(row) where !cell.isContinuation { line.append(cell.glyph) }
            while line.last == " " { line.removeLast() }
            lines.append(line)
        }
        lines.append("---")
        for row in 0..<frame.size.rows { lines.append(String(frame.row(row).map(letter))) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The frame of a golden screen, but for the cursor; nil for text that is none.
    package static func frame(of text: String) -> Frame? {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last == "" { lines.removeLast() }
        // A row of glyphs may look like the line between the planes: that one is in the middle.
        let rows = lines.count / 2
        guard lines.count == 2 * rows + 1, lines[rows] == "---" else { return nil }
        let letters = lines[(rows + 1)...]
        let columns = letters.first?.count ?? 0
        guard letters.allSatisfy({ $0.count == columns }) else { return nil }
        var frame = Frame(Size(columns: columns, rows: rows))
        for (row, (glyphs, letters)) in zip(lines, letters).enumerated() {
            let styles = letters.compactMap(Style.init(letter:))
            guard styles.count == columns, glyphs.columns <= columns, glyphs.allSatisfy({ $0 == $0.drawable }) else {
                return nil
            }
            frame.write(glyphs, at: Point(column: 0, row: row))
            for (column, style) in styles.enumerated() {
                frame.restyle(Area(column: column, row: row, columns: 1, rows: 1)) { $0 = style }
            }
        }
        return frame
    }
}
