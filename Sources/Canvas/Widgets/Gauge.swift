/// How much of something is done, as a bar with words in it.
package struct Gauge: Widget {
    private let fraction: Double
    private let text: String

    /// - Parameter fraction: 0…1; more and less count as the ends.
    package init(_ fraction: Double, text: String = "") {
        self.fraction = fraction.isFinite ? min(max(fraction, 0), 1) : 0
        self.text = text
    }

    package func draw(in area: Area, on frame: inout Frame) {
        guard !area.isEmpty else { return }
        let filled = Int(fraction * Double(area.columns))
        let line = Area(column: area.column, row: area.row, columns: area.columns, rows: 1)
        frame.fill(line, with: "░", style: Style(.faint))
        frame.fill(Area(column: area.column, row: area.row, columns: filled, rows: 1), with: "█", style: Style(.accent))
        let label = text.fitted(to: area.columns)
        guard !label.isEmpty else { return }
        let start = Point(column: area.column + (area.columns - label.columns) / 2, row: area.row)
        frame.write(label, at: start, style: Style(.strong))
    }
}
