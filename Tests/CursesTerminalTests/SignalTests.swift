import Canvas
import Foundation
import Glibc
import Testing

@testable import CursesTerminal

extension CursesTests {
    /// Each in a process of its own, so that a signal that is not caught ends that one alone.
    @Suite("tells signals")
    struct SignalTests {
        let pty: PseudoTerminal

        init() throws { pty = try PseudoTerminal() }

        @Test("as events")
        func events() async {
            await #expect(processExitsWith: .success) { [path = pty.path as String] in
                let terminal = try ChildTerminal.open(path)
                let expected: [(Int32, TerminalEvent)] = [
                    (SIGTERM, .terminate), (SIGINT, .interrupt), (SIGTSTP, .suspendRequested), (SIGCONT, .resumed),
                    (SIGHUP, .hangup),
                ]
                for (signal, event) in expected {
                    kill(getpid(), signal)
                    #expect(terminal.events(timeout: .seconds(10)) == [event])
                }
                terminal.restore()
            }
        }

        @Test("that came while it was waiting")
        func waiting() async {
            await #expect(processExitsWith: .success) { [path = pty.path as String] in
                let terminal = try ChildTerminal.open(path)
                let thread = Thread { kill(getpid(), SIGTERM) }
                thread.start()
                #expect(terminal.events(timeout: .seconds(10)) == [.terminate])
                terminal.restore()
            }
        }

        @Test("of a storm of sizes as the last one, and nothing where the size is the same")
        func sizes() async {
            await #expect(processExitsWith: .success) { [path = pty.path as String] in
                let terminal = try ChildTerminal.open(path)
                terminal.draw(TestScreen.frame())
                for columns in 81...180 {
                    var window = winsize(ws_row: 40, ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
                    _ = ioctl(terminal.line.output, UInt(TIOCSWINSZ), &window)
                    kill(getpid(), SIGWINCH)
                }
                let size = Size(columns: 180, rows: 40)
                #expect(terminal.events(timeout: .seconds(10)) == [.resized(size)])
                #expect(terminal.size == size)
                terminal.draw(TestScreen.frame(size))
                kill(getpid(), SIGWINCH)
                #expect(terminal.events(timeout: .milliseconds(1)) == [])
                terminal.restore()
            }
        }

        @Test("until it is given back: then they act as before")
        func released() async {
            await #expect(processExitsWith: .signal(SIGTERM)) { [path = pty.path as String] in
                let terminal = try ChildTerminal.open(path)
                terminal.restore()
                kill(getpid(), SIGTERM)
            }
        }

        @Test("but those that were ignored when it began")
        func ignored() async {
            await #expect(processExitsWith: .success) { [path = pty.path as String] in
                signal(SIGINT, SIG_IGN)
                let terminal = try ChildTerminal.open(path)
                kill(getpid(), SIGINT)
                #expect(terminal.events(timeout: .milliseconds(1)) == [])
                terminal.restore()
            }
        }

        @Test("by stopping with the terminal as it was, and takes it again when it goes on")
        func suspended() async throws {
            await #expect(processExitsWith: .success) { [path = pty.path as String] in
                // A group of its own, whose parent is outside of it: only such a one can be stopped.
                setpgid(0, 0)
                let before = TerminalModes(of: Glibc.open(path, O_RDWR | O_NOCTTY))
                let terminal = try ChildTerminal.open(path)
                terminal.draw(TestScreen.frame())
                let taken = TerminalModes(of: terminal.line.output)
                let shell = try #require(Self.startShell(continuing: getpid(), on: path))
                terminal.suspend()
                #expect(TerminalModes(of: terminal.line.output) == taken)
                #expect(taken != before)
                var status: Int32 = -1
                waitpid(shell, &status, 0)
                // The terminal was in line mode while the process stood still.
                #expect(status == 0)
                _ = terminal.events(timeout: .zero)
                kill(getpid(), SIGTERM)
                #expect(terminal.events(timeout: .seconds(10)) == [.terminate])
                terminal.restore()
                #expect(TerminalModes(of: terminal.line.output) == before)
            }
            let output = try pty.output()
            let screens = output.components(separatedBy: "\u{1B}[?1049h").dropFirst()
            #expect(screens.count == 2)
            #expect(screens.allSatisfy { $0.contains("customer-records-0") && $0.contains("\u{1B}[?1049l") })
        }

        /// Waits until a process stands still, looks at its terminal, and lets it go on; its status tells what it saw.
        private static func startShell(continuing process: pid_t, on path: String) -> pid_t? {
            let script = """
                until grep -q '^State:.T' /proc/\(process)/status; do [ -d /proc/\(process) ] || exit 9; done
                stty -a <\(path) | grep -q ' icanon'
                seen=$?
                kill -CONT \(process)
                exit $seen
                """
            var attributes = posix_spawnattr_t()
            posix_spawnattr_init(&attributes)
            defer { posix_spawnattr_destroy(&attributes) }
            posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
            var child: pid_t = 0
            let arguments: [String] = ["sh", "-c", script]
            var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
            defer { words.forEach { free($0) } }
            return posix_spawn(&child, "/bin/sh", nil, &attributes, &words, environ) == 0 ? child : nil
        }

        @Test("by going on at once where no shell could continue it")
        func orphaned() async {
            await #expect(processExitsWith: .success) { [path = pty.path as String] in
                let terminal = try ChildTerminal.open(path, isSession: true)
                terminal.draw(TestScreen.frame())
                terminal.suspend()
                kill(getpid(), SIGTERM)
                #expect(terminal.events(timeout: .seconds(10)).contains(.terminate))
                terminal.restore()
            }
        }
    }
}
