import Canvas

@testable import CursesTerminal

/// A screen as the program shows them: a bar, heads, rows of resources with their states, keys.
enum TestScreen {
    static let theme = Theme(name: "test") { style in
        var look: Look =
            switch style.role {
            case .good: Look(Color(rgb: 0x5FD787, xterm: 78, ansi: 2))
            case .bad: Look(Color(rgb: 0xFF5F5F, xterm: 203, ansi: 1), bold: true)
            case .warning: Look(Color(rgb: 0xFFAF00, xterm: 214, ansi: 3))
            // Each further look in a selected row costs twenty bytes.
            case .faint where !style.isSelected: Look(Color(rgb: 0x8A8A8A, xterm: 245, ansi: 7))
            case .bar: Look(on: Color(rgb: 0x303030, xterm: 236, ansi: 4))
            case .header: Look(bold: true)
            default: Look()
            }
        if style.isSelected { look.background = Color(rgb: 0x3A3A3A, xterm: 237, ansi: 6) }
        return look
    }

    static func frame(_ size: Size = Size(columns: 80, rows: 24), selected: Int = 0, first: Int = 0) -> Frame {
        var frame = Frame(size)
        let states: [(word: String, role: Role)] = [
            ("✗ unprotected", .bad), ("▲ at risk", .warning), ("● protected", .good), ("● protected", .good),
        ]
        frame.fill(Area(column: 0, row: 0, columns: size.columns, rows: 1), style: Style(.bar))
        frame.write("lifeboat  111122223333  us-east-1", at: Point(column: 1, row: 0), style: Style(.bar))
        frame.write("state           resource", at: Point(column: 1, row: 2), style: Style(.header))
        for index in 0..<max(size.rows - 4, 0) {
            let number = first + index
            let state = states[number % states.count]
            frame.write(state.word, at: Point(column: 1, row: 3 + index), style: Style(state.role))
            frame.write("customer-records-\(number * 7919 % 1_000)", at: Point(column: 17, row: 3 + index))
            frame.write("eu-west-\(number % 3)", at: Point(column: 46, row: 3 + index), style: Style(.faint))
            frame.write("\(number * 131 % 90) min ago", at: Point(column: 60, row: 3 + index), style: Style(.faint))
        }
        frame.restyle(Area(column: 0, row: 3 + selected, columns: size.columns, rows: 1)) { $0.isSelected = true }
        frame.write(
            "enter open  / filter  ? help  q quit", at: Point(column: 1, row: size.rows - 1), style: Style(.bar))
        return frame
    }

    static let options = TerminalOptions(theme: theme)
}
