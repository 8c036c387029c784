/// The look of each style.
package struct Theme: Sendable {
    /// "dark", "light", "mono", "deuteranopia"
    package let name: String
    private let looks: [Style: Look]

    package init(name: String, looks: (Style) -> Look) {
        self.name = name
        var table: [Style: Look] = [:]
        for role in Role.allCases {
            for isSelected in [false, true] {
                let style = Style(role, isSelected: isSelected)
                table[style] = looks(style)
            }
        }
        self.looks = table
    }

    package func look(of style: Style) -> Look { looks[style] ?? Look() }

    package static let all: [Theme] = [dark, light, deuteranopia, mono]

    /// The theme of that name; nil when there is none.
    package static func named(_ name: String) -> Theme? { all.first { $0.name == name } }
}
