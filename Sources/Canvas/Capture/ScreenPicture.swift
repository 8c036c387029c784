/// A frame as SVG, in a theme's colours: the README's pictures.
package struct ScreenPicture {
    private let frame: Frame
    private let theme: Theme
    private static let cellWidth = 8.4
    private static let cellHeight = 18.0
    private static let margin = 12.0

    package init(_ frame: Frame, theme: Theme) {
        self.frame = frame
        self.theme = theme
    }

    /// One run of text for each run of cells with the same style, held to its columns by `textLength`.
    package var svg: String {
        let width = Double(frame.size.columns) * Self.cellWidth + 2 * Self.margin
        let height = Double(frame.size.rows) * Self.cellHeight + 2 * Self.margin
        var text = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(number(width)) \(number(height))" \
            width="\(number(width))" height="\(number(height))">
            <rect width="100%" height="100%" rx="8" fill="\(ground)"/>
            <g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14" \
            xml:space="preserve">

            """
        for row in 0..<frame.size.rows {
            for run in runs(of: row) { text += element(run, row: row) }
        }
        return text + "</g>\n</svg>\n"
    }

    private struct Run {
        var style: Style
        var column: Int
        var columns: Int
        var text: String
    }

    private func runs(of row: Int) -> [Run] {
        var runs: [Run] = []
        for (column, cell) in frame.row(row).enumerated() {
            if var last = runs.last, last.style == cell.style {
                last.columns += 1
                if !cell.isContinuation { last.text.append(cell.glyph) }
                runs[runs.count - 1] = last
            } else {
                runs.append(
                    Run(
                        style: cell.style, column: column, columns: 1,
                        text: cell.isContinuation ? "" : String(cell.glyph)))
            }
        }
        return runs
    }

    private func element(_ run: Run, row: Int) -> String {
        var look = theme.look(of: run.style)
        if look.isReverse { swap(&look.foreground, &look.background) }
        let x = Self.margin + Double(run.column) * Self.cellWidth
        let y = Self.margin + Double(row) * Self.cellHeight
        let width = Double(run.columns) * Self.cellWidth
        var text = ""
        let background = look.background.map(hex) ?? (look.isReverse ? ink : nil)
        if let background {
            text +=
                "<rect x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\" "
                + "height=\"\(number(Self.cellHeight))\" fill=\"\(background)\"/>\n"
        }
        guard run.text.contains(where: { $0 != " " }) else { return text }
        let colour = look.foreground.map(hex) ?? (look.isReverse ? ground : ink)
        let weight = look.isBold ? " font-weight=\"bold\"" : ""
        let line = look.isUnderlined ? " text-decoration=\"underline\"" : ""
        return text
            + "<text x=\"\(number(x))\" y=\"\(number(y + 13.5))\" textLength=\"\(number(width))\" "
            + "lengthAdjust=\"spacingAndGlyphs\" fill=\"\(colour)\"\(weight)\(line)>\(escaped(run.text))</text>\n"
    }

    private var isLight: Bool { theme.name == "light" }
    private var ground: String { isLight ? "#FFFFFF" : "#1C1C1C" }
    private var ink: String { isLight ? "#1C1C1C" : "#E4E4E4" }

    private func hex(_ color: Color) -> String {
        let digits = String(color.rgb, radix: 16, uppercase: true)
        return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// One digit behind the point.
    private func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }

    private func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case " ": result += "\u{A0}"
            default: result.append(character)
            }
        }
    }
}
