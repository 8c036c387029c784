import Canvas
import Testing

@testable import CursesTerminal

@Suite("What a terminal sends")
struct InputParserTests {
    private func parse(_ text: String, mouse: Bool = false) -> [TerminalEvent] {
        var parser = InputParser(mouse: mouse)
        return parser.parse(text.utf8) + parser.settle()
    }

    @Test(
        "is a key in the words of each family of terminals",
        arguments: [
            ("[A", Key.up), ("OA", .up), ("[1;5A", .up), ("Oa", .up), ("[a", .up), ("[D", .left), ("[C", .right),
            ("[H", .home), ("OH", .home), ("[1~", .home), ("[7~", .home), ("[F", .end), ("[4~", .end), ("[8~", .end),
            ("[2~", .insert), ("[3~", .delete), ("[3;5~", .delete), ("[3$", .delete), ("[5~", .pageUp),
            ("[6^", .pageDown),
            ("[Z", .backTab), ("OP", .function(1)), ("[11~", .function(1)), ("[[A", .function(1)),
            ("[[E", .function(5)),
            ("[15~", .function(5)), ("[24~", .function(12)), ("[1;2P", .function(13)), ("[15;2~", .function(17)),
            ("[1;5S", .function(28)), ("O5P", .function(25)), ("OM", .enter), ("Op", .character("0")),
            ("Ok", .character("+")),
            ("x", .alt("x")), ("é", .alt("é")), ("[", .alt("[")), ("O", .alt("O")), ("P", .alt("P")), ("", .escape),
        ])
    func sequences(_ sequence: String, _ key: Key) {
        #expect(parse("\u{1B}" + sequence) == [.key(key)])
    }

    @Test(
        "is left out, all of it, where nobody knows it",
        arguments: [
            "[I", "[O", "[E", "[99~", "[?1;2c", "[>41;354;0c", "[24;80R", "[1;3P", "[5;6;7;8u", "[<0;3;4M", "O!",
            "]11;rgb:0000/0000/0000\u{7}", "]52;c;YQ==\u{1B}\\", "P1$r0m\u{1B}\\", "_Gi=31;OK\u{1B}\\", "[1;2$y",
            "[\(String(repeating: "1", count: 60))~",
        ])
    func unknown(_ sequence: String) {
        #expect(parse("\u{1B}\(sequence)q") == [.key(.character("q"))])
    }

    @Test(
        "is the same however it is cut",
        arguments: [
            "\u{1B}[1;5A", "\u{1B}OP", "日本é", "\u{1B}[200~a\u{1B}b日\u{1B}[201~", "\u{1B}]11;x\u{1B}\\x",
        ])
    func pieces(_ text: String) {
        var parser = InputParser()
        #expect(text.utf8.flatMap { parser.parse([$0]) } == parse(text))
        #expect(!parse(text).isEmpty)
    }

    @Test(
        "is escape before another key of the same burst that is no character",
        arguments: [
            ("\u{1B}\u{1B}[A", [Key.escape, .up]), ("\u{1B}\r", [.escape, .enter]),
            ("\u{1B}\u{7F}", [.escape, .backspace]),
            ("\u{1B}\u{1B}", [.escape, .escape]), ("\u{1B}[1;\r", [.enter]), ("\u{1B}[\u{3}", [.control("c")]),
        ])
    func escape(_ text: String, _ keys: [Key]) {
        #expect(parse(text) == keys.map { .key($0) })
    }

    @Test(
        "is no character where it is no UTF-8",
        arguments: [
            [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0x80], [0xE2, 0x82], [0xC2, 0x9B], [0xF5, 0x80, 0x80, 0x80],
        ] as [[UInt8]])
    func malformed(_ bytes: [UInt8]) {
        var parser = InputParser()
        #expect(parser.parse(bytes + Array("q".utf8)) == [.key(.character("q"))])
    }

    @Test("is text as a whole where it was pasted, without what could act")
    func paste() {
        #expect(
            parse("\u{1B}[200~a\r\nb\rc\u{3}\u{1B}[31m\t日\u{1B}[201~q") == [
                .text("a\nb\nc31m\t日"), .key(.character("q")),
            ])
    }

    @Test("is cut off where a paste is longer than a mebibyte")
    func longPaste() {
        #expect(
            parse("\u{1B}[200~" + String(repeating: "a", count: PastedText.limit + 5) + "\u{1B}[201~")
                == [.text(String(repeating: "a", count: PastedText.limit))])
    }

    @Test(
        "is a click or a turn of the wheel where the mouse was asked for",
        arguments: [
            ("[<0;3;4M", [TerminalEvent.click(Point(column: 2, row: 3), count: 1)]), ("[<0;3;4m", []),
            ("[<64;3;4M", [.scroll(by: -3)]),
            ("[<65;3;4M", [.scroll(by: 3)]), ("[<2;3;4M", []), ("[<32;3;4M", []),
            ("[M #$", [.click(Point(column: 2, row: 3), count: 1)]), ("[M###", []),
        ])
    func mouse(_ sequence: String, _ events: [TerminalEvent]) {
        #expect(parse("\u{1B}\(sequence)", mouse: true) == events)
    }

    @Test("is a double click where it comes again soon, at the same place")
    func doubleClick() {
        var counter = ClickCounter()
        let start = ContinuousClock.now
        let here = TerminalEvent.click(Point(column: 1, row: 1), count: 1)
        let there = TerminalEvent.click(Point(column: 2, row: 1), count: 1)
        #expect(counter.count(here, at: start) == here)
        #expect(counter.count(here, at: start + .milliseconds(300)) == .click(Point(column: 1, row: 1), count: 2))
        #expect(counter.count(there, at: start + .milliseconds(350)) == there)
        #expect(counter.count(there, at: start + .milliseconds(900)) == there)
    }
}
