import Testing

@testable import Canvas

@Suite("Themes")
struct ThemeTests {
    /// What tells a state from another without its glyph and its word.
    private static let states: [Role] = [.good, .warning, .bad, .unknown, .neutral]

    @Test(
        "tell every state from every other, selected or not", arguments: ["dark", "light", "deuteranopia"],
        [false, true])
    func distinct(name: String, isSelected: Bool) throws {
        let theme = try #require(Theme.named(name))
        let looks = Self.states.map { theme.look(of: Style($0, isSelected: isSelected)) }
        #expect(Set(looks).count == looks.count)
        #expect(Set(looks.map(\.foreground?.xterm)).count == looks.count)
        #expect(Set(looks.map { [$0.foreground?.ansi, $0.background?.ansi] }).count == looks.count)
    }

    @Test(
        "are readable: a contrast of 4.5 at least (WCAG 2.2, 1.4.3)", arguments: ["dark", "light", "deuteranopia"],
        Role.allCases)
    func readable(name: String, role: Role) throws {
        let theme = try #require(Theme.named(name))
        let (ground, ink): (UInt32, UInt32) = name == "light" ? (0xFFFFFF, 0x1C1C1C) : (0x1C1C1C, 0xE4E4E4)
        for isSelected in [false, true] {
            let look = theme.look(of: Style(role, isSelected: isSelected))
            let contrast = Self.contrast(look.foreground?.rgb ?? ink, look.background?.rgb ?? ground)
            #expect(contrast >= 4.5, "\(role) selected \(isSelected): \(contrast)")
        }
    }

    /// As xterm shows the eight.
    private static let eight: [UInt32] = [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    ]

    @Test(
        "can be read where a row is selected and there are eight colours: a contrast of 3.5 at least",
        arguments: ["dark", "light", "deuteranopia"], Role.allCases.filter { $0 != .alarm })
    func eightColours(name: String, role: Role) throws {
        let look = try #require(Theme.named(name)).look(of: Style(role, isSelected: true))
        let ink: UInt8 = name == "light" ? 0 : 7
        let ground = try #require(look.background).ansi
        let contrast = Self.contrast(Self.eight[Int(look.foreground?.ansi ?? ink)], Self.eight[Int(ground)])
        #expect(contrast >= 3.5, "\(contrast)")
    }

    @Test("deuteranopia keeps every state apart without the middle cones", arguments: [false, true])
    func deuteranopia(isSelected: Bool) {
        for (index, one) in Self.states.enumerated() {
            for other in Self.states[(index + 1)...] {
                let colors = [one, other].map {
                    Vision(Theme.deuteranopia.look(of: Style($0, isSelected: isSelected)).foreground?.rgb ?? 0xE4E4E4)
                }
                #expect(colors[0].difference(to: colors[1]) >= 18, "\(one) and \(other)")
                #expect(colors[0].deuteranopic.difference(to: colors[1].deuteranopic) >= 18, "\(one) and \(other)")
            }
        }
    }

    @Test("mono has no colour at all, and shows what is selected")
    func mono() {
        for role in Role.allCases {
            let looks = [false, true].map { Theme.mono.look(of: Style(role, isSelected: $0)) }
            #expect(looks.allSatisfy { $0.foreground == nil && $0.background == nil })
            #expect(looks[0] != looks[1])
        }
    }

    private static func contrast(_ one: UInt32, _ other: UInt32) -> Double { Vision(one).contrast(to: Vision(other)) }
}
