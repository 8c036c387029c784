/// A colour as each kind of terminal and picture can show it.
package struct Color: Hashable, Sendable {
    /// For pictures: 0xRRGGBB.
    package var rgb: UInt32
    /// One of xterm's 256: 16…255, for terminals that have them.
    package var xterm: UInt8
    /// One of the eight of ANSI: 0…7, for all others.
    package var ansi: UInt8

    package init(rgb: UInt32, xterm: UInt8, ansi: UInt8) {
        self.rgb = rgb
        self.xterm = xterm
        self.ansi = ansi
    }
}

/// How a cell looks; no colour means the terminal's own.
package struct Look: Hashable, Sendable {
    package var foreground: Color?
    package var background: Color?
    package var isBold = false
    package var isDim = false
    package var isReverse = false
    package var isUnderlined = false

    package init(
        _ foreground: Color? = nil, on background: Color? = nil, bold: Bool = false, dim: Bool = false,
        reverse: Bool = false, underlined: Bool = false
    ) {
        self.foreground = foreground
        self.background = background
        isBold = bold
        isDim = dim
        isReverse = reverse
        isUnderlined = underlined
    }
}
