import Glibc

@testable import CursesTerminal

/// A terminal in a process that was started for one test: signals and crashes are its own.
enum ChildTerminal {
    /// - Parameter isSession: whether the terminal becomes that of a session which the process leads, as a shell's.
    static func open(_ path: String, isSession: Bool = false) throws -> CursesTerminal {
        if isSession { setsid() }
        let descriptor = Glibc.open(path, O_RDWR | (isSession ? 0 : O_NOCTTY))
        let line = TerminalLine(input: descriptor, output: descriptor, term: "xterm-256color", isInTmux: false)
        return try CursesTerminal(TestScreen.options, on: line)
    }
}
