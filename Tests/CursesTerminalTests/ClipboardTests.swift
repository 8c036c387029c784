import Canvas
import Testing

@testable import CursesTerminal

extension CursesTests {
    @Suite("puts text into the clipboard")
    struct ClipboardTests {
        let pty: PseudoTerminal

        init() throws { pty = try PseudoTerminal() }

        private func copy(_ text: String, term: String = "xterm-256color", isInTmux: Bool = false) throws -> (
            Bool, String
        ) {
            let terminal = try CursesTerminal(TestScreen.options, on: pty.line(term: term, isInTmux: isInTmux))
            _ = try pty.output()
            defer { terminal.restore() }
            return (terminal.copy(text), try pty.output())
        }

        @Test("as base64")
        func plain() throws {
            #expect(try copy("arn:aws:s3:::a") == (true, "\u{1B}]52;c;YXJuOmF3czpzMzo6OmE=\u{7}"))
        }

        @Test("inside of tmux for tmux itself and, wrapped, for the terminal around it")
        func wrapped() throws {
            let request = "\u{1B}]52;c;YQ==\u{7}"
            #expect(try copy("a", isInTmux: true) == (true, request + "\u{1B}Ptmux;\u{1B}" + request + "\u{1B}\\"))
        }

        @Test("up to 74,994 bytes, and writes nothing for more")
        func limit() throws {
            #expect(try copy(String(repeating: "é", count: 37_498)) == (false, ""))
            #expect(Clipboard.request(String(repeating: "a", count: 74_994), isInTmux: false)?.utf8.count == 100_000)
        }

        @Test("not on a terminal that has none", arguments: ["linux", "vt100"])
        func none(_ term: String) throws {
            #expect(try copy("a", term: term) == (false, ""))
        }
    }
}
