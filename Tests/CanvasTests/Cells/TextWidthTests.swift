import Testing

@testable import Canvas

@Suite("The width of text")
struct TextWidthTests {
    @Test("is what Unicode says, for each character that is drawn")
    func unicode() {
        var wide = Set<UInt32>()
        for range in EastAsianWidths.wide { wide.formUnion(range) }
        var wrong: [String] = []
        for value in UInt32(0x20)..<0x40000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let character = Character(scalar)
            guard character.drawable == character else { continue }
            if (character.columns == 2) != wide.contains(value) { wrong.append(String(value, radix: 16)) }
        }
        #expect(wrong.isEmpty)
    }

    @Test("is one column for a letter with its marks, and two for a syllable of Hangul in parts")
    func clusters() {
        #expect("e\u{301}a".columns == 2)
        #expect("\u{1100}\u{1161}\u{11A8}".columns == 2)
        #expect(Character("\u{1100}\u{1161}").drawable == "\u{1100}\u{1161}")
    }

    @Test(
        "is never in dispute: what C libraries disagree about is not drawn",
        arguments: [
            "\u{4DC0}", "\u{3248}", "\u{1161}", "\u{0915}\u{093E}", "\u{1FAE8}", "☁\u{FE0F}", "\u{E000}", "\u{AD}",
        ])
    func disputed(_ text: String) {
        #expect(text.allSatisfy { $0.drawable == "?" })
    }

    @Test(
        "is kept by a cut at the end",
        arguments: [
            ("bucket", 6, "bucket"), ("bucket", 5, "buck…"), ("bucket", 1, "…"), ("bucket", 0, ""), ("日本語", 6, "日本語"),
            ("日本語", 5, "日本…"), ("日本語", 4, "日…"), ("日本語", 2, "…"),
        ])
    func end(_ text: String, _ limit: Int, _ expected: String) {
        #expect(text.fitted(to: limit) == expected)
    }

    @Test(
        "is kept by a cut in the middle",
        arguments: [
            ("media-archive-1", 9, "medi…ve-1"), ("media", 5, "media"), ("media-9", 4, "med…"), ("日本語の名前", 9, "日本…名前"),
        ])
    func middle(_ text: String, _ limit: Int, _ expected: String) {
        #expect(text.fittedInMiddle(to: limit) == expected)
        #expect(text.fittedInMiddle(to: limit).columns <= limit)
    }
}
