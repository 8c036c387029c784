/// A frame as a golden screen: the glyphs, `---`, then one style letter a cell, so that a change of colour alone shows.
package enum ScreenCapture {
    /// Lines without trailing spaces in the first plane; a wide character's second column is left out there and keeps its
    /// letter in the second plane.
    package static func text(of frame: Frame) -> String {
        var lines: [String] = []
        for row in 0..<frame.size.rows {
            var line = ""
            for cell in frame.row(row) where !cell.isContinuation { line.append(cell.glyph) }
            while line.last == " " { line.removeLast() }
            lines.append(line)
        }
        lines.append("---")
        for row in 0..<frame.size.rows { lines.append(String(frame.row(row).map(\.style.letter))) }
        return lines.joined(separator: "\n") + "\n"
    }
}
