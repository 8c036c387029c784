/// The hues that a theme of colours is made of, each told apart from the others.
struct Hues: Sendable {
    var good: Color
    var warning: Color
    var bad: Color
    var unknown: Color
    var accent: Color
    var key: Color
    var faint: Color
    var label: Color
    /// Behind what is selected.
    var selection: Color
    var onAlarm: Color
}

extension Theme {
    init(name: String, _ hues: Hues) {
        self.init(name: name) { style in
            var look = Self.plainLook(of: style.role, hues)
            guard style.isSelected else { return look }
            look.background = style.role == .alarm ? look.background : hues.selection
            look.isBold = true
            // What is faint would drown in the selection's ground; and each look more in a row is bytes at every key.
            switch style.role {
            case .faint, .neutral, .stale, .border, .label, .accent:
                look.foreground = nil
                look.isUnderlined = false
            default: break
            }
            if style.role != .alarm { look.setGroundOfEight() }
            return look
        }
    }

    private static func plainLook(of role: Role, _ hues: Hues) -> Look {
        switch role {
        case .text, .bar: Look()
        case .strong, .title: Look(bold: true)
        case .faint, .border: Look(hues.faint)
        case .label, .header: Look(hues.label, bold: role == .header)
        case .accent: Look(hues.accent)
        case .key: Look(hues.key, bold: true)
        case .tab: Look(hues.accent, bold: true, underlined: true)
        case .good: Look(hues.good)
        case .warning: Look(hues.warning)
        case .bad: Look(hues.bad, bold: true)
        case .unknown: Look(hues.unknown)
        case .neutral: Look(hues.faint)
        case .stale: Look(hues.faint, underlined: true)
        case .alarm: Look(hues.onAlarm, on: hues.bad, bold: true)
        case .field: Look(hues.key, underlined: true)
        case .match: Look(hues.key, bold: true, underlined: true)
        }
    }

    /// For a dark ground.
    package static let dark = Theme(
        name: "dark",
        Hues(
            good: Color(rgb: 0x5FD787, xterm: 78, ansi: 2), warning: Color(rgb: 0xFFAF5F, xterm: 215, ansi: 3),
            bad: Color(rgb: 0xFF8787, xterm: 210, ansi: 1), unknown: Color(rgb: 0xD7AFFF, xterm: 183, ansi: 5),
            accent: Color(rgb: 0x87D7FF, xterm: 117, ansi: 6), key: Color(rgb: 0xFFFF87, xterm: 228, ansi: 3),
            faint: Color(rgb: 0x9E9E9E, xterm: 247, ansi: 7), label: Color(rgb: 0x87AFD7, xterm: 110, ansi: 6),
            selection: Color(rgb: 0x00005F, xterm: 17, ansi: 4),
            onAlarm: Color(rgb: 0x000000, xterm: 16, ansi: 0)))

    /// For a light ground.
    package static let light = Theme(
        name: "light",
        Hues(
            good: Color(rgb: 0x005F00, xterm: 22, ansi: 2), warning: Color(rgb: 0x875F00, xterm: 94, ansi: 3),
            bad: Color(rgb: 0xAF0000, xterm: 124, ansi: 1), unknown: Color(rgb: 0x870087, xterm: 90, ansi: 5),
            accent: Color(rgb: 0x005F87, xterm: 24, ansi: 6), key: Color(rgb: 0x0000D7, xterm: 20, ansi: 4),
            faint: Color(rgb: 0x585858, xterm: 240, ansi: 0), label: Color(rgb: 0x005F5F, xterm: 23, ansi: 6),
            selection: Color(rgb: 0xD7FFFF, xterm: 195, ansi: 7),
            onAlarm: Color(rgb: 0xFFFFFF, xterm: 231, ansi: 7)))

    /// For a dark ground and eyes that do not tell red from green: blue, yellow and orange instead.
    package static let deuteranopia = Theme(
        name: "deuteranopia",
        Hues(
            good: Color(rgb: 0x5FAFFF, xterm: 75, ansi: 6), warning: Color(rgb: 0xFFFF87, xterm: 228, ansi: 3),
            bad: Color(rgb: 0xFF8700, xterm: 208, ansi: 1), unknown: Color(rgb: 0xFFAFFF, xterm: 219, ansi: 5),
            accent: Color(rgb: 0x87FFFF, xterm: 123, ansi: 6), key: Color(rgb: 0xFFFFFF, xterm: 231, ansi: 7),
            faint: Color(rgb: 0x9E9E9E, xterm: 247, ansi: 7), label: Color(rgb: 0xAFAFD7, xterm: 146, ansi: 6),
            selection: Color(rgb: 0x303030, xterm: 236, ansi: 4),
            onAlarm: Color(rgb: 0x000000, xterm: 16, ansi: 0)))
}

extension Look {
    /// Among eight colours none is a ground that the others can be read on: there what is selected has its own hue as
    /// ground, under black where that is bright and white where it is dark.
    fileprivate mutating func setGroundOfEight() {
        guard let hue = foreground?.ansi, background != nil else { return }
        background?.ansi = hue
        foreground?.ansi = [2, 3, 6, 7].contains(hue) ? 0 : 7
    }
}
