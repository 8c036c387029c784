/// What a cell means; a theme says how that looks. The raw value is its letter in a golden screen.
package enum Role: Character, Hashable, Sendable, CaseIterable {
    case text = "."
    /// What may be overlooked: units, hints, what is not reached.
    case faint = "f"
    case strong = "b"
    /// The question, and the name of what a pane shows.
    case title = "t"
    /// The name of a value.
    case label = "l"
    /// What can be followed: an ARN, the other end of a rule.
    case accent = "a"
    /// A key that can be pressed.
    case key = "k"
    /// The heads of columns.
    case header = "h"
    case border = "d"
    /// The line of the account at the top and the line of keys at the bottom.
    case bar = "o"
    /// The tab in front.
    case tab = "v"
    /// Protected, healthy, completed.
    case good = "g"
    /// At risk, late, partial.
    case warning = "w"
    /// Unprotected, failed, denied.
    case bad = "r"
    /// Unread.
    case unknown = "u"
    /// Unaffected, not evaluated.
    case neutral = "n"
    /// A value from an earlier reading.
    case stale = "s"
    /// What must not be overlooked: a dark region, an armed program. In reverse video.
    case alarm = "m"
    /// What is being typed.
    case field = "i"
    /// The part of a text that a filter found.
    case match = "q"
}

/// A role, and whether its cell is part of what is selected.
package struct Style: Hashable, Sendable {
    package var role: Role
    package var isSelected: Bool

    package init(_ role: Role, isSelected: Bool = false) {
        self.role = role
        self.isSelected = isSelected
    }

    package static let text = Style(.text)

    /// The letter of a golden screen: upper case, or `#` for plain text, where selected.
    package var letter: Character {
        guard isSelected else { return role.rawValue }
        return role == .text ? "#" : Character(role.rawValue.uppercased())
    }

    /// The style of that letter; nil when it has none.
    package init?(letter: Character) {
        if let role = Role(rawValue: letter) {
            self.init(role)
        } else if letter == "#" {
            self.init(.text, isSelected: true)
        } else if letter.isUppercase, let role = Role(rawValue: Character(letter.lowercased())) {
            self.init(role, isSelected: true)
        } else {
            return nil
        }
    }
}
