import Canvas

/// The keys that count here, from the command table, the most useful first.
struct KeyLine {
    private let pairs: [(key: String, title: String)]

    init(_ model: Model) {
        switch model.overlay {
        case nil where model.isWalking:
            pairs = model.walk.map { WalkKeys(model, $0).pairs } ?? []
        case nil:
            let commands = CommandTable.all.filter { $0.bar != nil && $0.isInScope(model) && $0.disabled(model) == nil }
            let own = commands.sorted { ($0.bar ?? 0) < ($1.bar ?? 0) }.compactMap { command -> (String, String)? in
                guard let key = model.keymap.keys(of: command.id).first else { return nil }
                return (key.name, command.title)
            }
            pairs = (model.opened == nil ? [] : [("↑↓", "scroll"), ("esc", "back")]) + own
        case .quit: pairs = [("y", "quit"), ("esc", "stay")]
        case .help: pairs = [("↑↓", "scroll"), ("esc", "close")]
        case .filter: pairs = [("enter", "keep"), ("esc", "drop"), ("↑↓", "move")]
        case .palette: pairs = [("enter", "run"), ("tab", "complete"), ("esc", "close")]
        case .choice: pairs = [("enter", "choose"), ("esc", "close")]
        case .savePath: pairs = [("enter", "save"), ("esc", "close")]
        case .code: pairs = [("enter", "go on"), ("esc", "give up")]
        }
    }

    func draw(in area: Area, on frame: inout Frame) {
        KeyBar(pairs.map { KeyBar.Item(key: $0.key, title: $0.title) }).draw(in: area, on: &frame)
    }
}
