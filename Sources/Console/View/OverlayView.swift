import Canvas

/// What stands above the panes.
struct OverlayView {
    private let model: Model

    init(_ model: Model) { self.model = model }

    func draw(in area: Area, on frame: inout Frame) {
        switch model.overlay {
        case nil, .filter, .savePath, .code: break
        case .help(let offset): drawHelp(offset, in: area, on: &frame)
        case .palette(let input, let selected): drawPalette(input, selected, in: area, on: &frame)
        case .choice(let choice):
            Select(
                title: choice.title, options: choice.options.isEmpty ? ["none found"] : choice.options,
                position: ListPosition(selected: choice.selected)
            ).draw(in: area, on: &frame)
        case .quit:
            Dialog(
                title: "Quit", text: ["Leave Lifeboat? \(model.whatLeavingDoes)"],
                choices: ["No (esc)", "Yes (y)"], selected: 0
            ).draw(in: area, on: &frame)
        }
    }

    private func drawHelp(_ offset: Int, in area: Area, on frame: inout Frame) {
        let inner = Box(title: "Help").drawn(in: HelpText.frame(in: area), on: &frame)
        ScrollingText(HelpText(model).lines, offset: offset).draw(in: inner, on: &frame)
    }

    private func drawPalette(_ input: TextInput, _ selected: Int, in area: Area, on frame: inout Frame) {
        let entries = model.paletteEntries(for: input.text)
        let box = area.centered(Size(columns: min(area.columns - 4, 90), rows: min(area.rows - 4, 16)))
        var inner = Box(title: "Run a command").drawn(in: box, on: &frame)
        let field = inner.takeTop(1)
        frame.write(":", at: Point(column: field.column, row: field.row), style: Style(.key))
        var typing = field
        _ = typing.takeLeft(1)
        TextField(text: input.text, cursor: input.cursor, placeholder: "a command, or words of its help").draw(
            in: typing, on: &frame)
        guard !entries.isEmpty else {
            frame.write(
                "no command has these words", at: Point(column: inner.column, row: inner.row), style: Style(.faint))
            return
        }
        var position = ListPosition(selected: selected)
        position.keepVisible(rows: inner.rows, count: entries.count)
        for row in 0..<min(inner.rows, entries.count - position.offset) {
            let index = position.offset + row
            draw(entries[index], isSelected: index == selected, in: inner, row: inner.row + row, on: &frame)
        }
    }

    private func draw(_ entry: PaletteEntry, isSelected: Bool, in area: Area, row: Int, on frame: inout Frame) {
        let line = Area(column: area.column, row: row, columns: area.columns, rows: 1)
        let keys = key(of: entry).map { " \($0) " } ?? ""
        let name = entry.text.padded(to: 22)
        let spans =
            entry.refusal.map { [Span(name, .faint), Span($0, .faint)] }
            ?? [Span(name, .strong), Span(entry.help), Span(keys, .key)]
        SpanLine(spans).draw(in: line, on: &frame)
        if isSelected { frame.restyle(line) { $0.isSelected = true } }
    }

    private func key(of entry: PaletteEntry) -> String? {
        guard case .command(let command) = entry.deed else { return nil }
        return model.keymap.keys(of: command.id).first?.name
    }
}

extension String {
    /// With spaces at its end, to be at least so many columns wide.
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(width - columns, 1)) }
}
