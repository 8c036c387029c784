import Canvas
import Foundation
import Glibc
import Testing

@testable import CursesTerminal

extension CursesTests {
    @Suite("is given back")
    struct RestorationTests {
        let pty: PseudoTerminal

        init() throws { pty = try PseudoTerminal() }

        private static let farewells = ["\u{1B}[?2004l", "\u{1B}[?1049l", "\u{1B}[?25h"]

        @Test("with the modes that it had", arguments: terms)
        func modes(_ term: String) throws {
            let before = pty.modes
            let terminal = try CursesTerminal(TestScreen.options, on: pty.line(term: term))
            terminal.draw(TestScreen.frame())
            #expect(pty.modes != before)
            terminal.restore()
            #expect(pty.modes == before)
        }

        @Test("with its screen and its cursor, once")
        func screen() throws {
            let options = TerminalOptions(theme: TestScreen.theme, mouse: true)
            let terminal = try CursesTerminal(options, on: pty.line())
            terminal.draw(TestScreen.frame())
            let taken = try pty.output()
            for sequence in ["\u{1B}[?1049h", "\u{1B}[?2004h", "\u{1B}[?1000h", "\u{1B}[?1006h"] {
                #expect(taken.contains(sequence))
            }
            terminal.restore()
            let given = try pty.output()
            for sequence in Self.farewells + ["\u{1B}[?1000l", "\u{1B}[?1006l"] { #expect(given.contains(sequence)) }
            terminal.restore()
            terminal.draw(TestScreen.frame())
            terminal.redrawAll()
            terminal.suspend()
            #expect(try pty.output().isEmpty)
        }

        @Test(
            "with a new line for the prompt where there is no other screen to go back to",
            arguments: ["linux", "vt100"])
        func prompt(_ term: String) throws {
            let terminal = try CursesTerminal(TestScreen.options, on: pty.line(term: term))
            _ = try pty.output()
            terminal.restore()
            #expect(try pty.output().hasSuffix("\r\n"))
        }

        @Test("by whoever lets go of it last, and can then be taken again")
        func again() throws {
            let before = pty.modes
            do { _ = try CursesTerminal(TestScreen.options, on: pty.line()) }
            #expect(pty.modes == before)
            let terminal = try CursesTerminal(TestScreen.options, on: pty.line())
            _ = try pty.output()
            terminal.draw(TestScreen.frame())
            #expect(try pty.output().contains("lifeboat"))
            terminal.restore()
        }

        // MARK: In a process of its own

        @Test("by exit")
        func exit() async throws {
            let before = pty.modes
            await #expect(processExitsWith: .exitCode(7)) { [path = pty.path as String] in
                let terminal = try ChildTerminal.open(path)
                terminal.draw(TestScreen.frame())
                Glibc.exit(7)
            }
            try expectRestored(before)
        }

        @Test("by a crash, before anything is said of it")
        func crash() async throws {
            let before = pty.modes
            await #expect(processExitsWith: .signal(SIGILL)) { [path = pty.path as String] in
                let terminal = try ChildTerminal.open(path)
                terminal.draw(TestScreen.frame())
                fatalError("on purpose")
            }
            try expectRestored(before)
        }

        @Test("by every signal that ends a program at once")
        func segmentationFault() async throws {
            let before = pty.modes
            await #expect(processExitsWith: .signal(SIGSEGV)) { [path = pty.path as String] in
                let terminal = try ChildTerminal.open(path)
                terminal.draw(TestScreen.frame())
                kill(getpid(), SIGSEGV)
                _ = terminal.events(timeout: .seconds(10))
            }
            try expectRestored(before)
        }

        @Test("by abort, too")
        func abort() async throws {
            let before = pty.modes
            await #expect(processExitsWith: .signal(SIGABRT)) { [path = pty.path as String] in
                let terminal = try ChildTerminal.open(path)
                terminal.draw(TestScreen.frame())
                Glibc.abort()
            }
            try expectRestored(before)
        }

        private func expectRestored(_ before: TerminalModes) throws {
            #expect(pty.modes == before)
            let output = try pty.output()
            for sequence in Self.farewells { #expect(output.contains(sequence)) }
            // Nothing is drawn after it.
            #expect(output.components(separatedBy: "\u{1B}[?1049l").last?.contains("customer") == false)
        }
    }
}
