import Canvas
import Foundation
import Glibc
import Testing

@testable import CursesTerminal

extension CursesTests {
    @Suite("tells keys")
    struct KeyTests {
        let pty: PseudoTerminal
        let terminal: CursesTerminal

        init() throws {
            pty = try PseudoTerminal()
            terminal = try CursesTerminal(TestScreen.options, on: pty.line())
        }

        @Test(
            "as they are typed",
            arguments: [
                ("q", Key.character("q")), ("\r", .enter), ("\t", .tab), ("\u{7F}", .backspace),
                ("\u{3}", .control("c")),
                ("\u{11}", .control("q")), ("\u{13}", .control("s")), ("\u{1C}", .control("\\")), ("\u{1B}", .escape),
                ("\u{1B}x", .alt("x")), ("\u{1B}[A", .up), ("\u{1B}OB", .down), ("\u{1B}[Z", .backTab),
                ("ü", .character("ü")),
            ])
        func typed(_ bytes: String, _ key: Key) {
            pty.type(bytes)
            #expect(terminal.events(timeout: .seconds(10)) == [.key(key)])
            terminal.restore()
        }

        @Test("of a whole burst at once")
        func burst() {
            pty.type(String(repeating: "j", count: 2_000))
            var events: [TerminalEvent] = []
            var calls = 0
            while events.count < 2_000, calls < 100 {
                events += terminal.events(timeout: .seconds(10))
                calls += 1
            }
            #expect(events == Array(repeating: .key(.character("j")), count: 2_000))
            // The line discipline hands over what has arrived; it may not be all at the first call.
            #expect(calls < 5)
            terminal.restore()
        }

        @Test("with ctrl-z as the wish to stop")
        func stop() {
            pty.type("\u{1A}")
            #expect(terminal.events(timeout: .seconds(10)) == [.suspendRequested])
            terminal.restore()
        }

        @Test("nothing when none is typed in time")
        func timeout() {
            #expect(terminal.events(timeout: .zero) == [])
            #expect(terminal.events(timeout: .milliseconds(3)) == [])
            terminal.restore()
        }

        @Test("that another thread woke it, once")
        func woken() {
            let waker = terminal.waker
            let thread = Thread {
                waker.wake()
                waker.wake()
            }
            thread.start()
            #expect(terminal.events(timeout: .seconds(10)) == [.woken])
            while !thread.isFinished { sched_yield() }
            _ = terminal.events(timeout: .zero)
            #expect(terminal.events(timeout: .zero) == [])
            terminal.restore()
        }

        @Test("that the terminal is gone, once, and goes on without it")
        func hangup() {
            terminal.draw(TestScreen.frame())
            pty.unplug()
            #expect(terminal.events(timeout: .seconds(10)) == [.hangup])
            #expect(terminal.events(timeout: .zero) == [])
            terminal.draw(TestScreen.frame(selected: 3))
            terminal.redrawAll()
            #expect(!terminal.copy("a"))
            terminal.restore()
        }
    }
}
