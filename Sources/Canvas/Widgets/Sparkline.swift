/// A course of values in one line of bars; a gap is a dot, for no data is not 0.
package struct Sparkline: Widget {
    private let values: [Double?]
    private let maximum: Double?
    private let role: Role

    /// - Parameter maximum: what a full bar stands for; nil is the largest value.
    package init(_ values: [Double?], maximum: Double? = nil, role: Role = .accent) {
        self.values = values
        self.maximum = maximum
        self.role = role
    }

    /// As many characters as there are values.
    package var text: String {
        let bars = Array("▁▂▃▄▅▆▇█")
        let top = maximum ?? values.compactMap { $0 }.max() ?? 0
        return String(
            values.map { value -> Character in
                guard let value, value.isFinite else { return "·" }
                guard top > 0, value > 0 else { return bars[0] }
                return bars[Int(min(value / top, 1) * Double(bars.count - 1) + 0.5)]
            })
    }

    /// The newest values, where there are more than columns.
    package func draw(in area: Area, on frame: inout Frame) {
        guard !area.isEmpty else { return }
        frame.write(text.suffix(area.columns), at: Point(column: area.column, row: area.row), style: Style(role))
    }
}
