import CNcurses
import Glibc

/// What leads to a terminal: two descriptors, and what the environment says of it.
struct TerminalLine {
    var input: Int32
    var output: Int32
    /// The value of TERM.
    var term: String
    /// Inside of tmux, which keeps sequences that it does not know to itself.
    var isInTmux: Bool

    static var standard: TerminalLine {
        get throws(TerminalError) {
            guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
            return TerminalLine(
                input: STDIN_FILENO, output: STDOUT_FILENO, term: environment("TERM"),
                isInTmux: !environment("TMUX").isEmpty)
        }
    }

    /// Empty where it is not set.
    static func environment(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }

    /// The name of an entry of terminfo that describes the terminal: its own, or one that it imitates.
    var entry: String {
        get throws(TerminalError) {
            for name in [term] + Self.imitated(by: term) where !name.isEmpty {
                switch lifeboat_terminal_entry(name, output) {
                case LIFEBOAT_ENTRY_USABLE: return name
                case LIFEBOAT_ENTRY_STATIC: throw .cannotMoveTheCursor(term: name)
                default: continue
                }
            }
            throw .unknownTerminal(term)
        }
    }

    /// Terminals bring entries of their own, which a host reached over SSH does not have; each can do what this one can.
    static func imitated(by term: String) -> [String] {
        let imitators: [(prefix: String, of: [String])] = [
            ("xterm-", ["xterm-256color", "xterm"]), ("foot", ["xterm-256color", "xterm"]),
            ("alacritty", ["xterm-256color", "xterm"]), ("ghostty", ["xterm-256color", "xterm"]),
            ("wezterm", ["xterm-256color", "xterm"]), ("kitty", ["xterm-256color", "xterm"]),
            ("contour", ["xterm-256color", "xterm"]), ("rio", ["xterm-256color", "xterm"]),
            ("st-", ["xterm-256color", "xterm"]), ("konsole", ["xterm-256color", "xterm"]),
            ("vte", ["xterm-256color", "xterm"]), ("tmux", ["screen-256color", "screen"]),
            ("screen", ["screen-256color", "screen"]), ("rxvt", ["rxvt", "xterm"]),
        ]
        return imitators.first { term.hasPrefix($0.prefix) }?.of ?? []
    }

    /// What the terminal says; nil where it does not know, as on a serial line.
    var size: (columns: Int32, rows: Int32)? {
        var window = winsize()
        guard ioctl(output, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 else { return nil }
        return (Int32(window.ws_col), Int32(window.ws_row))
    }

    /// Whether the shell has given the terminal to this process; also where there is no shell.
    var isInForeground: Bool {
        let group = tcgetpgrp(input)
        return group < 0 || group == getpgrp()
    }

    /// Past ncurses; gives up where the terminal is gone or takes nothing for a second.
    @discardableResult
    func write(_ text: String) -> Bool {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
            if count > 0 {
                bytes = bytes.dropFirst(count)
            } else if errno == EAGAIN {
                var writable = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
                guard poll(&writable, 1, 1_000) == 1 else { return false }
            } else if errno != EINTR {
                return false
            }
        }
        return true
    }
}
