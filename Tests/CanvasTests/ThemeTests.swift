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
        #expect(Set(looks.map(\.foreground?.ansi)).count == looks.count)
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

    @Test(
        "never write in the colour of the ground, with eight colours either",
        arguments: ["dark", "light", "deuteranopia"])
    func eightColours(name: String) throws {
        let theme = try #require(Theme.named(name))
        for role in Role.allCases {
            let look = theme.look(of: Style(role, isSelected: true))
            #expect(look.foreground == nil || look.foreground?.ansi != look.background?.ansi, "\(role)")
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

    private static func contrast(_ a: UInt32, _ b: UInt32) -> Double {
        let (bright, dark) = (max(luminance(a), luminance(b)), min(luminance(a), luminance(b)))
        return (bright + 0.05) / (dark + 0.05)
    }

    private static func luminance(_ rgb: UInt32) -> Double {
        func linear(_ shift: UInt32) -> Double {
            let value = Double((rgb >> shift) & 0xFF) / 255
            return value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055)
        }
        return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0)
    }

    /// x to the 2.4: the fifth root of x to the 12, by Newton.
    private static func power(_ x: Double) -> Double {
        let target = (0..<12).reduce(1.0) { product, _ in product * x }
        var root = max(x, 1e-9)
        for _ in 0..<200 { root -= (root * root * root * root * root - target) / (5 * root * root * root * root) }
        return root
    }
}
