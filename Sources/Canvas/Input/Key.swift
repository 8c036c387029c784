/// A key as a terminal tells of it.
package enum Key: Hashable, Sendable {
    /// A character that can be typed, space included.
    case character(Character)
    /// A letter with control, in lower case.
    case control(Character)
    /// A character after escape.
    case alt(Character)
    case function(Int)
    case enter, escape, tab, backTab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
}

extension Key {
    private static let names: [(name: String, key: Key)] = [
        ("enter", .enter), ("esc", .escape), ("tab", .tab), ("shift-tab", .backTab), ("backspace", .backspace),
        ("delete", .delete), ("insert", .insert), ("up", .up), ("down", .down), ("left", .left), ("right", .right),
        ("home", .home), ("end", .end), ("pgup", .pageUp), ("pgdn", .pageDown), ("space", .character(" ")),
    ]

    /// The name that help shows and a configuration names it by: "q", "ctrl-r", "alt-x", "f5", "pgdn", "space".
    package var name: String {
        if let named = Self.names.first(where: { $0.key == self }) { return named.name }
        switch self {
        case .character(let character): return String(character)
        case .control(let character): return "ctrl-\(character)"
        case .alt(let character): return "alt-\(character)"
        case .function(let number): return "f\(number)"
        default: return ""
        }
    }

    /// The key of that name; nil when there is none.
    package init?(name: String) {
        if let named = Self.names.first(where: { $0.name == name.lowercased() }) {
            self = named.key
        } else if name.count == 1, let character = name.first {
            self = .character(character)
        } else if let number = Int(name.dropFirst()), name.first?.lowercased() == "f", (1...12).contains(number) {
            self = .function(number)
        } else if name.lowercased().hasPrefix("ctrl-"), name.count == 6, let letter = name.lowercased().last {
            self = .control(letter)
        } else if name.lowercased().hasPrefix("alt-"), name.count == 5, let letter = name.last {
            self = .alt(letter)
        } else {
            return nil
        }
    }
}
