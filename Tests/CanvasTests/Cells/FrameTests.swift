import Testing

@testable import Canvas

@Suite("A frame")
struct FrameTests {
    private func line(_ frame: Frame, _ row: Int = 0) -> String {
        String(frame.row(row).filter { !$0.isContinuation }.map(\.glyph))
    }

    @Test("cuts off what is wider than it")
    func cut() {
        var frame = Frame(Size(columns: 4, rows: 1))
        #expect(frame.write("abcdef", at: Point(column: 1, row: 0)) == 3)
        #expect(line(frame) == " abc")
    }

    @Test("draws nothing outside of its rows")
    func outside() {
        var frame = Frame(Size(columns: 4, rows: 1))
        frame.write("x", at: Point(column: 0, row: 3))
        frame.write("x", at: Point(column: 0, row: -1))
        #expect(line(frame) == "    ")
    }

    @Test("gives a wide character two columns, and none where only one is left")
    func wide() {
        var frame = Frame(Size(columns: 3, rows: 1))
        frame.write("日本", at: Point(column: 0, row: 0))
        #expect(frame[1, 0].isContinuation)
        #expect(line(frame) == "日 ")
    }

    @Test("leaves no half of a wide character when the other is written over")
    func halves() {
        var frame = Frame(Size(columns: 4, rows: 1))
        frame.write("日本", at: Point(column: 0, row: 0))
        frame.write("x", at: Point(column: 1, row: 0))
        #expect(frame[0, 0].glyph == " ")
        frame.write("y", at: Point(column: 2, row: 0))
        #expect(frame[3, 0].glyph == " ")
    }

    @Test("shows what no terminal can as a question mark", arguments: ["\u{1B}", "\n", "\u{202E}", "\u{0301}", "👨‍👩‍👧"])
    func undrawable(_ text: String) {
        var frame = Frame(Size(columns: 2, rows: 1))
        frame.write(text, at: Point(column: 0, row: 0))
        #expect(frame[0, 0].glyph == "?")
    }

    @Test("keeps its columns in ASCII, where a wide character is a question mark and a blank")
    func ascii() {
        var frame = Frame(Size(columns: 4, rows: 1))
        frame.write("日→x", at: Point(column: 0, row: 0))
        #expect(frame.inASCII.cells.map(\.glyph) == ["?", " ", ">", "x"])
    }

    @Test("is captured as glyphs and letters, so that a change of style alone is seen")
    func capture() {
        var frame = Frame(Size(columns: 3, rows: 1))
        frame.write("ab", at: Point(column: 0, row: 0), style: Style(.good, isSelected: true))
        #expect(ScreenCapture.text(of: frame) == "ab\n---\nGG.\n")
    }
}
