import Canvas
import Testing

@testable import CursesTerminal

extension CursesTests {
    @Suite("shows a frame")
    struct DrawingTests {
        let pty: PseudoTerminal

        init() throws { pty = try PseudoTerminal() }

        private func drawn(_ frame: Frame, term: String = "xterm-256color", ascii: Bool = false) throws -> String {
            let options = TerminalOptions(theme: TestScreen.theme, ascii: ascii)
            let terminal = try CursesTerminal(options, on: pty.line(term: term))
            terminal.draw(frame)
            defer { terminal.restore() }
            return try pty.output()
        }

        @Test(
            "in as many colours as the terminal has",
            arguments: [
                ("xterm-256color", "38;5;78m", true), ("linux", "32m", true), ("linux", "38;5", false),
                ("vt100", "32m", false), ("vt100", "[0;1m", true),
            ])
        func colours(_ term: String, _ sequence: String, _ isThere: Bool) throws {
            #expect(try drawn(TestScreen.frame(), term: term).contains(sequence) == isThere)
        }

        @Test("with its own characters, and in ASCII alone on wish", arguments: [false, true])
        func characters(_ ascii: Bool) throws {
            let output = try drawn(TestScreen.frame(), ascii: ascii)
            #expect(output.contains("●") == !ascii)
            #expect(output.allSatisfy(\.isASCII) == ascii)
        }

        @Test("with wide characters and marks where they belong")
        func wide() throws {
            var frame = Frame(Size(columns: 80, rows: 24))
            frame.write("日本e\u{301}x", at: Point(column: 0, row: 0))
            #expect(try drawn(frame).contains("日本é" + "x"))
        }

        @Test("cut off where it is larger than the terminal, without a trace of the rest")
        func larger() throws {
            var frame = Frame(Size(columns: 120, rows: 40))
            frame.write("inside", at: Point(column: 0, row: 0))
            frame.write("outside", at: Point(column: 81, row: 0))
            frame.write("below", at: Point(column: 0, row: 30))
            let output = try drawn(frame)
            #expect(output.contains("inside"))
            #expect(!output.contains("outside") && !output.contains("below"))
        }

        @Test("without what a larger frame left behind")
        func smaller() throws {
            let terminal = try CursesTerminal(TestScreen.options, on: pty.line())
            terminal.draw(TestScreen.frame())
            _ = try pty.output()
            terminal.draw(Frame(Size(columns: 10, rows: 1)))
            terminal.redrawAll()
            #expect(try !pty.output().contains("customer"))
            terminal.restore()
        }

        @Test("with the cursor where something is typed, and hidden otherwise")
        func cursor() throws {
            let terminal = try CursesTerminal(TestScreen.options, on: pty.line())
            var frame = Frame(Size(columns: 80, rows: 24))
            terminal.draw(frame)
            #expect(try pty.output().contains("\u{1B}[?25l"))
            frame.cursor = Point(column: 4, row: 6)
            terminal.draw(frame)
            let output = try pty.output()
            #expect(output.contains("\u{1B}[7;5H") || output.contains("\u{1B}[7d"))
            #expect(output.contains("\u{1B}[?25h") || output.contains("\u{1B}[34h"))
            terminal.restore()
        }

        @Test(
            "on terminals that this system does not know, by what they imitate",
            arguments: [
                "xterm-kitty", "foot", "alacritty", "xterm-ghostty", "wezterm", "xterm-256color-italic",
            ])
        func imitators(_ term: String) throws {
            #expect(try drawn(TestScreen.frame(), term: term).contains("38;5;78m"))
        }
    }

    @Test(
        "is refused, with nothing written, where it cannot show screens",
        arguments: [
            ("dumb", TerminalError.cannotMoveTheCursor(term: "dumb")), ("", .unknownTerminal("")),
            ("teletype-33", .unknownTerminal("teletype-33")),
        ])
    static func refused(_ term: String, _ error: TerminalError) throws {
        let pty = try PseudoTerminal()
        #expect(throws: error) { try CursesTerminal(TestScreen.options, on: pty.line(term: term)) }
        #expect(try pty.output().isEmpty)
        #expect(error.description.contains("`lifeboat check`"))
    }
}
