extension Character {
    /// How many columns a terminal gives to a drawable character: 1 or 2.
    package var columns: Int {
        guard let scalar = unicodeScalars.first, scalar.value >= 0x1100 else { return 1 }
        return Self.isWide(scalar.value) ? 2 : 1
    }

    /// The character itself where a terminal shows it in a width that all agree on, else `?`: control characters,
    /// marks without a letter, direction overrides, emoji sequences and what is private, unassigned or of late.
    package var drawable: Character {
        guard let scalar = unicodeScalars.first else { return "?" }
        if scalar.value < 0x7F, unicodeScalars.count == 1 { return scalar.value < 0x20 ? "?" : self }
        // Arrows, lines, blocks and signs: what most of a screen is drawn with.
        if (0x2190...0x21FF).contains(scalar.value) || (0x2500...0x25FC).contains(scalar.value),
            unicodeScalars.count == 1
        {
            return self
        }
        return Self.isDrawable(unicodeScalars) ? self : "?"
    }

    private static func isDrawable(_ scalars: UnicodeScalarView) -> Bool {
        for (index, scalar) in scalars.enumerated() {
            switch scalar.properties.generalCategory {
            case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
                return false
            case .nonspacingMark, .enclosingMark:
                // A terminal keeps a letter and a few marks; a variation selector changes the width of what it follows.
                if index == 0 || index > 4 || (0xFE00...0xFE0F).contains(scalar.value) { return false }
            // `wcwidth` gives a column of its own to each mark that takes room.
            case .spacingMark: return false
            default: if (index > 0) != scalar.isJoiningJamo { return false }
            }
            if scalar.properties.isEmojiPresentation || scalar.isDisputed { return false }
        }
        return true
    }

    /// East Asian Wide and Fullwidth, by Unicode's EastAsianWidth.txt, of what is drawable.
    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18AFF, 0x18B00...0x18CFF, 0x18D00...0x18D08,
            0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}

extension Unicode.Scalar {
    /// A vowel or final consonant of Hangul, which takes no column of its own after a first consonant.
    fileprivate var isJoiningJamo: Bool { (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) }

    /// What C libraries and versions of Unicode give different widths to, and what is too new for some of them.
    fileprivate var isDisputed: Bool {
        if (0x3248...0x324F).contains(value) || (0x4DC0...0x4DFF).contains(value) { return true }
        guard let age = properties.age else { return true }
        return age.major > 14
    }
}

extension StringProtocol {
    /// How many columns a terminal gives to the text as `Frame.write` draws it.
    package var columns: Int {
        if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.count }
        return reduce(0) { $0 + $1.drawable.columns }
    }

    /// The text in at most `limit` columns, its end replaced by `…` where it is longer.
    package func fitted(to limit: Int) -> String {
        guard limit > 0 else { return "" }
        guard columns > limit else { return String(self) }
        return prefix(columns: limit - 1) + "…"
    }

    /// The text in at most `limit` columns, its middle replaced by `…`: for names whose ends tell them apart.
    package func fittedInMiddle(to limit: Int) -> String {
        guard limit > 4, columns > limit else { return fitted(to: limit) }
        let tail = String(String(reversed()).prefix(columns: (limit - 1) / 2).reversed())
        let head = prefix(columns: limit - 1 - tail.columns)
        return head + "…" + tail
    }

    private func prefix(columns limit: Int) -> String {
        var result = ""
        var width = 0
        for character in self {
            let next = character.drawable.columns
            guard width + next <= limit else { break }
            result.append(character)
            width += next
        }
        return result
    }
}
