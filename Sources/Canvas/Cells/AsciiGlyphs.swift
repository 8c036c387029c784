extension Frame {
    /// The frame in ASCII alone: a sign of its own for each glyph that the program draws, `?` for all else.
    package var inASCII: Frame {
        var frame = self
        frame.replaceGlyphs { glyph in
            // The sign for a wide character takes one column only.
            if glyph == Cell.continuation { return " " }
            if glyph.isASCII { return glyph }
            return Self.asciiGlyphs[glyph] ?? "?"
        }
        return frame
    }

    private static let asciiGlyphs: [Character: Character] = [
        "─": "-", "│": "|", "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+",
        "━": "=", "═": "=", "║": "|", "…": "~", "→": ">", "←": "<", "↔": "=", "↑": "^", "↓": "v", "▲": "^", "▼": "v",
        "▸": ">", "▾": "v", "●": "*", "○": "o", "◐": "%", "✓": "+", "✗": "x", "×": "x", "·": ".", "•": "*", "–": "-",
        "—": "-", "█": "#", "▓": "#", "▒": "+", "░": ".", "▁": "_", "▂": "_", "▃": ".", "▄": "-", "▅": "=", "▆": "+",
        "▇": "*", "’": "'", "“": "\"", "”": "\"", "≥": ">", "≤": "<", "≈": "~", "∅": "M", "◇": "D",
    ]
}
