/// Why there is no screen; `lifeboat check` needs none.
package enum TerminalError: Error, Hashable, CustomStringConvertible {
    /// Input or output is a file or a pipe.
    case notATerminal
    /// As `TERM=dumb`, and editors that run programs in a buffer.
    case cannotMoveTheCursor(term: String)
    /// TERM is empty, or terminfo has no entry for it.
    case unknownTerminal(String)
    /// ncurses or the system refused.
    case cannotOpen(term: String)

    package var description: String {
        switch self {
        case .notATerminal:
            "Input and output must be a terminal to show screens; `lifeboat check` writes a report to anything."
        case .cannotMoveTheCursor(let term):
            "A terminal of type \"\(term)\" cannot move its cursor, so it can show no screens; use `lifeboat check`."
        case .unknownTerminal(""):
            "TERM is not set, so the terminal's type is not known; set it, to xterm-256color for example, or use "
                + "`lifeboat check`."
        case .unknownTerminal(let term):
            "This system knows no terminal of type \"\(term)\"; set TERM=xterm-256color, install ncurses-term, or use "
                + "`lifeboat check`."
        case .cannotOpen(let term):
            "The terminal of type \"\(term)\" could not be opened for screens; use `lifeboat check`."
        }
    }
}
