import Canvas

/// All that a terminal shows in which the interface does not fit.
struct TooSmallView {
    private let model: Model

    init(_ model: Model) { self.model = model }

    func draw(on frame: inout Frame) {
        let needed = ScreenLayout.minimum
        let lines = [
            "Lifeboat needs \(needed.columns)x\(needed.rows);",
            "this terminal has \(model.size.columns)x\(model.size.rows).",
            model.overlay == .quit ? "Quit? y leaves, n stays." : "\(quit) quits.",
        ]
        for (row, line) in lines.enumerated() { frame.write(line, at: Point(column: 0, row: row)) }
    }

    /// The key that leaves also where letters are typed.
    private var quit: String {
        let keys = model.keymap.keys(of: .quit)
        return (keys.first { !$0.isLetter } ?? keys.first)?.name ?? "q"
    }
}

extension Model {
    /// Where nothing of the interface is seen nothing is obeyed but leaving it, and what puts the screen right.
    mutating func takeUnseen(_ key: Key) -> [Effect] {
        // A dialog that is not seen is closed first, as everywhere; the question whether to leave is seen.
        if overlay != nil { return overlay == .quit || key == .control("c") ? takeInOverlay(key) : [] }
        if key.isLetter, isWalking, walk?.isTyped == true { return [] }
        guard let command = keymap.command(for: key, in: self) else { return [] }
        switch command.id {
        case .quit: overlay = .quit
        case .redraw, .suspend: return run(command)
        default: break
        }
        return []
    }
}

extension Key {
    /// Whether it types a letter where something is typed.
    var isLetter: Bool {
        if case .character = self { return true }
        return false
    }
}
