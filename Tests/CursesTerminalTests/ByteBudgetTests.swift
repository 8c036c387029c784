import Canvas
import Testing

@testable import CursesTerminal

extension CursesTests {
    static let terms = ["xterm-256color", "screen-256color", "tmux-256color", "linux", "vt100"]

    @Suite("is written to sparingly")
    struct ByteBudgetTests {
        let pty: PseudoTerminal

        init() throws { pty = try PseudoTerminal() }

        private func open(_ term: String) throws -> CursesTerminal {
            let terminal = try CursesTerminal(TestScreen.options, on: pty.line(term: term))
            terminal.draw(TestScreen.frame())
            return terminal
        }

        @Test("A full screen of 80x24 takes less than three thousand bytes", arguments: terms)
        func full(_ term: String) throws {
            let terminal = try open(term)
            let count = try pty.output().utf8.count
            #expect((1_000..<3_000).contains(count))
            terminal.restore()
        }

        @Test("The same screen again takes none", arguments: terms)
        func same(_ term: String) throws {
            let terminal = try open(term)
            _ = try pty.output()
            terminal.draw(TestScreen.frame())
            #expect(try pty.output().isEmpty)
            terminal.restore()
        }

        @Test("Moving the selection takes less than three hundred", arguments: terms)
        func selection(_ term: String) throws {
            let terminal = try open(term)
            _ = try pty.output()
            terminal.draw(TestScreen.frame(selected: 1))
            let count = try pty.output().utf8.count
            #expect((1..<300).contains(count))
            terminal.restore()
        }

        @Test("Scrolling a list by a row takes the terminal's own scrolling", arguments: terms)
        func scrolling(_ term: String) throws {
            let terminal = try open(term)
            _ = try pty.output()
            terminal.draw(TestScreen.frame(first: 1))
            let count = try pty.output().utf8.count
            #expect((1..<600).contains(count))
            terminal.restore()
        }

        @Test("What was written shows again only when all is asked for")
        func again() throws {
            let terminal = try open("xterm-256color")
            _ = try pty.output()
            terminal.redrawAll()
            #expect(try pty.output().utf8.count > 1_000)
            terminal.restore()
        }
    }
}
