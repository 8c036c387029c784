import CNcurses
import Canvas

/// How each style looks on the terminal that is open: attributes and a pair of colours.
struct Palette {
    struct Entry {
        var attributes: UInt32 = 0
        var pair: Int16 = 0
    }

    private let entries: [Style: Entry]

    init(_ theme: Theme) {
        let colors = lifeboat_screen_colors()
        // Colours that are not there cannot tell anything: mono says the same by attributes.
        let theme = colors < 8 ? Theme.mono : theme
        var entries: [Style: Entry] = [:]
        for role in Role.allCases {
            for isSelected in [false, true] {
                let style = Style(role, isSelected: isSelected)
                entries[style] = Self.entry(theme.look(of: style), colors)
            }
        }
        self.entries = entries
    }

    func entry(_ style: Style) -> Entry { entries[style] ?? Entry() }

    private static func entry(_ look: Look, _ colors: Int32) -> Entry {
        var attributes = 0
        if look.isBold { attributes |= LIFEBOAT_BOLD.number }
        if look.isDim { attributes |= LIFEBOAT_DIM.number }
        if look.isReverse { attributes |= LIFEBOAT_REVERSE.number }
        if look.isUnderlined { attributes |= LIFEBOAT_UNDERLINE.number }
        return Entry(
            attributes: lifeboat_screen_attributes(UInt32(attributes)),
            pair: lifeboat_screen_pair(number(look.foreground, colors), number(look.background, colors)))
    }

    /// As the terminal counts its colours; -1 is its own.
    private static func number(_ color: Color?, _ colors: Int32) -> Int32 {
        guard let color else { return -1 }
        return Int32(colors >= 256 ? color.xterm : color.ansi)
    }
}

extension lifeboat_attribute {
    fileprivate var number: Int { Int(rawValue) }
}
